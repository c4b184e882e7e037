"""How wide the lines of the text are, and that what one reads stays where it is."""

from __future__ import annotations

import pytest

from glossary_tui.paths import configuration_file, write_atomically
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.user.settings import NARROWEST, WIDEST
from tui.conftest import write_entry

SIZE = (200, 24)
NUMBERS = " ".join(f"number-{number}" for number in range(2000))


@pytest.fixture
def folder(tmp_path):
    write_entry(tmp_path, "long", "Long", summary=f"{NUMBERS}\n\nSee [ImageNet](image-net.md).")
    write_entry(tmp_path, "image-net", "ImageNet")
    return tmp_path


def text(app):
    return app.screen.query_one(EntryText)


def top(app):
    """The first word of the first line on the screen."""
    return text(app).layout_of_text.lines[text(app).first_line][0].text.split()[0]


def widest(app):
    lines = text(app).layout_of_text.lines
    return max(sum(len(piece.text) for piece in line) for line in lines)


async def test_plus_and_minus_set_it_by_four(folder, make_app):
    app = make_app(folder, term="long")
    async with app.run_test(size=SIZE) as pilot:
        assert 70 < widest(app) <= 80
        await pilot.press("plus")
        await pilot.pause()
        assert 80 < widest(app) <= 84
        await pilot.press("minus", "minus", "minus")
        await pilot.pause()
        assert text(app).text_width == 72
        assert widest(app) <= 72


async def test_what_stands_at_the_top_stays_there_and_comes_back_exactly(folder, make_app):
    app = make_app(folder, term="long")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "space", "down")
        before, line = top(app), text(app).first_line
        for _ in range(5):
            await pilot.press("plus")
            await pilot.pause()
            drawn = text(app).layout_of_text.lines[text(app).first_line]
            assert before in "".join(piece.text for piece in drawn).split()
        await pilot.press(*["minus"] * 5)
        await pilot.pause()
        assert (top(app), text(app).first_line) == (before, line)


async def test_it_has_bounds_and_says_so(folder, make_app):
    app = make_app(folder, term="long")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*["plus"] * 32)
        assert text(app).text_width == WIDEST
        await pilot.press(*["minus"] * 45)
        await pilot.pause()
        assert text(app).text_width == NARROWEST
        assert any("no shorter" in each.message for each in app._notifications)


async def test_it_is_remembered_from_run_to_run_and_else_configured(folder, make_app):
    write_atomically(configuration_file(), "[reading]\nwidth = 60\n")
    app = make_app(folder, term="long")
    async with app.run_test(size=SIZE) as pilot:
        assert text(app).text_width == 60
        await pilot.press("plus")
    again = make_app(folder, term="long")
    async with again.run_test(size=SIZE):
        assert text(again).text_width == 64


async def test_back_finds_the_place_and_the_link_at_another_width(folder, make_app):
    app = make_app(folder, term="long")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("G", "tab", "enter")
        await pilot.pause()
        await pilot.press("minus", "minus", "minus", "left_square_bracket")
        await pilot.pause()
        assert text(app).focused_link.target == "image-net.md"
        row = text(app).focused_link.regions[0][0] - text(app).first_line
        assert 0 <= row < text(app).size.height
