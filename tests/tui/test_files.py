"""Files under the interface: edited, read again, remarked upon; and links that lead out."""

from __future__ import annotations

import pytest

from glossary_tui.tui import editor
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens import remarks
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.remark_list import RemarkList
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry
from tui.test_browse import SIZE, settle, shown, text_of, view


@pytest.fixture
def edited(monkeypatch):
    """Edit by a function instead of an editor; what was edited."""
    calls = []

    def be(change):
        def edit(_app, path, line=0):
            calls.append((path, line))
            return change(path) or ""

        monkeypatch.setattr(editor, "edit", edit)
        monkeypatch.setattr(remarks, "edit", edit)
        return calls

    return be


def append(text):
    def change(path):
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)

    return change


async def test_an_edited_entry_is_shown_anew_at_the_same_place(folder, make_app, edited):
    calls = edited(append("\n### Remarks\nWritten just now.\n"))
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", "space", "e")
        await settle(app, pilot)
        assert calls == [(str(folder / "image-net.md"), 0)]
        assert (shown(app), view(app)) == ("image-net", "In-depth")
        assert app.screen.query_one(EntryText).first_line > 5
        await pilot.press("4")
        assert "Written just now." in text_of(app)


async def test_an_editor_that_fails_is_a_sentence(folder, make_app, edited):
    edited(lambda _path: "nosuch cannot be started")
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await settle(app, pilot)
        assert [each.message for each in app._notifications] == ["nosuch cannot be started"]


async def test_reloading_brings_new_terms_and_keeps_the_way_back(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "enter")
        await settle(app, pilot)
        write_entry(folder, "newcomer", "Newcomer")
        await pilot.press("ctrl+r")
        await settle(app, pilot)
        assert shown(app) == "cnn"
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        assert shown(app) == "image-net"
        await pilot.press("slash", *"newcomer")
        await settle(app, pilot)
        assert shown(app) == "newcomer"


async def test_reloading_after_the_entry_has_gone_says_so(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        (folder / "label.md").unlink()
        await pilot.press("ctrl+r")
        await settle(app, pilot)
        assert [each.message for each in app._notifications] == [
            "The entry label is no longer here."
        ]


async def test_going_back_after_every_entry_has_gone_says_so(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "enter")
        await settle(app, pilot)
        for path in folder.glob("*.md"):
            path.unlink()
        await pilot.press("ctrl+r")
        await settle(app, pilot)
        await pilot.press("escape", "left_square_bracket")
        await settle(app, pilot)
        assert "There are no entries here" in text_of(app)


async def test_reloading_a_folder_that_has_gone_keeps_what_is_shown(tmp_path, make_app):
    folder = tmp_path / "entries"
    folder.mkdir()
    write_entry(folder, "a", "A")
    app = make_app(folder, term="a")
    async with app.run_test(size=SIZE) as pilot:
        (folder / "a.md").unlink()
        folder.rmdir()
        await pilot.press("ctrl+r")
        await settle(app, pilot)
        assert shown(app) == "a"
        assert "cannot read" in next(iter(app._notifications)).message


async def test_what_was_left_out_on_purpose_is_listed_last_and_alarms_nobody(folder, make_app):
    (folder / "README.md").write_text("# About\n", encoding="utf-8")
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert len(app.screen.workspace.diagnostics) == 1
        assert "problem" not in app.screen.query_one(KeyBar).render_line(0).text
        (folder / "z.md").write_text("---\ntitle: [\n---\nText.\n", encoding="utf-8")
        await pilot.press("ctrl+r")
        await settle(app, pilot)
        assert "1 problem" in app.screen.query_one(KeyBar).render_line(0).text
        await pilot.press("w")
        await settle(app, pilot)
        box = app.screen.query_one("#remarks-box")
        assert box.border_title == "2 remarks: 1 warning"
        rows = [app.screen.query_one(RemarkList).render_line(row).text for row in range(2)]
        assert "z.md" in rows[0]
        assert "README.md" in rows[1]


async def test_remarks_are_counted_listed_and_edited(folder, make_app, edited):
    calls = edited(append(""))
    (folder / "broken.md").write_text("---\ntitle: [\n---\nText.\n", encoding="utf-8")
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert "1 problem" in app.screen.query_one(KeyBar).render_line(0).text
        await pilot.press("w")
        await settle(app, pilot)
        row = app.screen.query_one(RemarkList).render_line(0).text
        assert "G010" in row
        assert "broken.md" in row
        await pilot.press("enter", "escape")
        await settle(app, pilot)
        assert [path for path, _ in calls] == [str(folder / "broken.md")]
        assert shown(app) == "image-net"


async def test_without_remarks_there_is_no_page_of_them(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        await settle(app, pilot)
        assert [each.message for each in app._notifications] == [
            "No remarks: nothing is wrong with the files."
        ]


async def test_a_link_out_is_shown_whole_before_it_is_opened(tmp_path, make_app, monkeypatch):
    url = "https://example.org/a?b=%5Bc%5D"
    write_entry(tmp_path, "a", "A", summary="See [the site](https://example.org/a?b=%5Bc%5D).")
    app = make_app(tmp_path, term="a")
    opened: list[str] = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "enter")
        await settle(app, pilot)
        assert url in next(iter(app._notifications)).message
        assert opened == []
        await pilot.press("enter")
        await settle(app, pilot)
        assert opened == [url]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x/y"])
async def test_other_schemes_are_never_opened(tmp_path, make_app, monkeypatch, target):
    write_entry(tmp_path, "a", "A", summary=f"See [it]({target}).")
    app = make_app(tmp_path, term="a")
    opened: list[str] = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "enter", "enter")
        await settle(app, pilot)
        assert opened == []


@pytest.fixture
def told(monkeypatch):
    """What the reader is told, in order."""
    messages = []
    monkeypatch.setattr(GlossaryApp, "notify", lambda _app, message, **_: messages.append(message))
    return messages


async def test_a_projects_own_glossary_is_offered_and_opened_on_request(folder, told, monkeypatch):
    project = folder.parent / "project"
    (project / ".glossary").mkdir(parents=True)
    write_entry(project / ".glossary", "ours", "Our Term")
    monkeypatch.chdir(project)
    app = GlossaryApp(open_workspace([], {}), "imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        offer = ["This project has a glossary of its own. Ctrl+g opens it."]
        assert told == offer
        await pilot.press("ctrl+g")
        await settle(app, pilot)
        await pilot.press(*"project", "enter")
        await settle(app, pilot)
        assert "Our Term in one sentence" in text_of(app)
        assert told == offer


async def test_nothing_is_offered_to_one_who_has_asked_for_a_glossary(
    folder, make_app, told, monkeypatch
):
    (folder.parent / ".glossary").mkdir()
    monkeypatch.chdir(folder.parent)
    app = make_app(folder)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert told == []
