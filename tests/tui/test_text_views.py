"""The depth that a reader has chosen goes along from entry to entry."""

from __future__ import annotations

import pytest

from glossary_tui.tui.widgets.entry_pane import EntryPane
from tui.conftest import write_entry

SIZE = (100, 30)


@pytest.fixture
def folder(tmp_path):
    """Entries of which one lacks a depth, and one has sections of its own."""
    write_entry(tmp_path, "whole", "Whole", related="Poor, Rich")
    write_entry(tmp_path, "poor", "Poor", depth="", eli5="", related="Rich")
    (tmp_path / "rich.md").write_text(
        "---\ntitle: Rich\n---\n### Summary\nS.\n### ELI5\nE.\n### In-depth explanation\nD.\n"
        "### History\nH.\n### History\nAgain.\n### Related terms\nWhole\n",
        encoding="utf-8",
    )
    return tmp_path


def view(app):
    pane = app.screen.query_one(EntryPane)
    return pane.entry.id, pane.view_name, pane.index


async def follow(pilot, *keys):
    await pilot.press("r", *keys, "enter")
    await pilot.pause()


async def test_the_choice_outlives_an_entry_that_lacks_it(folder, make_app):
    app = make_app(folder, term="whole")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3")
        await follow(pilot)
        assert view(app) == ("poor", "Summary", 0)
        await follow(pilot)
        assert view(app) == ("rich", "In-depth", 2)


async def test_a_section_of_its_own_is_left_for_the_nearest_depth(folder, make_app):
    app = make_app(folder, term="rich")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("4")
        assert view(app) == ("rich", "History", 3)
        await follow(pilot)
        assert view(app) == ("whole", "Summary", 0)


async def test_of_two_sections_with_one_title_both_are_reached(folder, make_app):
    app = make_app(folder, term="rich")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*["right"] * 9)
        assert view(app) == ("rich", "History", 4)
        await pilot.press("left")
        assert view(app) == ("rich", "History", 3)
        await pilot.press("5")
        assert view(app)[1] == "History"
