"""Finding in an entry: ctrl+f, n and N, through all of its views."""

from __future__ import annotations

import pytest
from textual.events import Key

from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.find_bar import FindBox
from tui.conftest import LONG, write_entry

SIZE = (100, 30)


@pytest.fixture
def reading(tmp_path, make_app):
    """An entry that names lenses in each of its views, in other letters each time."""
    write_entry(
        tmp_path,
        "telescope",
        "Telescope",
        summary="A lens and a second Lens.",
        eli5="No glass is named here.",
        depth=f"{LONG}\n\nAt last a LÉNS, in a [lens shop](lens.md).",
    )
    write_entry(tmp_path, "lens", "Lens", summary="A lens alone.")
    return make_app(tmp_path, term="telescope")


def pane(app):
    return app.screen.query_one(EntryPane)


def text(app):
    return app.screen.query_one(EntryText)


def view(app):
    return pane(app).sections[pane(app).index].title


def count(app):
    return str(app.screen.query_one("#find .count").render())


def current(app):
    """What the present match reads like, and whether it is on the screen."""
    widget = text(app)
    ((line, start, end),) = widget.layout_of_text.marks[widget._match]
    drawn = "".join(piece.text for piece in widget.layout_of_text.lines[line])
    return drawn[start:end], 0 <= line - widget.first_line < widget.size.height


async def find(pilot, query):
    await pilot.press("ctrl+f", *query)
    await pilot.pause()


async def test_typing_goes_to_the_first_match_and_counts_those_of_all_views(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "lens")
        assert isinstance(reading.focused, FindBox)
        assert (count(reading), current(reading)) == ("1 of 4", ("lens", True))


async def test_n_goes_through_the_views_and_comes_round_and_capital_n_goes_back(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "lens")
        await pilot.press("enter")
        assert isinstance(reading.focused, EntryText)
        seen = []
        for key in "nnnnN":
            await pilot.press(key)
            seen.append((count(reading), view(reading), *current(reading)))
    assert seen == [
        ("2 of 4", "Summary", "Lens", True),
        ("3 of 4", "In-depth", "LÉNS", True),
        ("4 of 4", "In-depth", "lens", True),
        ("1 of 4", "Summary", "lens", True),
        ("4 of 4", "In-depth", "lens", True),
    ]


async def test_arrows_go_from_match_to_match_while_one_types(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "lens")
        await pilot.press("down", "down", "up")
        await pilot.pause()
        assert count(reading) == "2 of 4"
        assert isinstance(reading.focused, FindBox)


async def test_it_begins_where_the_reader_is(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G")
        await find(pilot, "lens")
        assert count(reading) == "3 of 4"


async def test_escape_while_typing_goes_back_to_where_the_reader_was(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("3", "space", "space")
        before = pane(reading).place()
        assert before.spot.line > 0
        await find(pilot, "second")
        assert view(reading) == "Summary"
        await pilot.press("escape")
        await pilot.pause()
        assert pane(reading).place() == before
        assert not pane(reading).is_finding
        assert text(reading).layout_of_text.marks == ()


async def test_escape_later_takes_the_marks_away_and_moves_nothing(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "shop")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert not pane(reading).is_finding
        assert text(reading).layout_of_text.marks == ()
        assert view(reading) == "In-depth"
        assert text(reading).first_line > 0
        assert isinstance(reading.focused, EntryText)


async def test_what_is_nowhere_is_said_and_enter_leads_back(reading):
    async with reading.run_test(size=SIZE) as pilot:
        before = pane(reading).place()
        await find(pilot, "zebra")
        assert count(reading) == "not in this entry"
        await pilot.press("enter")
        await pilot.pause()
        assert pane(reading).place() == before
        assert isinstance(reading.focused, EntryText)


async def test_n_finds_the_same_again_in_the_next_entry(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "lens")
        await pilot.press("enter", "3", "G", "tab", "enter")
        await pilot.pause()
        assert pane(reading).entry.id == "lens"
        assert not pane(reading).is_finding
        await pilot.press("n")
        await pilot.pause()
        assert (count(reading), view(reading)) == ("3 of 3", "In-depth")


async def test_n_with_nothing_to_find_asks_what(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(reading.focused, FindBox)


async def test_choosing_a_view_keeps_the_marks(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "lens")
        await pilot.press("enter", "3")
        await pilot.pause()
        assert len(text(reading).layout_of_text.marks) == 2
        assert count(reading) == "1 of 4"


async def test_what_is_pressed_right_after_enter_acts_on_the_text(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await find(pilot, "lens")
        for key in (Key("enter", "\r"), Key("n", "n"), Key("n", "n")):
            reading.post_message(key)
        await pilot.pause()
        await pilot.pause()
        assert (count(reading), reading.screen.query_one(FindBox).value) == ("3 of 4", "lens")


async def test_an_entry_found_by_its_text_is_opened_where_the_words_stand(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"/last")
        await reading.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        assert view(reading) == "In-depth"
        assert current(reading) == ("last", True)
        assert count(reading) == "1 of 1"
        assert isinstance(reading.focused, EntryText)
        await pilot.press("escape")
        assert not pane(reading).is_finding
        await pilot.press("g", "n")
        await pilot.pause()
        assert current(reading) == ("last", True)


async def test_what_is_found_in_another_view_leaves_the_readers_choice_as_it_was(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+f", *"at last", "enter")
        assert view(reading) == "In-depth"
        await pilot.press("escape")
        assert view(reading) == "In-depth"
        await pilot.press("K")
        await pilot.pause()
        assert view(reading) == "Summary"
        await pilot.press("J", "ctrl+f", *"at last", "enter", "2", "K")
        await pilot.pause()
        assert view(reading) == "ELI5"
