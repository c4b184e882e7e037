"""The screen that one lives in, driven by its keys."""

from __future__ import annotations

import os

import pytest

from glossary_tui.tui.screens.remarks import RemarksScreen
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.term_list import TermList
from tui.conftest import write_entry

SIZE = (100, 30)


def shown(app):
    """The id of the entry on the screen."""
    entry = app.screen.query_one(EntryPane).entry
    return entry.id if entry else None


def view(app):
    pane = app.screen.query_one(EntryPane)
    return pane.sections[pane.index].title


def text_of(app):
    """The text on the screen."""
    lines = app.screen.query_one(EntryText).layout_of_text.lines
    return "\n".join("".join(piece.text for piece in line) for line in lines)


async def settle(app, pilot):
    """Let messages and workers come to their end."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_without_a_term_the_search_box_has_the_focus_and_the_first_term_is_previewed(app):
    async with app.run_test(size=SIZE):
        assert isinstance(app.focused, SearchBox)
        assert shown(app) == "cnn"


async def test_with_a_term_the_text_has_the_focus(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE):
        assert isinstance(app.focused, EntryText)
        assert shown(app) == "image-net"
        assert app.screen.query_one(TermList).highlighted.id == "image-net"


async def test_every_key_narrows_the_list_and_previews_the_best_match(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("l", "a", "b")
        await pilot.pause()
        assert shown(app) == "label"
        assert app.screen.query_one(TermList).highlighted.id == "label"


async def test_a_row_shows_the_match_however_late_it_stands_in_a_line(tmp_path, make_app):
    line = "The beginning of a line that goes on and on until at last a zebra is met"
    write_entry(tmp_path, "a", "A", summary=line)
    app = make_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"/zebra")
        await settle(app, pilot)
        assert "…at last a zebra" in app.screen.query_one(TermList).render_line(0).text


async def test_enter_goes_to_the_best_match(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"label", "enter")
        await pilot.pause()
        assert isinstance(app.focused, EntryText)
        assert shown(app) == "label"


async def test_arrows_preview_from_the_search_box(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down")
        await settle(app, pilot)
        assert shown(app) == "image-net"
        assert isinstance(app.focused, SearchBox)


async def test_previewing_writes_no_history_and_going_does(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"label", "enter", "slash", *"imagenet", "enter", "left_square_bracket")
        await pilot.pause()
        assert shown(app) == "label"
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert shown(app) == "image-net"


@pytest.mark.parametrize(
    ("back", "forward"),
    [("left_square_bracket", "right_square_bracket"), ("alt+left", "alt+right")],
)
async def test_back_and_forward_restore_view_and_scroll(folder, make_app, back, forward):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", "space", "r", "enter")
        await pilot.pause()
        assert shown(app) == "cnn"
        await pilot.press("1", back)
        await pilot.pause()
        assert (shown(app), view(app)) == ("image-net", "In-depth")
        assert app.screen.query_one(EntryText).first_line > 5
        await pilot.press(forward)
        await pilot.pause()
        assert (shown(app), view(app)) == ("cnn", "Summary")


async def test_back_restores_the_focused_link(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert shown(app) == "label"
        await pilot.press("left_square_bracket")
        await pilot.pause()
        assert app.screen.query_one(EntryText).link == 1


async def test_the_chosen_view_stays_from_term_to_term(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "r", "enter")
        await pilot.pause()
        assert (shown(app), view(app)) == ("cnn", "ELI5")


async def test_an_entry_without_the_chosen_view_shows_the_nearest_and_says_so(folder, make_app):
    app = make_app(folder, term="short")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert view(app) == "Summary"
        assert "no In-depth" in text_of(app)
        assert "summary alone" in text_of(app)


async def test_an_empty_view_counts_as_one_that_is_missing(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert "This entry has no ELI5; this is its Summary." in text_of(app)


async def test_an_entry_without_any_text_says_so(tmp_path, make_app):
    (tmp_path / "bare.md").write_text("---\ntitle: Bare\n---\n", encoding="utf-8")
    app = make_app(tmp_path, term="bare")
    async with app.run_test(size=SIZE):
        assert "Nothing is written in this entry yet." in text_of(app)


async def test_left_and_right_step_through_the_views(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("right", "right", "right", "left")
        assert view(app) == "ELI5"


async def test_related_and_referenced_by_and_unresolved_are_told_apart(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        panel = app.screen.query_one(RelatedPanel)
        groups = {group.title: [item.text for item in group.items] for group in panel._groups}
    assert groups == {
        "Related": ["Convolutional Neural Network", "Label"],
        "No entry": ["Telescope"],
        "Named by": ["Convolutional Neural Network", "Label"],
    }


async def test_a_related_term_without_an_entry_opens_the_search_with_it(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "right", "right", "enter")
        await pilot.pause()
        assert app.screen.query_one(SearchBox).value == "Telescope"
        assert isinstance(app.focused, SearchBox)


async def test_a_name_of_two_entries_opens_the_list_of_both(folder, make_app):
    app = make_app(folder, term="layer")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.screen.query_one(SearchBox).value == "layer"
        terms = app.screen.query_one(TermList)
        listed = {terms.entry_at(row).id for row in (0, 1)}
        assert listed == {"layer-a", "layer-b"}


async def test_a_slip_in_the_spelling_opens_the_list_with_the_search_filled_in(folder, make_app):
    app = make_app(folder, term="imagnet")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert app.screen.query_one(SearchBox).value == "imagnet"
        assert shown(app) == "image-net"


async def test_a_term_that_is_not_there_says_so(folder, make_app):
    app = make_app(folder, term="zzzz qqqq")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert "No entry for “zzzz qqqq”" in text_of(app)
        assert "/zzzz qqqq searches the texts of the entries." in text_of(app)
        await pilot.press("ctrl+l", *"!l !c !i !s")
        await settle(app, pilot)
        assert "searches the texts" not in text_of(app)


async def test_taking_back_a_search_that_found_nothing_shows_the_term_highlighted_before(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"label", "enter", "slash", *" zzzz qqqq")
        await settle(app, pilot)
        assert shown(app) is None
        await pilot.press("ctrl+l")
        await settle(app, pilot)
        assert app.screen.query_one(TermList).highlighted.id == "label"
        assert shown(app) == "label"


async def test_where_nothing_is_found_the_nearest_are_offered(folder, make_app):
    app = make_app(folder, term="loxehl")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        assert "No entry for “loxehl”" in text_of(app)
        await pilot.press("escape", "r", "enter")
        await settle(app, pilot)
        assert shown(app) == "label"


async def test_escape_leads_to_the_text_and_slash_back_to_the_search(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"lab", "escape")
        await pilot.pause()
        assert isinstance(app.focused, EntryText)
        assert shown(app) == "label"
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.focused, SearchBox)
        assert app.focused.value == "lab"


async def test_single_letters_are_text_in_the_search_box(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("q", "slash", "1", "left_square_bracket")
        await pilot.pause()
        assert app.focused.value == "q/1["


async def test_tab_walks_the_links_and_past_the_last_leaves_the_text(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        text = app.screen.query_one(EntryText)
        await pilot.press("tab")
        assert text.link == 0
        await pilot.press("tab")
        assert text.link == 1
        await pilot.press("shift+tab", "tab", "tab")
        await pilot.pause()
        assert isinstance(app.focused, RelatedPanel)


async def test_capitals_j_and_k_go_along_the_list(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("J")
        await pilot.pause()
        assert shown(app) == "image-net"
        await pilot.press("K", "K")
        await pilot.pause()
        assert shown(app) == "cnn"


async def test_the_list_takes_the_keys_of_a_pager(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape", "t", "G")
        await pilot.pause()
        assert shown(app) == "short"
        await pilot.press("g", "j", "enter")
        await pilot.pause()
        assert shown(app) == "image-net"
        assert isinstance(app.focused, EntryText)


async def test_a_click_on_the_list_previews_and_a_second_one_goes(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(TermList, offset=(4, 2))
        await pilot.pause()
        assert shown(app) == "label"
        await pilot.click(TermList, offset=(4, 2))
        await pilot.pause()
        assert isinstance(app.focused, EntryText)


async def test_a_click_on_a_tab_a_link_and_a_related_term(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click("ViewTabs", offset=(16, 0))
        await pilot.pause()
        assert view(app) == "ELI5"
        await pilot.click("ViewTabs", offset=(3, 0))
        await pilot.pause()
        line, start, _ = app.screen.query_one(EntryText).links[0].regions[0]
        await pilot.click(EntryText, offset=(start + 3, line))
        await pilot.pause()
        assert shown(app) == "image-net"
        await pilot.click(RelatedPanel, offset=(14, 1))  # below the rule
        await pilot.pause()
        assert shown(app) == "cnn"


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 50)])
async def test_every_size_has_room_for_the_text(folder, make_app, size):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        region = app.screen.query_one(EntryText).region
        assert region.width >= 38
        assert region.height >= 5
        await pilot.press("slash")
        await pilot.pause()
        assert app.screen.query_one(TermList).region.height >= 5


async def test_related_terms_stand_beside_the_text_only_where_there_is_room(folder, make_app):
    app = make_app(folder, term="imagenet")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        text, panel = app.screen.query_one(EntryText), app.screen.query_one(RelatedPanel)
        assert panel.region.x >= text.region.right
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert panel.region.y >= text.region.bottom


async def test_an_empty_folder_says_what_an_entry_is(tmp_path, make_app):
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "There are no entries here" in text_of(app)
        await pilot.press(*"abc", "enter", "escape", "left_square_bracket", "r", "J")
        await pilot.pause()
        assert "There are no entries here" in text_of(app)


async def test_a_folder_of_broken_files_says_how_many_and_what_to_press(tmp_path, make_app):
    for name in "ab":
        os.mkfifo(tmp_path / f"{name}.md")
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        text = " ".join(text_of(app).split())
        assert "No entry here can be read" in text
        assert "2 files there are not readable" in text
        assert "w says why" in text
        assert "Ctrl+r reads the files again" in text
        await pilot.press("w")
        assert isinstance(app.screen, RemarksScreen)
        write_entry(tmp_path, "c", "C")
        await pilot.press("escape", "ctrl+r")
        await settle(app, pilot)
        assert shown(app) == "c"


async def test_a_glossary_of_one_entry(tmp_path, make_app):
    write_entry(tmp_path, "only", "Only")
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "up", "enter", "J", "left_square_bracket")
        await pilot.pause()
        assert shown(app) == "only"


async def test_an_entry_whose_file_has_gone_says_so(folder, make_app):
    app = make_app(folder)
    (folder / "label.md").unlink()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"label")
        await pilot.pause()
        assert "cannot be read" in text_of(app)


async def test_markup_in_a_title_is_plain_text(tmp_path, make_app):
    write_entry(tmp_path, "odd", "[bold red]x[/] [@click=app.quit]y[/]")
    app = make_app(tmp_path, term="odd")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        row = app.screen.query_one(TermList).render_line(0).text
        assert "[bold red]x[/]" in row


async def test_the_theme_changes_and_is_remembered(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("d")
        await pilot.pause()
        assert app.theme == "glossary-light"
    again = make_app(folder)
    async with again.run_test(size=SIZE):
        assert again.theme == "glossary-light"
