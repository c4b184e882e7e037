"""An entry that is written while it is read is shown anew, and nobody loses their place."""

from __future__ import annotations

import os

import pytest

from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from tui.conftest import LONG, write_entry

SIZE = (100, 30)
DEPTH = f"{LONG}\n\nA [glass](glass.md) and a [lens](lens.md)."


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A glossary whose files are looked at only when a test says so."""
    monkeypatch.setattr("glossary_tui.tui.screens.watching._PERIOD", 1e6)
    write_entry(tmp_path, "telescope", "Telescope", summary="It shows far things.", depth=DEPTH)
    write_entry(tmp_path, "lens", "Lens")
    write_entry(tmp_path, "glass", "Glass")
    return tmp_path


async def look(app, pilot, times=2):
    """Let the screen look at the file as often as half-second ticks would."""
    for _ in range(times):
        app.screen.watch_file()
    await pilot.pause()


def written(app):
    lines = app.screen.query_one(EntryText).layout_of_text.lines
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def told(app):
    return [each.message for each in app._notifications]


async def test_what_is_written_is_shown_at_the_same_place_and_link(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G", "tab", "tab")
        pane, text = app.screen.query_one(EntryPane), app.screen.query_one(EntryText)
        before = pane.place()
        assert text.focused_link.target == "lens.md"
        write_entry(folder, "telescope", "Telescope", depth=f"{DEPTH}\n\nMore of it.")
        await look(app, pilot)
        assert "More of it." in written(app)
        assert pane.place() == before
        assert text.focused_link.target == "lens.md"
        assert pane.view_name == "In-depth"


async def test_a_file_that_is_still_being_written_is_waited_for(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        path = folder / "telescope.md"
        whole = path.read_text()
        os.truncate(path, 0)
        await look(app, pilot, 1)
        assert "far things" in written(app)
        path.write_text(whole.replace("far things", "near thi"))
        await look(app, pilot, 1)
        assert "far things" in written(app)
        path.write_text(whole.replace("far things", "near things now"))
        await look(app, pilot, 1)
        assert "far things" in written(app)
        await look(app, pilot, 1)
        assert "near things now" in written(app)


async def test_a_file_that_has_gone_is_told_of_once_and_what_it_said_stays(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        (folder / "telescope.md").rename(folder / "scope.md")
        await look(app, pilot, 3)
        assert "far things" in written(app)
        assert [each for each in told(app) if "telescope.md has gone" in each] == told(app)
        assert len(told(app)) == 1


async def test_a_file_that_comes_back_is_shown(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        (folder / "telescope.md").unlink()
        await look(app, pilot)
        write_entry(folder, "telescope", "Telescope", summary="Here again.")
        await look(app, pilot)
        assert "Here again." in written(app)


async def test_a_file_that_says_the_same_is_not_read_again(folder, make_app, monkeypatch):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        monkeypatch.setattr(EntryPane, "read_again", lambda _: pytest.fail("read again"))
        await look(app, pilot, 5)


async def test_a_new_title_and_new_names_are_known_everywhere(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        write_entry(folder, "telescope", "Spyglass", head='aliases: ["Scope"]', summary="New.")
        await look(app, pilot)
        for _ in range(200):
            if not app.screen._is_looking:
                break
            await pilot.pause()
        await pilot.pause()
        assert app.screen.query_one(EntryPane).entry.title == "Spyglass"
        assert [each.id for each in app.screen.glossary.candidates("scope")] == ["telescope"]
        assert "New." in written(app)


async def test_what_is_found_stays_found(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+f", *"far", "enter")
        await pilot.pause()
        write_entry(folder, "telescope", "Telescope", summary="A far, far star.")
        await look(app, pilot)
        text = app.screen.query_one(EntryText)
        assert len(text.layout_of_text.marks) == 2
        assert str(app.screen.query_one("#find .count").render()) == "1 of 2"
        await pilot.press("n")
        await pilot.pause()
        assert str(app.screen.query_one("#find .count").render()) == "2 of 2"


async def test_the_screen_looks_by_itself(folder, make_app, monkeypatch):
    monkeypatch.setattr("glossary_tui.tui.screens.watching._PERIOD", 0.01)
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        write_entry(folder, "telescope", "Telescope", summary="Written meanwhile.")
        for _ in range(500):
            if "Written meanwhile." in written(app):
                break
            await pilot.pause(0.01)
        assert "Written meanwhile." in written(app)


async def test_the_editor_s_work_is_shown_at_the_same_place(folder, make_app, monkeypatch):
    def edit(_app, path, line=0):
        assert path.endswith("telescope.md")
        write_entry(folder, "telescope", "Telescope", depth=f"{DEPTH}\n\nBy the editor.")
        return ""

    monkeypatch.setattr("glossary_tui.tui.editor.edit", edit)
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G", "tab", "tab")
        before = app.screen.query_one(EntryPane).place()
        await pilot.press("e")
        await pilot.pause()
        await pilot.pause()
        assert "By the editor." in written(app)
        after = app.screen.query_one(EntryPane).place()
        assert (after.role, after.spot.link) == (before.role, before.spot.link)
        assert after.spot.line == before.spot.line


async def test_a_preview_that_is_edited_is_come_back_to(folder, make_app, monkeypatch):
    monkeypatch.setattr("glossary_tui.tui.editor.edit", lambda *_: "")
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("t", "up")
        await pilot.pause()
        before = app.screen.query_one(EntryPane).entry
        assert before is not None
        assert before.id == "lens"
        await pilot.press("e")
        await pilot.pause()
        await pilot.pause()
        after = app.screen.query_one(EntryPane).entry
        assert after is not None
        assert after.id == "lens"
