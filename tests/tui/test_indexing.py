"""A first start on a large glossary: every term is listed while links and search are indexed."""

from __future__ import annotations

import os

import pytest
import waiting

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.study import StudyScreen
from glossary_tui.tui.trail import Spot
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.sidebar import Sidebar
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.workspace import open_workspace, upkeep
from glossary_tui.workspace.cache import place, worked_out
from glossary_tui.workspace.cache import store as store_module
from glossary_tui.workspace.studying import StudyWish
from tui.conftest import write_entry
from tui.test_browse import SIZE, settle, shown, text_of

PROCESS = """\
import sys
sys.path.append(sys.argv[1])
from glossary_tui.workspace import indexing
from glossary_tui.workspace.cache import place, worked_out
place.WORTH_IT = worked_out.WORTH_IT = 1
write = worked_out.WorkedOut.write_extras

def write_when_told(self, glossary):
    open({gate!r}).close()
    write(self, glossary)

worked_out.WorkedOut.write_extras = write_when_told
sys.exit(indexing.main())
"""
"""What makes links and search, once somebody opens the gate."""

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there is nothing to wait at")


class Gate:
    """A process waits at it until it is opened."""

    def __init__(self, path):
        self._path = path
        os.mkfifo(path)

    def open(self):
        """Let it go on."""
        os.close(os.open(self._path, os.O_WRONLY))


@pytest.fixture
def gate(tmp_path, monkeypatch):
    """Keeps links and search from being indexed."""
    for module in (place, store_module, worked_out):
        monkeypatch.setattr(module, "WORTH_IT", 1)
    made = Gate(tmp_path / "gate")
    monkeypatch.setattr(upkeep, "_CODE", PROCESS.format(gate=str(tmp_path / "gate")))
    return made


@pytest.fixture
def first_start(folder, monkeypatch):
    """The glossary opened for the first time; of its files, two are read before all others."""
    monkeypatch.setattr(store_module, "AT_ONCE", 2)
    monkeypatch.setattr(store_module, "OF_MORE", 2)

    def make(term=""):
        workspace = open_workspace([str(folder)], {}, way="at once")
        assert workspace.is_partial
        return GlossaryApp(workspace, term)

    return make


def number_of_terms(app):
    return len(app.screen.query_one(TermList))


def head(app):
    return app.screen.query_one(Sidebar).head


def related(app):
    return [(item.text, item.target) for item in app.screen.pane.related.items]


async def until_listed(app, pilot):
    def is_listed():
        return len(app.screen.glossary) == 6 and app.screen.workspace.is_being_indexed

    await waiting.until(is_listed, pilot, "all terms")


async def until_indexed(app, pilot):
    await waiting.until(lambda: app.screen.backlinks_ready, pilot, "links and search")
    await settle(app, pilot)


async def test_all_terms_are_listed_before_links_and_search_are_there(first_start, gate):
    app = first_start()
    async with app.run_test(size=SIZE) as pilot:
        before = shown(app)
        await until_listed(app, pilot)
        assert head(app) == "6 terms, being indexed"
        assert number_of_terms(app) == 6
        assert app.screen.query_one(TermList).highlighted.id == before == shown(app)
        assert isinstance(app.focused, SearchBox)
        assert not app.screen.backlinks_ready
        gate.open()
        await until_indexed(app, pilot)
        assert head(app) == "6 terms"
        assert shown(app) == before
        assert "cnn" in [target for _, target in related(app)]


async def test_titles_are_searched_meanwhile_and_everything_afterwards(first_start, gate):
    app = first_start()
    async with app.run_test(size=SIZE) as pilot:
        await until_listed(app, pilot)
        await pilot.press(*"lab")
        assert shown(app) == "label"
        await pilot.press("ctrl+l", *"labl")
        await settle(app, pilot)
        assert "Only titles are searched" in text_of(app)
        gate.open()
        await until_indexed(app, pilot)
        assert shown(app) == "label"
        assert app.screen.query_one(SearchBox).value == "labl"


async def test_who_reads_on_is_not_disturbed(first_start, gate):
    app = first_start()
    async with app.run_test(size=SIZE) as pilot:
        await until_listed(app, pilot)
        await pilot.press(*"imagenet", "enter", "3", "pagedown")
        await settle(app, pilot)
        place = app.screen.pane.place()
        assert place.spot != Spot()
        gate.open()
        await until_indexed(app, pilot)
        assert app.screen.pane.place() == place
        assert shown(app) == "image-net"
        assert app.focused is app.screen.pane.text


async def test_what_takes_the_links_of_all_terms_says_that_they_are_not_there_yet(
    first_start, gate
):
    app = first_start("label")
    async with app.run_test(size=SIZE) as pilot:
        await until_listed(app, pilot)
        await waiting.until(lambda: shown(app) == "label", pilot, "the term")
        screen = app.screen
        assert [target for _, target in related(app)] == ["image-net"]
        await pilot.press("M")
        app.screen.begin_study(StudyWish())
        await pilot.pause()
        assert app.screen is screen
        said = " ".join(str(each.message) for each in app._notifications)
        assert "Who names whom is still being found out" in said
        assert "What to learn first is still being found out" in said
        gate.open()
        await until_indexed(app, pilot)
        app.screen.begin_study(StudyWish())
        await pilot.pause()
        assert isinstance(app.screen, StudyScreen)


async def test_an_edit_is_shown_meanwhile_and_stays(first_start, gate, folder):
    app = first_start("label")
    async with app.run_test(size=SIZE) as pilot:
        await until_listed(app, pilot)
        await waiting.until(lambda: shown(app) == "label", pilot, "the term")
        write_entry(folder, "short", "Brief", related="Label")
        app.screen.files_changed([str(folder / "short.md")])
        await waiting.until(
            lambda: app.screen.workspace.beneath is not None, pilot, "the edit laid over"
        )
        assert app.screen.workspace.is_being_indexed
        assert app.screen.glossary.by_id("short").title == "Brief"
        await pilot.press("/", *"brie")
        await settle(app, pilot)
        assert shown(app) == "short"
        gate.open()
        await until_indexed(app, pilot)
        assert not app.screen.workspace.is_being_indexed
        assert app.screen.glossary.by_id("short").title == "Brief"
        assert shown(app) == "short"


async def test_a_start_that_was_broken_off_goes_on_with_what_it_had_kept(folder, gate):
    open_workspace([str(folder)], {})
    workspace = open_workspace([str(folder)], {}, way="at once")
    app = GlossaryApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await until_listed(app, pilot)
        await pilot.press(*"lab")
        assert shown(app) == "label"
        gate.open()
        await until_indexed(app, pilot)
        assert not workspace.awaits_extras


@pytest.mark.usefixtures("gate")
async def test_where_the_process_ends_without_having_done_it_it_is_done_here(
    first_start, monkeypatch
):
    code = upkeep._CODE.replace("open(", "sys.exit(1) or open(")
    monkeypatch.setattr(upkeep, "_CODE", code)
    app = first_start("label")
    async with app.run_test(size=SIZE) as pilot:
        await until_indexed(app, pilot)
        assert number_of_terms(app) >= 1
        assert not app.screen.workspace.is_being_indexed
        assert len(app.screen.glossary) == 6
