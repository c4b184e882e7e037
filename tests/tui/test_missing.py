"""The screen that stands where the glossary that was asked for is missing."""

from __future__ import annotations

import pytest

from glossary_tui.errors import EntriesNotFound, GlossaryUnknown
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.screens.missing import MissingScreen, reader
from glossary_tui.tui.screens.remarks import RemarksScreen
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.workspace import workspace_without
from tui.conftest import write_entry

SIZE = (80, 24)


@pytest.fixture
def team(tmp_path, configure):
    """A glossary that the configuration calls team."""
    folder = tmp_path / "terms"
    folder.mkdir()
    write_entry(folder, "galaxy", "Galaxy")
    write_entry(folder, "star", "Star")
    configure(f"[glossaries.team]\nfolders = ['{folder}']\n")
    return folder


def app_without(entries=(), names=(), term="", *, linear=False):
    """The app, asked for what is not there."""
    try:
        open_workspace(entries, {}, glossaries=names)
    except (EntriesNotFound, GlossaryUnknown) as error:
        workspace = workspace_without(error, entries, names, {})
    return GlossaryApp(workspace, term, linear=linear, reader=reader)


def text_of(app):
    """What stands on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_it_says_what_is_missing_and_opens_what_was_meant_at_the_term(team):
    app = app_without(names=["taem"], term="star")
    async with app.run_test(size=SIZE) as pilot:
        assert "There is no glossary called “taem”" in text_of(app)
        assert app.missing is not None
        await pilot.press("enter")
        assert isinstance(app.screen, BrowseScreen)
        assert app.screen.term == "star"
        assert "Star in one sentence." in text_of(app)
        assert app.missing is None


async def test_the_bundled_glossary_is_a_row_below(team):
    app = app_without(names=["taem"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("j", "enter")
        assert app.screen.workspace.identity == "bundled"


async def test_a_folder_that_has_come_is_opened_when_it_is_looked_for_again(team):
    folder = team.parent / "new"
    app = app_without([str(folder)])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+r")
        assert "still not there" in next(iter(app._notifications)).message
        folder.mkdir()
        write_entry(folder, "moon", "Moon")
        await pilot.press("ctrl+r")
        assert "Moon in one sentence." in text_of(app)


async def test_an_offer_that_has_gone_meanwhile_is_no_trouble(team):
    app = app_without(names=["taem"])
    async with app.run_test(size=SIZE) as pilot:
        for each in team.iterdir():
            each.unlink()
        team.rmdir()
        await pilot.press("enter")
        assert isinstance(app.screen, MissingScreen)
        assert "cannot read" in next(iter(app._notifications)).message


async def test_a_configuration_that_nothing_counts_of_is_named_and_can_be_seen(configure):
    configure("[glossaries.team\n")
    app = app_without(names=["team"])
    async with app.run_test(size=SIZE) as pilot:
        assert "not valid TOML" in " ".join(text_of(app).split())
        await pilot.press("w")
        assert isinstance(app.screen, RemarksScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, MissingScreen)


async def test_where_there_is_nothing_to_remark_upon_it_says_so(team):
    app = app_without(names=["taem"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        assert "nothing is wrong" in next(iter(app._notifications)).message


async def test_a_click_on_the_highlight_opens_it(team):
    app = app_without(names=["taem"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click("ChoiceList", offset=(4, 0))
        assert app.screen.workspace.identity == "team"


async def test_in_the_linear_mode_the_offer_is_said(team):
    app = app_without(names=["taem"], linear=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        line = app.screen.query_one(RegionLine)
        assert line.said == "Open instead: team, 1 of 3"
        await pilot.press("down")
        assert line.said == "Open instead: bundled, 2 of 3"
        x, y = app.cursor_position
        assert text_of(app).split("\n")[y][x:].strip().startswith("bundled")
