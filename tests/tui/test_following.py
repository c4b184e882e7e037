"""What is on the screen follows the files, and nothing that the reader holds is lost."""

from __future__ import annotations

import os

import pytest
import waiting

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.cache import place
from glossary_tui.workspace.cache import store as store_module
from glossary_tui.workspace.upkeep import Upkeep
from tui.conftest import write_entry
from tui.test_browse import SIZE, settle, shown, text_of


async def until(condition, app, pilot):
    """Let the program go on until *condition* holds, and all that follows has been done."""
    await waiting.until(condition, pilot, "what the files say")
    await settle(app, pilot)


@pytest.fixture
def at_once(folder, monkeypatch):
    """The glossary opened at once, of which only the first files have been read."""
    monkeypatch.setattr(store_module, "AT_ONCE", 2)

    def make(term=""):
        return GlossaryApp(open_workspace([str(folder)], {}, way="at once"), term)

    return make


@pytest.fixture
def read_on(monkeypatch):
    """Let the reading go on, which waits until then."""
    waiting: list[Upkeep] = []
    start = Upkeep.start
    monkeypatch.setattr(Upkeep, "start", lambda upkeep: waiting.append(upkeep))  # noqa: PLW0108 # a method

    async def go_on(app, pilot):
        await until(lambda: waiting, app, pilot)
        start(waiting.pop())

    return go_on


def links(app):
    return [link.text for link in app.screen.query_one(EntryPane).entry.links]


def number_of_terms(app):
    return len(app.screen.query_one(TermList))


async def test_the_list_grows_and_the_reader_keeps_the_place(at_once, read_on):
    app = at_once()
    async with app.run_test(size=SIZE) as pilot:
        before = shown(app)
        assert number_of_terms(app) == 2
        await read_on(app, pilot)
        await until(lambda: number_of_terms(app) == 6, app, pilot)
        assert shown(app) == before
        assert app.screen.query_one(TermList).highlighted.id == before
        assert isinstance(app.focused, SearchBox)


async def test_what_was_typed_is_answered_anew(at_once, read_on):
    app = at_once()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"layer")
        await read_on(app, pilot)
        await until(lambda: len(app.screen.glossary) == 6, app, pilot)
        assert app.screen.query_one(SearchBox).value == "layer"
        assert number_of_terms(app) >= 2


async def test_who_has_only_typed_is_shown_the_best_of_all_when_it_is_there(at_once, read_on):
    app = at_once()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"l")
        first = shown(app)
        await read_on(app, pilot)
        await until(lambda: number_of_terms(app) > 1, app, pilot)
        best = app.screen.query_one(TermList).highlighted.id
        assert app.screen.query_one(TermList).cursor == 0
        assert shown(app) == best != first


async def test_who_reads_keeps_the_entry_and_its_row_when_more_is_found(at_once, read_on):
    app = at_once()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"l", "enter")
        read = shown(app)
        await read_on(app, pilot)
        await until(lambda: number_of_terms(app) > 1, app, pilot)
        assert shown(app) == read
        assert app.screen.query_one(TermList).highlighted.id == read
        assert app.screen.query_one(TermList).cursor > 0


async def test_what_was_not_found_among_the_first_files_is_shown_when_it_is(at_once, read_on):
    app = at_once()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"short")
        await until(lambda: "Not all files have been read yet" in text_of(app), app, pilot)
        await read_on(app, pilot)
        await until(lambda: shown(app) == "short", app, pilot)
        assert app.screen.query_one(SearchBox).value == "short"


async def test_a_term_that_is_not_among_the_first_files_is_gone_to_when_it_is_there(at_once):
    app = at_once("short")
    async with app.run_test(size=SIZE) as pilot:
        await until(lambda: shown(app) == "short", app, pilot)


async def test_an_edit_made_before_the_start_is_shown_soon(folder, tmp_path):
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    open_workspace([str(folder)], {})
    write_entry(folder, "label", "Label", related="Short", summary="A label, explained anew.")
    os.utime(folder / "label.md", (1e9, 1e9 + 1))
    app = GlossaryApp(open_workspace([str(folder)], {}, way="at once"), "label")
    async with app.run_test(size=SIZE) as pilot:
        await until(lambda: links(app) == ["Short"], app, pilot)
        assert "explained anew" in text_of(app)


async def test_leaving_while_it_reads_is_no_trouble(at_once):
    app = at_once()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+c")
    assert app.crash is None


async def test_a_large_glossary_is_read_again_behind_the_screen(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(place, "WORTH_IT", 1)
    app = GlossaryApp(open_workspace([str(folder)], {}), "label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        screen = app.screen
        write_entry(folder, "newcomer", "Newcomer")
        await pilot.press("ctrl+r")
        assert app.screen is screen
        await until(lambda: number_of_terms(app) == 7, app, pilot)
        assert shown(app) == "label"


@pytest.fixture
def nothing_else_looks(monkeypatch):
    """Nobody looks at all files, and at single ones only when a test says so."""
    monkeypatch.setattr(Upkeep, "start", lambda _: None)
    monkeypatch.setattr("glossary_tui.tui.screens.watching._PERIOD", 1e6)


def listed(app):
    return [entry.title for entry in app.screen.query_one(TermList).in_sight()]


def rewrite(folder, name, title, **parts):
    write_entry(folder, name, title, **parts)
    os.utime(folder / f"{name}.md", (1e9, 1e9 + len(title)))


@pytest.mark.usefixtures("nothing_else_looks")
async def test_a_term_in_sight_has_its_new_title_after_two_looks(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        rewrite(folder, "short", "Brief", related="Label")
        app.screen.watch_list()
        assert "Brief" not in listed(app)
        app.screen.watch_list()
        await settle(app, pilot)
        assert "Brief" in listed(app)
        assert "Short" not in listed(app)
        assert shown(app) == "label"
        assert "short" in [
            each.id for each in app.screen.workspace.graph.referenced_by(app.screen.pane.entry)
        ]
        await pilot.press("/", *"brief")
        await settle(app, pilot)
        assert shown(app) == "short"


@pytest.mark.usefixtures("nothing_else_looks")
async def test_a_term_in_sight_is_looked_at_where_the_cache_was_believed(folder):
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    open_workspace([str(folder)], {})
    app = GlossaryApp(open_workspace([str(folder)], {}, way="at once"), "label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        rewrite(folder, "short", "Brief", related="Label")
        for _ in range(2):
            app.call_later(getattr(app.screen, "watch_list"))  # noqa: B009 # of this screen alone
        await until(lambda: "Brief" in listed(app), app, pilot)


@pytest.mark.usefixtures("nothing_else_looks")
async def test_the_links_of_what_is_read_follow_its_file_at_once(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert links(app) == ["ImageNet"]
        rewrite(folder, "label", "Label", related="Short, Layer", summary="Another text.")
        app.screen.watch_file()
        app.screen.watch_file()
        await settle(app, pilot)
        assert links(app) == ["Short", "Layer"]
        assert "Another text." in text_of(app)


@pytest.mark.usefixtures("nothing_else_looks")
async def test_looking_at_what_has_not_changed_opens_nothing(folder, make_app):
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        before = app.screen.workspace.glossary
        app.screen.watch_list()
        app.screen.watch_list()
        assert app.screen.workspace.glossary is before


async def test_an_edit_in_a_large_glossary_stays_until_all_is_known_anew(
    folder, monkeypatch, make_app, read_on
):
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    monkeypatch.setattr(place, "WORTH_IT", 1)
    monkeypatch.setattr("glossary_tui.tui.screens.watching._PERIOD", 1e6)
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await read_on(app, pilot)
        await until(lambda: app.screen.backlinks_ready, app, pilot)
        rewrite(folder, "label", "Label", related="Short", summary="Another text.")
        app.screen.watch_file()
        app.screen.watch_file()
        await until(lambda: app.screen.workspace.beneath is not None, app, pilot)
        assert links(app) == ["Short"]
        await read_on(app, pilot)
        await until(lambda: app.screen.workspace.beneath is None, app, pilot)
        await settle(app, pilot)
        assert links(app) == ["Short"]
        assert app.crash is None
