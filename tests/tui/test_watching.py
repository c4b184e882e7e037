"""Whatever is shown is what the files say, also of files that nobody has in sight."""

from __future__ import annotations

import os
import sys

import pytest
from waiting import until, until_links_are_read

from glossary_tui.tui.screens.map import MapScreen
from glossary_tui.tui.screens.path import PathScreen
from glossary_tui.tui.screens.study import StudyScreen
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.graph_map import GraphMap
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.path_view import PathView
from glossary_tui.tui.widgets.peek import Peek
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.workspace.studying import StudyWish
from glossary_tui.workspace.upkeep import Upkeep
from tui.conftest import write_entry
from tui.test_browse import SIZE, settle, shown, text_of


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch):
    """Nobody looks by himself: a test says which files have changed."""
    monkeypatch.setattr("glossary_tui.tui.screens.watching._PERIOD", 1e6)
    monkeypatch.setattr(Upkeep, "start", lambda _: None)


class Files:
    """The files of a glossary, and the screen that follows them."""

    def __init__(self, folder):
        self.folder = folder
        self._clock = 1_000_000_000
        self.changed: set[str] = set()

    def write(self, name, title, **parts):
        write_entry(self.folder, name, title, **parts)
        self._clock += 1
        os.utime(self.folder / f"{name}.md", (self._clock, self._clock))
        self.changed.add(str(self.folder / f"{name}.md"))

    def remove(self, name):
        (self.folder / f"{name}.md").unlink()
        self.changed.add(str(self.folder / f"{name}.md"))

    async def tell(self, app, pilot):
        """The lookout's part, and the thread's."""
        desk = app.screen_stack[0]
        before = desk.workspace.glossary
        desk.files_changed(self.changed)
        self.changed = set()
        await until(lambda: desk.workspace.glossary is not before, pilot, "what the files say")
        await settle(app, pilot)


@pytest.fixture
def files(folder):
    for path in folder.iterdir():
        os.utime(path, (1e9, 1e9))
    return Files(folder)


@pytest.fixture
def opened(files, make_app):
    """An app over the files, opened at a term."""

    def make(term=""):
        return make_app(files.folder, term=term)

    return make


def listed(app):
    return [entry.title for entry in app.screen_stack[0].query_one(TermList).in_sight()]


def highlighted(app):
    return app.screen_stack[0].query_one(TermList).highlighted.id


def told(app):
    return " ".join(each.message for each in app._notifications)


async def test_a_file_that_comes_changes_and_goes_is_listed_so(opened, files):
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        files.write("aaa", "Aardvark")
        files.write("short", "Brief")
        files.remove("layer-a")
        await files.tell(app, pilot)
        assert listed(app) == [
            "Aardvark",
            "Brief",
            "Convolutional Neural Network",
            "ImageNet",
            "Label",
            "Layer",
        ]
        assert (shown(app), highlighted(app)) == ("label", "label")


async def test_the_list_stays_where_it_is_when_a_term_comes_above_it(tmp_path, make_app):
    for number in range(100):
        write_entry(tmp_path, f"t{number:02}", f"Term {number:02}")
    files = Files(tmp_path)
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        terms = app.screen.query_one(TermList)
        terms.go_to(60)
        terms.go_to(50)
        await pilot.pause()
        line = terms.cursor - terms.scroll_offset.y
        assert 0 < line < terms.size.height - 1
        files.write("aaa", "Aardvark")
        await files.tell(app, pilot)
        assert (terms.cursor, terms.highlighted.id) == (51, "t50")
        assert terms.cursor - terms.scroll_offset.y == line


async def test_what_was_typed_is_answered_anew_and_the_highlight_stays_on_its_term(opened, files):
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press(*"layer", "down")
        assert highlighted(app) == "layer-b"
        files.write("layer", "Layer")
        files.write("layer-0", "Layer")
        await files.tell(app, pilot)
        assert app.screen.query_one(SearchBox).value == "layer"
        assert len(app.screen.query_one(TermList)) == 4
        assert (highlighted(app), shown(app)) == ("layer-b", "layer-b")


async def test_what_was_not_found_is_shown_when_its_file_comes(opened, files):
    app = opened()
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press(*"zebra")
        assert "No entry for" in text_of(app)
        files.write("zebra", "Zebra")
        await files.tell(app, pilot)
        assert shown(app) == "zebra"


async def test_an_entry_that_is_come_to_is_never_older_than_its_file(opened, files):
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        files.write("layer-a", "Sheet", summary="Written a moment ago.", related="Short")
        await pilot.press("J")  # the next term of the list, before anybody has noticed
        assert shown(app) == "layer-a"
        assert "Sheet" in app.screen.pane.entry.title
        assert [link.text for link in app.screen.pane.entry.links] == ["Short"]
        assert "Written a moment ago." in text_of(app)
        await until(lambda: "Sheet" in listed(app), pilot, "the list")


async def test_a_peek_is_never_older_than_its_file_and_follows_it(opened, files):
    app = opened("cnn")
    async with app.run_test(size=SIZE) as pilot:
        await until_links_are_read(pilot)
        files.write("image-net", "ImageNet (ILSVRC)", summary="Seen at once.")
        await pilot.press("escape", "tab", "p")
        assert "ImageNet (ILSVRC)" in app.screen.query_one(Peek).in_words()
        files.write("image-net", "Image Net", summary="And then this.")
        await files.tell(app, pilot)
        assert app.screen.pane.is_peeking
        assert "Image Net" in app.screen.query_one(Peek).in_words()


async def test_the_neighbours_follow_files_that_name_the_entry(opened, files):
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await until_links_are_read(pilot)
        files.write("short", "Short", related="Label")
        files.remove("layer-b")
        await files.tell(app, pilot)
        names = [item.text for item in app.screen.pane.related.items]
        assert "Short" in names
        assert names.count("Layer") == 1


async def test_a_deleted_entry_stays_on_the_screen_and_no_command_minds(opened, files):
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await until_links_are_read(pilot)
        files.remove("label")
        await files.tell(app, pilot)
        app.screen.watch_file()
        await pilot.pause()
        assert shown(app) == "label"
        assert "label.md has gone" in told(app)
        assert "Label" not in listed(app)
        await pilot.press("M", "P", "R", "t", "m", "m", "2", "J", "[", "]")
        await settle(app, pilot)
        assert "nothing is around it" in told(app)
        assert app.crash is None


async def test_a_renamed_file_is_listed_under_its_new_name(opened, files):
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        before, after = files.folder / "label.md", files.folder / "tag.md"
        before.rename(after)
        files.changed = {str(before), str(after)}
        await files.tell(app, pilot)
        assert [app.screen.glossary.by_id(each) is None for each in ("label", "tag")] == [1, 0]
        assert listed(app).count("Label") == 1
        assert shown(app) == "label"


async def test_half_a_file_is_shown_as_a_start_would_show_it_and_said_to_be_odd(opened, files):
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        path = files.folder / "short.md"
        path.write_text("---\ntitle: Short\naliases: [\n---\nSho", encoding="utf-8")
        files.changed = {str(path)}
        await files.tell(app, pilot)
        assert app.screen.glossary.by_id("short") is not None
        assert any(each.path == str(path) for each in app.screen.workspace.diagnostics)
        assert "problem" in app.screen.query_one(KeyBar).render_line(0).text
        fresh = app.screen.workspace.reopen()
        assert app.screen.workspace.diagnostics == fresh.diagnostics


async def test_the_last_file_may_go_and_the_first_may_come(tmp_path, make_app):
    files = Files(tmp_path)
    files.write("only", "Only")
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        files.remove("only")
        await files.tell(app, pilot)
        assert listed(app) == []
        files.write("other", "Other")
        await files.tell(app, pilot)
        assert listed(app) == ["Other"]
        assert app.crash is None


async def test_the_first_file_of_an_empty_glossary_is_shown(tmp_path, make_app):
    files = Files(tmp_path)
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert app.screen.query_one(EntryPane).entry is None
        files.write("first", "First")
        await files.tell(app, pilot)
        assert shown(app) == "first"


async def test_a_map_follows_the_files(opened, files):
    app = opened("label")
    async with app.run_test(size=(120, 40)) as pilot:
        await until_links_are_read(pilot)
        await pilot.press("M")
        await settle(app, pilot)
        assert isinstance(app.screen, MapScreen)
        files.write("short", "Brief", related="Label")
        await files.tell(app, pilot)
        assert app.screen.centre.id == "label"
        near = app.screen._linked("label")
        assert "short" in near
        files.remove("label")
        await files.tell(app, pilot)
        await pilot.press("down", "tab", "c", "question_mark", "escape")
        assert app.crash is None
        assert app.screen.query_one(GraphMap).marked


async def test_a_way_follows_the_files(opened, files):
    app = opened("label")
    async with app.run_test(size=(120, 40)) as pilot:
        await until_links_are_read(pilot)
        await pilot.press("P", *"short")
        await settle(app, pilot)
        assert isinstance(app.screen, PathScreen)
        assert "none" in app.screen.in_words()
        files.write("short", "Brief", head="aliases: [Short]", related="Label")
        await files.tell(app, pilot)
        assert app.screen.in_words() == "The way from Label to Brief: 1 step"
        assert [term.entry_id for term in app.screen.query_one(PathView).terms] == [
            "label",
            "short",
        ]
        files.remove("label")
        await files.tell(app, pilot)
        await pilot.press("backspace", "x", "backspace")
        assert app.crash is None


async def test_a_study_session_asks_of_what_the_files_say(opened, files):
    app = opened("imagenet")
    app._study = StudyWish(kinds=("meaning",), around="image-net")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(app, pilot)
        assert isinstance(app.screen, StudyScreen)
        await pilot.press("space")
        files.write("image-net", "ImageNet", summary="Quite another answer.")
        files.write("short", "Brief")
        await files.tell(app, pilot)
        before = app.screen.hand
        assert before is not None
        assert before.question.reveals[0].text == "Quite another answer."
        assert before.shown == 1
        files.write("short", "Briefer")
        await files.tell(app, pilot)
        assert app.screen.hand is before  # it reads as it did
        files.remove("image-net")
        await files.tell(app, pilot)
        after = app.screen.hand
        assert after is not None
        assert after.question.entry.id != "image-net"
        assert app.crash is None


async def test_a_text_that_is_read_keeps_its_place_and_find_its_matches(opened, files):
    app = opened("image-net")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press("3", "G")
        before = app.screen.pane.place()
        files.write("label", "Label", summary="Elsewhere.", related="Short")
        await files.tell(app, pilot)
        assert app.screen.pane.place() == before
        assert app.focused is app.screen.query_one(EntryText)


async def test_what_comes_while_all_files_are_looked_at_is_laid_over_what_that_finds(
    opened, files, monkeypatch
):
    started: list[Upkeep] = []
    monkeypatch.setattr(Upkeep, "start", lambda upkeep: started.append(upkeep))  # noqa: PLW0108 # a method
    app = opened("label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        desk = app.screen
        desk.follow_again()
        newer = desk.workspace.reopen()  # what that look finds, before the edit
        files.write("short", "Brief")
        await files.tell(app, pilot)
        started[0]._finish(newer)
        await until(lambda: desk.workspace.store is newer.store, pilot, "the outcome")
        await settle(app, pilot)
        assert "Brief" in listed(app)
        await until(lambda: len(started) == 2, pilot, "another look")


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
def test_files_out_of_sight_are_followed_in_a_real_terminal(tmp_path, open_terminal):
    for number in range(300):
        write_entry(tmp_path, f"t{number:03}", f"Term {number:03}", related="Term 001")
    terminal = open_terminal("--entries", str(tmp_path), "term 000", columns=100, rows=30)
    terminal.wait_for("Term 000 in one sentence.")
    terminal.press("/", *"zebra")
    terminal.wait_for("No entry for")
    write_entry(tmp_path, "t222", "Zebra", summary="Striped, and written meanwhile.")
    terminal.wait_for("Striped, and written meanwhile.")
    (tmp_path / "t111.md").rename(tmp_path / "aside")
    write_entry(tmp_path, "new", "Zebra crossing", summary="Comes later.")
    terminal.wait_for("Zebra crossing")
    terminal.wait_for("2 of 300")
    terminal.press("\x03")
    assert terminal.wait_for_end() == 0
