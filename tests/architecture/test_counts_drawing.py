"""What a key costs, counted in frames, lines, styles and calls: a clock would say less."""

from __future__ import annotations

import ast
import gc
import sys
from collections import Counter
from functools import partial
from math import inf
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.message_pump import MessagePump
from textual.strip import Strip
from textual.widget import Widget
from waiting import until, until_links_are_read

import glossary_tui.tui.screens
import glossary_tui.tui.widgets.lines
from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry
from glossary_tui.paths import configuration_file
from glossary_tui.search import Searcher
from glossary_tui.tui import app as app_module
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry

SIZE = (120, 40)


class Drawn:
    """Frames, and lines by the name of their widget, since it was last emptied."""

    def __init__(self, monkeypatch):
        self._monkeypatch = monkeypatch
        self.frames = 0
        self.lines: Counter[str] = Counter()

    def watch(self, app):
        """Count the lines of each widget on the screen of *app* from now on."""
        for widget in app.screen.query("*"):
            name, draw = type(widget).__name__, widget.render_line
            self._monkeypatch.setattr(widget, "render_line", partial(self._line, name, draw))
        self.empty()

    def _line(self, name, draw, y):
        self.lines[name] += 1
        return draw(y)

    def empty(self):
        """Count from nothing again."""
        self.frames = 0
        self.lines.clear()


@pytest.fixture
def drawn(monkeypatch):
    """Count what is drawn."""
    count = Drawn(monkeypatch)
    display = App._display

    def displayed(app, screen, renderable):
        count.frames += renderable is not None
        display(app, screen, renderable)

    monkeypatch.setattr(App, "_display", displayed)

    return count


@pytest.fixture
def many(tmp_path):
    """A folder of three hundred terms, with texts of many lines."""
    configuration = Path(configuration_file())
    configuration.parent.mkdir(parents=True)
    configuration.write_text("[mentions]\nlinks = false\n")  # they come in a frame of their own
    rest = "\n\n".join(f"Paragraph {number}." for number in range(40))
    for number in range(300):
        text = f"This is about term {number}.\n\n{rest}"
        write_entry(
            tmp_path, f"t{number}", f"Term {number}", summary=text, depth=text, related="Term 1"
        )
    return tmp_path


def counting(monkeypatch, owner, name):
    """Count the calls of a method: a list that grows with each."""
    calls = []
    method = getattr(owner, name)

    def called(*arguments, **options):
        calls.append(arguments)
        return method(*arguments, **options)

    monkeypatch.setattr(owner, name, called)
    return calls


async def test_a_start_mounts_styles_and_lays_out_no_more_than_it_shows(many, monkeypatch):
    messages = counting(monkeypatch, MessagePump, "_dispatch_message")
    styled = counting(monkeypatch, Stylesheet, "apply")
    laid_out = counting(monkeypatch, Compositor, "reflow")
    app = GlossaryApp(open_workspace([str(many)], {}))
    async with app.run_test(size=SIZE):
        assert len(app.screen.query("*")) <= 12
        assert len(laid_out) <= 3
        assert len(styled) <= 36
        assert len(messages) <= 130


async def test_a_second_start_parses_no_style_sheet(many, monkeypatch):
    app = GlossaryApp(open_workspace([str(many)], {}))
    async with app.run_test(size=SIZE):
        app._sheet.keep()
    parsed = counting(monkeypatch, Stylesheet, "_parse_rules")
    app = GlossaryApp(open_workspace([str(many)], {}))
    async with app.run_test(size=SIZE):
        assert parsed == []


async def test_the_start_paints_one_frame_and_styles_each_widget_once(many, drawn, monkeypatch):
    styled: Counter[Widget] = Counter()
    apply = Stylesheet.apply

    def applied(sheet, node, **options):
        if isinstance(node, Widget) and node.is_attached:
            styled[node] += 1
        apply(sheet, node, **options)

    monkeypatch.setattr(Stylesheet, "apply", applied)
    app = GlossaryApp(open_workspace([str(many)], {}))
    async with app.run_test(size=SIZE):
        assert drawn.frames <= 1
        twice = {type(node).__name__ for node, times in styled.items() if times > 1}
        assert twice <= {"SearchBox"}, "only what takes the focus may be styled again"


@pytest.fixture
async def pilot(many, drawn):
    """The three hundred terms on the screen, what comes after the first paint done."""
    app = GlossaryApp(open_workspace([str(many)], {}))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BrowseScreen)
        await until_links_are_read(pilot)
        await until(lambda: screen.workspace.searcher.is_ready, pilot, "the index of the search")
        await pilot.pause()
        drawn.watch(app)
        yield pilot


def heights(pilot):
    """The lines in sight of each kind of widget."""
    return {type(widget).__name__: widget.size.height for widget in pilot.app.screen.query("*")}


async def test_a_letter_draws_each_line_in_sight_at_most_once_in_one_frame(pilot, drawn):
    await pilot.press("t")
    await pilot.pause()
    drawn.empty()
    await pilot.press("e")
    await pilot.pause()
    assert drawn.frames == 1
    over = {name: n for name, n in drawn.lines.items() if n > heights(pilot)[name]}
    assert over == {}
    assert drawn.lines["TermList"] > 0


async def test_an_arrow_draws_two_rows_of_the_list_and_the_entry_in_one_frame(pilot, drawn):
    await pilot.press("down")
    await pilot.pause()
    drawn.empty()
    await pilot.press("down")
    await pilot.pause()
    assert drawn.frames == 1
    assert drawn.lines["TermList"] == 2
    assert 0 < drawn.lines["EntryText"] <= heights(pilot)["EntryText"]


async def test_a_letter_that_leaves_the_entry_draws_nothing_of_it(pilot, drawn):
    await pilot.press("t")
    await pilot.pause()
    drawn.empty()
    await pilot.press("e")
    await pilot.pause()
    assert drawn.frames == 1
    assert set(drawn.lines) <= {"SearchBox", "ListHead", "TermList", "Bar"}


async def test_another_view_draws_its_tabs_and_text_alone_in_one_frame(pilot, drawn):
    await pilot.press("escape", "2")
    await pilot.pause()
    drawn.empty()
    await pilot.press("3")
    await pilot.pause()
    assert drawn.frames == 1
    assert set(drawn.lines) <= {"ViewTabs", "EntryText"}
    assert drawn.lines["EntryText"] <= heights(pilot)["EntryText"]


@pytest.mark.parametrize("key", ["down", "e", "backspace", "f"])
async def test_a_key_in_the_box_needs_none_of_textuals_lines(pilot, drawn, monkeypatch, key):
    await pilot.press("t", "down")
    await pilot.pause()
    textuals = counting(monkeypatch, StylesCache, "render_line")
    strips = counting(monkeypatch, Strip, "__init__")
    drawn.empty()
    await pilot.press(key)
    await pilot.pause()
    assert drawn.frames == 1
    assert not {"KeyBar", "EntryPane", "Sidebar", "Row"} & drawn.lines.keys()
    assert textuals == []
    assert len(strips) <= 10, "a line is a light strip"


async def test_a_letter_leads_to_few_messages(pilot, monkeypatch):
    await pilot.press("t")
    await pilot.pause()
    passed_on = counting(monkeypatch, MessagePump, "_dispatch_message")
    await pilot.press("e")
    await pilot.pause()
    # The pilot's own are callbacks; what a clock has begun behind the screen tells of its state.
    names = [type(message).__name__ for _, message in passed_on]
    assert [name for name in names if name not in ("Callback", "StateChanged")] == [
        *("Key", "Key", "Changed", "TermPreviewed")
    ]


async def test_a_bar_that_comes_or_goes_lays_nothing_out(pilot, monkeypatch):
    screen = pilot.app.screen
    bars = [each.vertical_scrollbar for each in (screen.sidebar.terms, screen.pane.text)]
    laid_out = counting(monkeypatch, Compositor, "reflow")
    seen = set()
    for key in (*"term 299", "ctrl+u", "escape", "1", "2", "3"):
        await pilot.press(key)
        await pilot.pause()
        if key == "escape":
            laid_out.clear()  # the screen looks otherwise where one reads
        seen.add(tuple(bar in screen._compositor.visible_widgets for bar in bars))
    assert seen == {(True, True), (False, True), (True, False)}
    assert laid_out == []


async def test_while_keys_come_no_garbage_is_looked_for(pilot, monkeypatch):
    monkeypatch.setattr(app_module, "_PAUSE", inf)  # however slow the machine is
    await pilot.press("t")
    await pilot.pause()
    gc.collect()
    looks = []
    gc.callbacks.append(note := lambda phase, _info: looks.append(phase))
    try:
        for key in ("e", "r", "down", "down", "backspace", "escape", "2", "3"):
            await pilot.press(key)
            await pilot.pause()
    finally:
        gc.callbacks.remove(note)
    assert looks == []


async def test_another_view_needs_none_of_textuals_lines(pilot, monkeypatch):
    await pilot.press("escape", "2")
    await pilot.pause()
    textuals = counting(monkeypatch, StylesCache, "render_line")
    await pilot.press("3", "1", "2")
    await pilot.pause()
    assert textuals == []


async def test_a_key_works_out_no_colour_anew(pilot, monkeypatch):
    await pilot.press("t", "e", "down", "up")
    await pilot.pause()
    looked_at = counting(monkeypatch, glossary_tui.tui.widgets.lines, "_common_of")
    await pilot.press("r", "down", "backspace")
    await pilot.pause()
    assert len(looked_at) <= 1, "no more than for a bar that comes"


def calls(searcher, query):
    """How many functions of Python's own a search calls."""
    count = 0

    def note(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        searcher.find(query, 500)
    finally:
        sys.setprofile(None)
    return count


def searcher_of(size):
    """A searcher of so many terms, ready."""
    colours = ("red", "green", "blue", "grey", "black", "white", "brown")
    entries = [
        Entry(
            f"{n:05}",
            f"{colours[n % 7]} term{n:05}",
            "",
            lambda _: (),
            (f"alias {colours[n % 5]}{n}",),
        )
        for n in range(size)
    ]
    searcher = Searcher(Glossary(entries))
    while not searcher.is_ready:
        searcher.step()
    return searcher


@pytest.fixture(scope="module")
def searchers():
    """Searchers of 2,000 and of 16,000 terms."""
    return searcher_of(2_000), searcher_of(16_000)


@pytest.mark.parametrize(
    "query",
    ["t", "te", "red", "red t", "term01", "alias b", "green term", "trem01", "blcak", "alas blu1"],
)
def test_a_search_compares_no_more_among_more_terms(searchers, query):
    small, large = (calls(searcher, query) for searcher in searchers)
    assert large <= 1.5 * small + 100
    assert large < 3_000


def test_every_screen_is_painted_at_once():
    folder = Path(glossary_tui.tui.screens.__file__).parent
    timed = [
        f"{path.name}: {node.name}"
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
        for bases in [[ast.unparse(base).partition("[")[0] for base in node.bases]]
        if {"Screen", "ModalScreen"} & set(bases) and bases[0] != "PaintedAtOnce"
    ]
    assert timed == []
