"""What small changes leave on the screen is what a whole new picture would show."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.app import App
from waiting import until, until_links_are_read

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.painter import Frame
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry


class Terminal:
    """Cells with their styles, as the frames left them."""

    def __init__(self, monkeypatch):
        self.small = 0
        """How many frames were less than the whole picture."""
        self.whole = 0
        """How many were the whole picture."""
        self._lines: dict[int, list[object]] = {}
        display = App._display

        def displayed(app, screen, renderable):
            if isinstance(renderable, Frame):
                self.small += 1
                for x, y, strip in renderable.pieces:
                    cells = _cells(strip)
                    self._lines[y][x : x + len(cells)] = cells
            elif renderable is not None:
                self.whole += 1
                self._lines = dict(enumerate(map(_cells, screen._compositor.render_strips())))
            display(app, screen, renderable)

        monkeypatch.setattr(App, "_display", displayed)

    def lines(self):
        return [self._lines[y] for y in sorted(self._lines)]


def _cells(strip):
    """Each cell of *strip* with its style: a wide letter has two."""
    return [
        (letter, style)
        for text, style, _ in strip
        for letter in text
        for _ in range(Segment(letter).cell_length)
    ]


@pytest.fixture
def folder(tmp_path):
    for number in range(60):
        text = "\n\n".join(f"{number} and 漢字 in line {line}." for line in range(number % 30 + 1))
        write_entry(
            tmp_path, f"t{number}", f"Term {number} 漢", summary=text, depth=text, related="Term 1"
        )
    return tmp_path


KEYS = [
    ["down", "down", "up", "pagedown"],
    ["t", "e", "4", "backspace", "backspace", "backspace"],
    ["z", "z", "z", "ctrl+l"],
    ["down", "escape", "3", "2", "space", "G", "1"],
    ["escape", "tab", "p", "tab", "escape"],
    ["escape", "r", "down", "down", "enter"],
    ["escape", "question_mark", "down", "escape", "down"],
    ["escape", "ctrl+f", "l", "i", "enter", "n", "escape"],
    ["escape", "z", "j", "z", "t"],
]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
@pytest.mark.parametrize("keys", KEYS, ids=" ".join)
async def test_what_is_painted_is_what_a_whole_picture_shows(folder, monkeypatch, keys, size):
    terminal = Terminal(monkeypatch)
    app = GlossaryApp(open_workspace([str(folder)], {}))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await all_painted(pilot)
            shown = [*map(_cells, app.screen._compositor.render_strips())]
            wrong = [
                (y, _text(cells), _text(shown[y]))
                for y, cells in enumerate(terminal.lines())
                if cells != shown[y]
            ]
            assert wrong == [], key


async def test_moving_about_needs_no_whole_picture(folder, monkeypatch):
    terminal = Terminal(monkeypatch)
    app = GlossaryApp(open_workspace([str(folder)], {}))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_links_are_read(pilot)
        await app.workers.wait_for_complete()
        await all_painted(pilot)
        whole, small = terminal.whole, terminal.small
        for key in ("down", "down", "t", "e", "up", "backspace"):
            await pilot.press(key)
            await all_painted(pilot)
        assert terminal.whole == whole
        assert terminal.small > small


async def all_painted(pilot):
    """Wait until nothing waits to be painted: a cursor blinks, links of mentions come later."""
    await pilot.pause()

    def is_painted():
        screen = pilot.app.screen
        return not (
            screen._dirty_widgets
            or screen._layout_required
            or screen._repaint_required
            or screen._compositor._dirty_regions
        )

    await until(is_painted, pilot, "everything is painted")


def _text(cells):
    return "".join(letter for letter, _ in cells)


async def test_a_bar_with_nothing_to_scroll_lets_through_what_lies_under_it(folder):
    app = GlossaryApp(open_workspace([str(folder)], {}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        terms = app.screen.query_one(TermList)
        x, y = terms.region.right - 1, terms.region.y
        assert app.screen.get_widget_at(x, y)[0] is terms.vertical_scrollbar
        await pilot.press(*"term 59")
        await pilot.pause()
        assert app.screen.get_widget_at(x, y)[0] is terms
        row = terms.render_lines(terms.region.reset_offset)[0]
        shown = app.screen._compositor.render_strips()[y]
        assert _cells(shown)[x] == _cells(row)[-1], "the highlight goes up to the edge"
        await pilot.press("ctrl+u")
        await pilot.pause()
        assert app.screen.get_widget_at(x, y)[0] is terms.vertical_scrollbar


async def test_an_empty_line_is_not_written_over_an_empty_line(folder, monkeypatch):
    frames = []
    display = App._display

    def displayed(app, screen, renderable):
        frames.append(renderable)
        display(app, screen, renderable)

    monkeypatch.setattr(App, "_display", displayed)
    app = GlossaryApp(open_workspace([str(folder)], {}))
    async with app.run_test(size=(120, 40)) as pilot:
        await all_painted(pilot)
        text = app.screen.query_one(EntryText)
        for key in ("down", "up"):  # after a whole picture each line is written once
            await pilot.press(key)
            await all_painted(pilot)
        for key in ("down", "down", "up", "up"):
            frames.clear()
            before = len(text.layout_of_text.lines)
            await pilot.press(key)
            await all_painted(pilot)
            written = [
                y - text.region.y
                for frame in frames
                if isinstance(frame, Frame)
                for x, y, _ in frame.pieces
                if x == text.region.x and y >= text.region.y
            ]
            lines = max(before, len(text.layout_of_text.lines))
            assert max(written) < lines < text.size.height, key
