"""The linear mode: one region at a time, in words, the cursor at what matters."""

from __future__ import annotations

import pytest

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.workspace import open_workspace
from tui.test_browse import settle, shown

SIZE = (80, 24)


@pytest.fixture
def open_linear(folder):
    """The small glossary in the linear mode, opened at a term."""
    return lambda term="cnn": GlossaryApp(open_workspace([str(folder)], {}), term, linear=True)


def said(app):
    """The line that says what has the focus, as it is drawn."""
    return app.screen.query_one(RegionLine).render_line(0).text.rstrip()


def screen_of(app):
    """What is drawn, line by line, by the filters too."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def pointed_at(app):
    """The line that the terminal's cursor is on, from there on."""
    x, y = app.cursor_position
    return screen_of(app)[y][x:]


async def test_what_an_operator_waits_for_is_said_in_words(open_linear):
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", "slash")
        await settle(app, pilot)
        assert said(app) == (
            "Search box, /: Type words of the texts. Convolutional Neural Network, 1 of 6"
        )
        await pilot.press("escape", "t", "down")
        await settle(app, pilot)
        assert said(app) == "List: ImageNet, 2 of 6"


async def test_one_region_is_shown_at_a_time_on_the_whole_width(open_linear):
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        kinds = {"text": EntryText, "list": TermList, "related": RelatedPanel}
        for keys, shown_kind in (([], "text"), (["t"], "list"), (["escape", "r"], "related")):
            await pilot.press(*keys)
            await settle(app, pilot)
            for kind, widget in kinds.items():
                region = app.screen.query_one(widget).region
                assert region.width == (80 if kind == shown_kind else 0), (kind, shown_kind)


async def test_what_has_the_focus_is_said_in_words(open_linear):
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert said(app) == "Convolutional Neural Network, Summary, view 1 of 3"
        await pilot.press("tab", "tab")
        await settle(app, pilot)
        assert said(app).startswith("Link 2 of 2: labels. Convolutional")
        await pilot.press("r", "down")
        await settle(app, pilot)
        assert said(app) == "Related: Layer …, 2 of 2"
        await pilot.press("t", "down")
        await settle(app, pilot)
        assert said(app) == "List: ImageNet, 2 of 6"
        await pilot.press("slash", *"lab")
        await settle(app, pilot)
        assert said(app).startswith("Search box, lab: Label, 1 of ")
        await pilot.press(*"qqqq")
        await settle(app, pilot)
        assert said(app) == "Search box, labqqqq: no term"
        await pilot.press("ctrl+p", *"zen")
        await settle(app, pilot)
        assert said(app) == "Commands and terms: nothing of that name"
        await pilot.press("escape", "ctrl+p", *"bookmark the")
        await settle(app, pilot)
        assert said(app) == "Commands and terms: List the bookmarks ', 1 of 1"


async def test_the_cursor_is_at_what_matters(open_linear):
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert pointed_at(app).startswith("A network for pictures.")
        await pilot.press("tab", "tab")
        await settle(app, pilot)
        assert pointed_at(app).startswith("labels.")
        await pilot.press("r")
        await settle(app, pilot)
        assert pointed_at(app).startswith("ImageNet")
        await pilot.press("t", "down", "down")
        await settle(app, pilot)
        assert pointed_at(app).strip().startswith("Label")
        await pilot.press("slash", *"ab")
        await settle(app, pilot)
        assert app.cursor_position.y == 1


SCREENS = {
    "text": [],
    "depths": ["3"],
    "related": ["r"],
    "list": ["t"],
    "search": ["slash", "l"],
    "bookmarks": ["m", "apostrophe"],
    "palette": ["ctrl+p"],
    "help": ["question_mark"],
    "letters": ["A"],
    "remarks": ["w"],
    "themes": ["D"],
    "map": ["M"],
    "path": ["P", *"imagenet"],
    "walked path": ["P", *"imagenet", "enter"],
    "peek": ["tab", "p"],
    "find": ["ctrl+f", "a"],
    "study": ["s"],
}


def is_ornament(character):
    return 0x2500 <= ord(character) < 0x25A0 or character in "•·▲▴▾▸◂●"


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_nothing_is_drawn_that_would_be_read_out_as_a_sign(folder, open_linear, keys):
    (folder / "cnn.md").write_text(
        "---\ntitle: CNN\n---\n### Summary\n- an item with [a link](label.md)\n\n> a quote\n\n"
        "| a | b |\n|---|---|\n| c | d |\n\n---\n\n`code`\n\n### Related terms\nLabel\n",
        encoding="utf-8",
    )
    (folder / "broken.md").write_text("---\ntitle: [\n---\nText.\n", encoding="utf-8")
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*keys)
        await settle(app, pilot)
        assert {each for line in screen_of(app) for each in line if is_ornament(each)} == set()


@pytest.mark.parametrize("keys", [[], ["v"], ["p"]], ids=["read", "plain", "peeked at"])
async def test_a_sign_of_the_text_is_kept(folder, open_linear, keys):
    (folder / "cnn.md").write_text(
        "---\ntitle: CNN\n---\n### Summary\nIt costs 2 · n steps, as [labels](label.md) do.\n",
        encoding="utf-8",
    )
    (folder / "label.md").write_text(
        "---\ntitle: Label\n---\n### Summary\nIt costs 2 · n steps.\n", encoding="utf-8"
    )
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", *keys)
        await settle(app, pilot)
        assert any("It costs 2 · n steps" in line for line in screen_of(app))


async def test_everything_is_reached_as_in_the_other_mode(open_linear):
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press("r", "enter")
        await settle(app, pilot)
        assert shown(app) == "image-net"
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        assert shown(app) == "cnn"
        await pilot.press("tab", "tab", "tab")
        await settle(app, pilot)
        assert isinstance(app.focused, RelatedPanel)
        await pilot.press("m", "t")
        await settle(app, pilot)
        assert screen_of(app)[3].rstrip().endswith("bookmarked")


@pytest.fixture
def configured(_nobody):
    """Someone who has asked for the linear mode and a theme once and for all."""
    home = _nobody / ".config" / "glossary-tui"
    home.mkdir(parents=True)
    text = '[reading]\nlinear = true\ntheme = "nord"\n'
    (home / "config.toml").write_text(text, encoding="utf-8")


async def test_the_configuration_asks_for_it_too(configured, folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert said(app).startswith("Convolutional")
        assert app.theme == "nord"


@pytest.mark.parametrize(
    "keys", [["s"], ["s", "enter"], ["P"], ["P", *"label"], ["M"], ["question_mark"]]
)
async def test_every_screen_says_where_one_is(open_linear, keys):
    app = open_linear()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press(*keys)
        await settle(app, pilot)
        assert said(app)
        assert screen_of(app)[0].strip() == said(app).strip()


async def test_the_related_terms_have_the_whole_of_a_low_window(open_linear):
    app = open_linear("image-net")
    async with app.run_test(size=(60, 16)) as pilot:
        await pilot.press("r")
        await pilot.pause()
        panel = app.screen.query_one(RelatedPanel)
        assert panel.region.bottom == app.screen.query_one(KeyBar).region.y
