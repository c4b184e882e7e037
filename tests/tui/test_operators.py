"""An operator of the search by itself asks for nothing yet; texts that no one has written."""

from __future__ import annotations

import pytest

from glossary_tui.search.operators import AWAITED
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.tui.widgets.sidebar import Sidebar
from glossary_tui.tui.widgets.term_list import TermList
from tui.conftest import write_entry
from tui.test_browse import settle, shown, text_of

SIZE = (100, 12)
ALL = ["cnn", "image-net", "label", "layer-a", "layer-b", "short"]


def listed(app):
    terms = app.screen.query_one(TermList)
    return [terms.entry_at(row).id for row in range(len(terms))]


@pytest.mark.parametrize("typed", ["/", "tag:", "!tag:", "'", "''", "^", "!", " / ", "! ^"])
async def test_an_operator_leaves_all_as_it_is_and_says_what_to_type(app, monkeypatch, typed):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "down")
        await settle(app, pilot)
        sidebar, terms = app.screen.query_one(Sidebar), app.screen.query_one(TermList)
        monkeypatch.setattr(terms, "show_entries", None)
        monkeypatch.setattr(terms, "show_hits", None)
        sidebar.look_for(typed)
        await settle(app, pilot)
        assert shown(app) == terms.highlighted.id == "label"
        assert listed(app) == ALL
        assert sidebar.head in AWAITED.values()


async def test_what_is_taken_back_to_an_operator_lists_all_again(app):
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("/", *"summary")
        await settle(app, pilot)
        assert listed(app) == ["short"]
        await pilot.press(*["backspace"] * len("summary"))
        await settle(app, pilot)
        assert listed(app) == ALL
        assert app.screen.sidebar.head == "Type words of the texts"
        assert app.screen.query_one(TermList).highlighted.id == shown(app) == "short"
        await pilot.press("backspace")
        await settle(app, pilot)
        assert app.screen.sidebar.head == "6 terms"


async def test_words_that_no_text_holds_are_said_so_and_nothing_is_offered(app):
    async with app.run_test(size=SIZE) as pilot:
        while not app.screen.workspace.searcher.is_text_ready:
            app.screen.workspace.searcher.step()
        await pilot.press("/", *"zzqq xkwj")
        await settle(app, pilot)
        assert "No text holds “zzqq xkwj”" in text_of(app)
        assert not app.screen.query_one(RelatedPanel).items
        assert listed(app) == []
        await pilot.press("ctrl+l")
        await settle(app, pilot)
        assert shown(app) == "cnn"


async def test_texts_that_have_not_been_read_yet_are_not_given_up(app):
    async with app.run_test(size=SIZE) as pilot:
        app.screen.workspace.searcher.__dict__["is_text_ready"] = False
        await pilot.press("/", *"zzqq xkwj")
        await settle(app, pilot)
        assert "No text holds “zzqq xkwj”" in text_of(app)


async def test_a_term_that_is_called_like_an_operator_is_found(tmp_path, make_app):
    write_entry(tmp_path, "slash", "/", summary="Divides.")
    write_entry(tmp_path, "plus", "Plus", summary="Adds.")
    app = make_app(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("/")
        await settle(app, pilot)
        assert listed(app) == ["slash"]
        assert shown(app) == "slash"
