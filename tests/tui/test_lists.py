"""What is listed: bookmarks, recent terms, tags, orders, letters; and other glossaries."""

from __future__ import annotations

import json
import os

import pytest

from glossary_tui.paths import state_folder
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.letters import LettersScreen
from glossary_tui.tui.widgets.choice_list import ChoiceList
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.search_box import SearchBox
from glossary_tui.tui.widgets.sidebar import Sidebar
from glossary_tui.tui.widgets.term_list import TermList
from glossary_tui.workspace import open_workspace
from tui.conftest import write_entry
from tui.test_browse import SIZE, settle, shown, text_of


def listed(app):
    terms = app.screen.query_one(TermList)
    return [terms.entry_at(row).id for row in range(len(terms))]


def head(app):
    return app.screen.query_one(Sidebar).head


ALL = ["cnn", "image-net", "label", "layer-a", "layer-b", "short"]


async def test_bookmarks_are_listed_marked_and_kept(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", "K", "m", "apostrophe")
        await settle(app, pilot)
        assert listed(app) == ["image-net", "label"]
        assert head(app) == "Bookmarks, 2 terms"
        title = app.screen.query_one("EntryTitle").render_line
        assert title(0).text.rstrip().endswith("bookmarked")
        await pilot.press("escape", "escape", "J", "J")
        await settle(app, pilot)
        assert "bookmarked" not in title(0).text
        await pilot.press("apostrophe")
        await settle(app, pilot)
        assert app.screen.query_one(TermList).render_line(0).text.rstrip().endswith("•")
    again = make_app(folder, term="label")
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("m", "apostrophe")
        await settle(again, pilot)
        assert listed(again) == ["image-net"]


async def test_a_bookmark_taken_away_leaves_the_list(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", "apostrophe", "m")
        await settle(app, pilot)
        assert listed(app) == []
        assert [each.message for each in app._notifications][-1] == "Bookmark removed: Label"


@pytest.fixture
def newer_state():
    """A state file of a newer program."""
    os.makedirs(state_folder())
    with open(os.path.join(state_folder(), "state.json"), "w", encoding="utf-8") as file:
        json.dump({"version": 99}, file)


async def test_a_bookmark_that_cannot_be_written_says_so(newer_state, folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m")
        await settle(app, pilot)
        assert "until the program ends" in next(iter(app._notifications)).message


async def test_terms_read_last_are_listed_the_latest_first_and_kept(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("K", "K", "H")
        await settle(app, pilot)
        assert listed(app) == ["cnn", "image-net", "label"]
        assert head(app) == "Recent, 3 terms"
    again = make_app(folder, term="short")
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("H")
        await settle(again, pilot)
        assert listed(again) == ["short", "cnn", "image-net", "label"]


async def test_a_key_goes_through_the_lists_by_turns(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        heads = []
        for _ in range(3):
            await pilot.press("L")
            heads.append(head(app))
    assert heads == ["Bookmarks, m adds the term", "Recent, 1 term", "6 terms"]


async def test_a_tag_narrows_the_list_and_escape_widens_it(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("number_sign", *"vis", "enter")
        await settle(app, pilot)
        assert listed(app) == ["image-net"]
        assert head(app) == "tag:vision, 1 term"
        await pilot.press("escape")
        await settle(app, pilot)
        assert listed(app) == ALL
        assert isinstance(app.focused, TermList)
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.focused, EntryText)


async def test_a_search_stays_within_the_tag_and_escape_widens_it(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("number_sign", *"vision", "enter", "slash", "i")
        await settle(app, pilot)
        assert listed(app) == ["image-net"]
        assert head(app) == "tag:vision, 1 of 1"
        await pilot.press("escape")
        await settle(app, pilot)
        assert isinstance(app.focused, SearchBox)
        assert head(app).endswith("of 6")
        await pilot.press("escape", "J")
        await settle(app, pilot)
        assert isinstance(app.focused, EntryText)


async def test_any_tag_widens_the_list(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("number_sign", *"data", "enter", "number_sign", *"any", "enter")
        await settle(app, pilot)
        assert listed(app) == ALL


async def test_a_glossary_without_tags_says_so(tmp_path, make_app):
    write_entry(tmp_path, "a", "A")
    app = make_app(tmp_path, term="a")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("number_sign")
        await settle(app, pilot)
        assert [each.message for each in app._notifications] == ["No term here has a tag."]


@pytest.mark.parametrize(
    ("order", "first"),
    [("most", ["label", "image-net", "cnn"]), ("last", ["short", "cnn", "image-net"])],
)
async def test_the_list_is_sorted(folder, make_app, order, first):
    app = make_app(folder, term="short")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press("o", *order, "enter")
        await settle(app, pilot)
        assert listed(app)[:3] == first
        assert order in head(app)
        await pilot.press("o", *"title", "enter")
        await settle(app, pilot)
        assert listed(app) == ALL
        assert head(app) == "6 terms"


async def test_next_term_follows_the_order_of_the_list(folder, make_app):
    app = make_app(folder, term="label")
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press("o", *"most", "enter", "escape", "J")
        await settle(app, pilot)
        assert shown(app) == "image-net"


async def test_a_letter_leads_to_its_first_term(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("A")
        assert isinstance(app.screen, LettersScreen)
        await pilot.press("z", "l")
        await settle(app, pilot)
        assert shown(app) == "label"
        assert isinstance(app.focused, TermList)
        await pilot.press("A", "left", "enter")
        await settle(app, pilot)
        assert shown(app) == "image-net"
        await pilot.press("A", "right", "left", "escape")
        await settle(app, pilot)
        assert shown(app) == "image-net"


async def test_titles_that_begin_with_no_letter_stand_under_one_sign(tmp_path, make_app):
    write_entry(tmp_path, "b", "3D scan")
    write_entry(tmp_path, "a", "Éclair")
    app = make_app(tmp_path, term="a")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("A", "3")
        await settle(app, pilot)
        assert shown(app) == "b"
        await pilot.press("A", "e")
        await settle(app, pilot)
        assert shown(app) == "a"


async def test_random_goes_to_another_term_of_the_list(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(5):
            before = shown(app)
            await pilot.press("x")
            await settle(app, pilot)
            assert shown(app) != before
        await pilot.press("number_sign", *"data", "enter", "escape")
        await settle(app, pilot)


async def test_random_among_one_says_that_there_is_no_other(tmp_path, make_app):
    write_entry(tmp_path, "only", "Only")
    app = make_app(tmp_path, term="only")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("x")
        await settle(app, pilot)
        assert shown(app) == "only"
        assert "no other term" in next(iter(app._notifications)).message


async def test_reloading_keeps_the_list(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("number_sign", *"data", "enter", "ctrl+r")
        await settle(app, pilot)
        assert head(app) == "tag:data, 1 term"


@pytest.fixture
def named(_nobody, folder, tmp_path):
    """Two glossaries with names, the first of them opened at a term."""
    other = tmp_path / "other"
    other.mkdir()
    write_entry(other, "label", "Label", summary="Another label.")
    write_entry(other, "zebra", "Zebra")
    home = _nobody / ".config" / "glossary-tui"
    home.mkdir(parents=True)
    (home / "config.toml").write_text(
        f'glossary = "one"\n[glossaries]\none = ["{folder}"]\nother = ["{other}"]\n',
        encoding="utf-8",
    )
    return GlossaryApp(open_workspace([], {}), "label")


async def test_another_glossary_is_opened_and_bookmarks_are_each_ones_own(named):
    app = named
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("m", "ctrl+g")
        names = [choice.text for choice in app.screen.query_one(ChoiceList)._choices]
        assert names == ["one", "other", "bundled", "All of them"]
        await pilot.press(*"other", "enter")
        await settle(app, pilot)
        assert listed(app) == ["label", "zebra"]
        assert app.screen.query_one(TermList).render_line(0).text.rstrip() == "▌Label"
        await pilot.press("escape", "apostrophe")
        await settle(app, pilot)
        assert listed(app) == []
        await pilot.press("escape", "escape", "ctrl+g", *"all of", "enter")
        await settle(app, pilot)
        await pilot.press("escape", "apostrophe")
        await settle(app, pilot)
        assert listed(app) == ["one/label"]


async def test_a_glossary_that_has_gone_says_so_and_keeps_what_is_shown(named, tmp_path):
    app = named
    async with app.run_test(size=SIZE) as pilot:
        for path in (tmp_path / "other").iterdir():
            path.unlink()
        (tmp_path / "other").rmdir()
        await pilot.press("ctrl+g", *"other", "enter")
        await settle(app, pilot)
        assert shown(app) == "label"
        assert "other" in next(iter(app._notifications)).message
        assert "in one sentence" in text_of(app)


async def test_zen_hides_all_but_the_text_and_shows_it_again(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(120, 40)) as pilot:
        hidden = ["#sidebar", "ViewTabs", "#related", "#keys"]
        for _ in range(2):
            await pilot.press("z")
            await settle(app, pilot)
            assert isinstance(app.focused, EntryText)
            assert [app.screen.query_one(each).region.area for each in hidden] == [0] * 4
            await pilot.press("t")
            await settle(app, pilot)
            assert app.screen.query_one("#sidebar").region.x == 0
            assert app.screen.query_one("#sidebar").region.area
            await pilot.press("escape", "z")
            await settle(app, pilot)
            assert all(app.screen.query_one(each).region.area for each in hidden)


async def test_in_a_narrow_window_the_list_lies_over_the_text(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(50, 24)) as pilot:
        await settle(app, pilot)
        text = app.screen.query_one(EntryText).region
        assert text.width == 50
        assert not app.screen.query_one("#sidebar").region.area
        await pilot.press("slash")
        await settle(app, pilot)
        assert app.screen.query_one("#sidebar").region.width == 50
        assert app.screen.query_one(EntryText).region == text


async def test_the_key_bar_names_what_acts_everywhere_at_its_right_and_does_it(folder, make_app):
    app = make_app(folder, term="cnn")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        bar = app.screen.query_one("#keys")
        assert bar.render_line(0).text.rstrip().endswith("? help  q quit")
        await pilot.press("slash")
        await settle(app, pilot)
        line = bar.render_line(0).text
        assert line.rstrip().endswith("F1 help  Ctrl+q quit")
        await pilot.click("#keys", offset=(line.index("F1"), 0))
        await settle(app, pilot)
        assert app.screen.query("#help-box")


@pytest.mark.parametrize(
    ("typed", "row"),
    [
        ("cosine", "Cosine Similarity"),
        ("cosine d", "Cosine Similarity  Cosine…"),
        ("simil", "Cosine Similarity"),
        ("transf", "Principal Compone…  …transf"),
        ("spyglass", "Telescope  …Old Spyglass"),
        ("/gathers", "Telescope  …gathers light,…"),
    ],
)
async def test_a_row_is_known_by_its_title(tmp_path, make_app, typed, row):
    write_entry(
        tmp_path,
        "cosine",
        "Cosine Similarity",
        head='aliases: ["Cosine Distance", "New Similarity"]',
    )
    write_entry(tmp_path, "pca", "Principal Component Analysis", head='aliases: ["KL transf"]')
    write_entry(
        tmp_path,
        "telescope",
        "Telescope",
        head='aliases: ["A Very Old Spyglass"]',
        summary="A tool that gathers light, and shows far things near.",
    )
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await settle(app, pilot)
        await pilot.press(*typed)
        await settle(app, pilot)
        assert app.screen.query_one(TermList).render_line(0).text.strip("▌ ") == row
