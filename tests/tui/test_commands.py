"""Commands found by name, and keys that the configuration changes."""

from __future__ import annotations

import pytest

from glossary_tui.tui.screens.help import HelpScreen
from glossary_tui.tui.screens.picker import PickerScreen
from glossary_tui.tui.widgets.choice_list import ChoiceList
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.key_bar import KeyBar
from tui.test_browse import SIZE, settle, shown


def offered(app):
    """What the palette offers, row by row."""
    return [choice.text for choice in app.screen.query_one(ChoiceList)._choices]


async def test_the_palette_carries_a_command_out(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"next term")
        assert offered(app)[0] == "Go to the next term of the list"
        await pilot.press("enter")
        await settle(app, pilot)
        assert shown(app) == "image-net"


async def test_the_palette_finds_terms_and_goes_there(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"ilsvrc", "enter")
        await settle(app, pilot)
        assert shown(app) == "image-net"
        await pilot.press("left_square_bracket")
        await settle(app, pilot)
        assert shown(app) == "cnn"


async def test_a_term_of_exactly_that_name_goes_before_the_commands(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"label")
        assert offered(app)[0] == "Label"


async def test_the_palette_shows_the_live_key(folder, make_app, configure):
    configure('[keys]\n"browse.next-term" = "ctrl+n"\n')
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"next term")
        row = app.screen.query_one(ChoiceList).render_line(0).text
        assert "Go to the next term of the list" in row
        assert row.rstrip().endswith("Ctrl+n")


async def test_the_palette_hides_what_is_impossible_now(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p")
        assert "Go back to where you were" not in offered(app)
        await pilot.press("escape", "J", "ctrl+p")
        assert "Go back to where you were" in offered(app)


async def test_in_a_study_session_the_palette_offers_its_commands_and_no_terms(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "enter")
        await settle(app, pilot)
        await pilot.press("ctrl+p", *"label")
        assert offered(app) == []
        await pilot.press(*["backspace"] * 5)
        assert "Leave the program" in offered(app)


async def test_the_palette_closes_and_leaves_all_as_it_was(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"qqqq", "enter", "escape")
        await settle(app, pilot)
        assert shown(app) == "cnn"
        assert isinstance(app.focused, EntryText)


async def test_help_shows_the_keys_of_this_place_first(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        page = str(app.screen.query_one("#keys-page").content)
        assert page.startswith("In the text\n")
        assert "Go back to where you were." in page
        assert "tag:vision" in page
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.focused, EntryText)


@pytest.mark.parametrize("keys", [["question_mark"], ["f1"], ["escape"]])
async def test_help_closes_by_the_key_that_opened_it(folder, make_app, keys):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.focused, EntryText)


async def test_help_is_searched_by_typing_and_scrolled(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("question_mark", "down", "pagedown")
        await pilot.pause()
        assert app.screen.query_one("#help-window").scroll_offset.y > 1
        await pilot.press("pageup", "up")
        await pilot.pause()
        assert app.screen.query_one("#help-window").scroll_offset.y == 0
        await pilot.press(*"related go")
        await pilot.pause()
        page = str(app.screen.query_one("#keys-page").content)
        assert "Go to the related terms." in page
        assert "Scroll" not in page
        await pilot.press(*"zzz")
        assert str(app.screen.query_one("#keys-page").content) == "No key of that name."


async def test_help_shows_changed_keys(folder, make_app, configure):
    configure('[keys]\n"browse.related" = ["ctrl+y"]\n"browse.edit" = []\n')
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        lines = str(app.screen.query_one("#keys-page").content).splitlines()
        (related,) = [line for line in lines if "Go to the related terms." in line]
        (edit,) = [line for line in lines if "Edit the entry" in line]
        assert related.split()[0] == "Ctrl+y"
        assert edit.split()[:2] == ["no", "key"]


async def test_a_changed_key_acts_and_the_old_one_does_not(folder, make_app, configure):
    configure('[keys]\n"browse.next-term" = "ctrl+n"\n"search.clear" = "ctrl+g"\n')
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.press("J")
        await pilot.pause()
        assert shown(app) == "cnn"
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert shown(app) == "image-net"
        await pilot.press("slash", "x", "ctrl+l")
        assert app.focused.value == "x"
        await pilot.press("ctrl+g")
        assert app.focused.value == ""
        assert "Ctrl+g clear" in app.screen.query_one(KeyBar).render_line(0).text


async def test_ctrl_q_and_ctrl_c_always_leave(folder, make_app, configure):
    configure('[keys]\n"app.quit" = []\n')
    for key in ("ctrl+q", "ctrl+c"):
        app = make_app(folder, term="cnn")
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("q", "slash", key)
            await pilot.pause()
            assert app._exit


async def test_a_clash_is_remarked_upon(folder, make_app, configure):
    configure('[keys]\n"browse.back" = "e"\n')
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("w")
        await pilot.pause()
        row = app.screen.query_one("RemarkList").render_line(0).text
        assert "K003" in row
        assert "config.toml:2" in row


async def test_themes_are_seen_before_they_are_chosen(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("D")
        assert isinstance(app.screen, PickerScreen)
        await pilot.press("down")
        await pilot.pause()
        assert app.theme == "glossary-light"
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == "glossary-dark"
        await pilot.press("D", *"nord", "enter")
        await pilot.pause()
        assert app.theme == "nord"
    again = make_app(folder)
    async with again.run_test(size=SIZE):
        assert again.theme == "nord"


async def test_the_palette_calls_the_views_by_their_names(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"show in-depth")
        assert offered(app)[0] == "Show In-depth"
        await pilot.press("enter")
        await settle(app, pilot)
        assert app.screen.pane.view_name == "In-depth"


async def test_the_palette_offers_the_grades_once_there_is_an_answer(folder, make_app):
    def grades():
        return [each for each in offered(app) if each.startswith("Grade")]

    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s", "enter")
        await settle(app, pilot)
        await pilot.press("ctrl+p", *"grade")
        assert grades() == []
        await pilot.press("escape", "space", "ctrl+p", *"grade")
        assert grades() == [f"Grade the card {name}" for name in ("Again", "Hard", "Good", "Easy")]


async def test_help_shows_the_keys_of_a_peek_first_only_while_there_is_one(folder, make_app):
    def places():
        page = str(app.screen.query_one("#keys-page").content)
        return [line for line in page.split("\n") if line and not line.startswith(" ")][:2]

    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("question_mark")
        assert places() == ["In the text", "On the main screen"]
        await pilot.press("escape", "tab", "p", "question_mark")
        assert places() == ["In the text", "While peeking at a link"]


@pytest.mark.parametrize("columns", [40, 50, 84, 120])
async def test_help_fits_the_window_and_keeps_meanings_in_their_column(folder, make_app, columns):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(columns, 30)) as pilot:
        await pilot.press("question_mark")
        await pilot.resize_terminal(columns, 31)
        await pilot.pause()
        page = app.screen.query_one("#keys-page")
        lines = str(page.content).split("\n")
        assert max(map(len, lines)) <= page.size.width
        assert page.size.height == len(lines)
        begun = {len(line) - len(line.lstrip()) for line in lines if line}
        assert len(begun) <= 3  # headings, keys, what is below what a key does


@pytest.mark.parametrize("columns", [1, 10, 25])
async def test_help_stands_in_a_window_that_is_no_window(folder, make_app, columns):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(columns, 4)) as pilot:
        await pilot.press("question_mark")
        assert "In the text" in str(app.screen.query_one("#keys-page").content)
