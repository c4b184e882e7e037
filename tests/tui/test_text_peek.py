"""Peek: a link without leaving."""

from __future__ import annotations

import pytest

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.browse import BrowseScreen
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.peek import Peek
from glossary_tui.workspace import open_workspace
from tui.conftest import LONG, write_entry

SIZE = (100, 30)


@pytest.fixture
def reading(tmp_path, make_app):
    """A text with a link of every kind, and more than one screen of it."""
    write_entry(
        tmp_path,
        "telescope",
        "Telescope",
        summary=(
            "A [lens](lens.md), a [layer](Layer), an [aether](Aether), "
            "and [a page](https://example.org/page)."
        ),
        eli5="Nothing here leads anywhere.",
        depth=f"{LONG}\n\nA [lens](lens.md).",
        related="Lens, Aether",
    )
    write_entry(tmp_path, "lens", "Lens", summary="A lens is curved.", depth=LONG)
    write_entry(tmp_path, "layer-a", "Layer")
    write_entry(tmp_path, "layer-b", "Layer")
    return make_app(tmp_path, term="telescope")


@pytest.fixture
def opened(monkeypatch):
    """The addresses that a browser was asked for."""
    found = []
    monkeypatch.setattr(
        "glossary_tui.tui.app.GlossaryApp.open_url", lambda _, url, **__: found.append(url)
    )
    return found


def peek(app):
    return app.screen.query_one(Peek)


def seen(app):
    """What the pane shows, '' if it is closed or has never been open."""
    if not any(pane.display for pane in app.screen.query(Peek)):
        return ""
    lines = peek(app).layout_of_text.lines
    return "\n".join("".join(piece.text for piece in line) for line in lines)


async def test_the_first_link_is_looked_into_and_the_place_stays(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert "Lens · Summary" in seen(reading)
        assert "A lens is curved." in seen(reading)
        assert isinstance(reading.focused, EntryText)
        assert reading.screen.query_one(EntryPane).entry.id == "telescope"


async def test_the_pane_stands_beside_its_link_and_within_the_entry(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G", "p")
        await pilot.pause()
        text, pane = reading.screen.query_one(EntryText), reading.screen.query_one(EntryPane)
        line = text._region(text.focused_link.regions).y
        region = peek(reading).region
        assert region.bottom == line
        assert pane.region.contains_region(region)
        assert "more lines" in peek(reading).border_subtitle


async def test_it_shows_the_view_that_the_reader_has_chosen(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G", "p")
        await pilot.pause()
        assert "Lens · In-depth" in seen(reading)
        assert "Paragraph 0" in seen(reading)


async def test_tab_looks_into_the_next_link_whatever_it_leads_to(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("p", "tab")
        await pilot.pause()
        assert "Layer · may mean 2 entries" in seen(reading)
        assert "layer-a" in seen(reading)
        assert "layer-b" in seen(reading)
        await pilot.press("tab")
        await pilot.pause()
        assert "Aether · no entry here" in seen(reading)
        await pilot.press("tab")
        await pilot.pause()
        assert "https://example.org/page" in seen(reading)


async def test_enter_goes_there(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("p", "enter")
        await pilot.pause()
        assert reading.screen.query_one(EntryPane).entry.id == "lens"
        assert seen(reading) == ""


async def test_enter_opens_an_address_that_has_been_looked_at(reading, opened):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("p", "tab", "tab", "tab")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert opened == ["https://example.org/page"]


@pytest.mark.parametrize("key", ["escape", "p"])
async def test_a_key_closes_it_and_nothing_else(reading, key):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await pilot.pause()
        before = reading.screen.query_one(EntryPane).place()
        await pilot.press(key)
        await pilot.pause()
        assert seen(reading) == ""
        assert reading.screen.query_one(EntryPane).place() == before
        assert before.spot.link.target == "lens.md"


@pytest.mark.parametrize("keys", [["2"], ["slash"], ["shift+tab"]])
async def test_it_closes_when_its_link_is_left(reading, keys):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("p")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        assert seen(reading) == ""


async def test_a_related_term_is_looked_into_and_the_pane_follows_the_arrows(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("r", "p")
        await pilot.pause()
        assert "A lens is curved." in seen(reading)
        await pilot.press("right")
        await pilot.pause()
        assert "Aether · no entry here" in seen(reading)
        await pilot.press("escape")
        await pilot.pause()
        assert seen(reading) == ""
        assert reading.focused is reading.screen.query_one(EntryPane).related


async def test_beside_a_column_of_related_terms_it_hides_none_of_them(reading):
    async with reading.run_test(size=(140, 40)) as pilot:
        await pilot.press("r", "p")
        await pilot.pause()
        related = reading.screen.query_one(EntryPane).related
        assert peek(reading).region.right <= related.region.x


async def test_a_text_without_links_says_so(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("2", "p")
        await pilot.pause()
        assert seen(reading) == ""
        assert any("no links" in each.message for each in reading._notifications)


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (200, 50)])
async def test_it_fits_every_window(reading, size):
    async with reading.run_test(size=size) as pilot:
        await pilot.press("3", "G", "p")
        await pilot.pause()
        assert isinstance(reading.screen, BrowseScreen)
        assert reading.screen.region.contains_region(peek(reading).region)
        assert "Lens" in seen(reading)


@pytest.mark.parametrize("keys", [["p"], ["r", "p"]])
async def test_in_the_linear_mode_it_stands_alone_and_is_said_in_words(folder, keys):
    app = GlossaryApp(open_workspace([str(folder)], {}), "cnn", linear=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()
        pane = app.screen.query_one(EntryPane)
        assert peek(app).region == pane.region
        assert pane.in_words() == "Peek: ImageNet, Summary"
        assert peek(app).region.contains_point(app.cursor_position)


def first(app):
    """The first line of the pane that is seen, and what is said of the rest."""
    return peek(app).first_line, peek(app).border_subtitle


@pytest.mark.parametrize("linear", [False, True])
async def test_the_keys_that_scroll_move_the_pane_and_not_the_text(reading, linear):
    app = GlossaryApp(reading._workspace, "telescope", linear=linear)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G", "p")
        before = app.screen.query_one(EntryText).first_line
        lines = len(peek(app).layout_of_text.lines)
        seen = peek(app).size.height
        assert first(app) == (0, f"{lines - seen} more lines")
        await pilot.press("j", "down")
        assert first(app) == (2, f"{lines - seen - 2} more lines")
        await pilot.press("space", "b")
        assert first(app)[0] == 2
        await pilot.press("G")
        assert first(app) == (lines - seen, "")
        await pilot.press("k")
        assert first(app) == (lines - seen - 1, "1 more line")
        await pilot.press("g")
        assert first(app)[0] == 0
        assert app.screen.query_one(EntryText).first_line == before
        await pilot.press("escape", "g")
        assert app.screen.query_one(EntryText).first_line == 0


async def test_in_the_linear_mode_it_says_how_much_more_there_is(reading):
    app = GlossaryApp(reading._workspace, "telescope", linear=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3", "G", "p")
        pane = app.screen.query_one(EntryPane)
        more = peek(app).more
        assert more > 50
        assert pane.in_words() == f"Peek: Lens, In-depth, {more} more lines"
        await pilot.press("G")
        assert pane.in_words() == "Peek: Lens, In-depth"


async def test_beside_the_neighbours_a_page_at_a_time_moves_it(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("3", "r", "p", "pagedown")
        assert first(reading)[0] > 0
        await pilot.press("right")
        assert "Aether" in seen(reading)
        assert first(reading)[0] == 0


def bar(app):
    """What the key bar says."""
    return app.screen.query_one(KeyBar).render_line(0).text


async def test_its_keys_are_named_as_long_as_it_is_open(reading):
    async with reading.run_test(size=SIZE) as pilot:
        before = bar(reading)
        assert "go there" not in before
        await pilot.press("p")
        assert bar(reading).startswith(" Enter go there  Esc close  ↓ scroll  ")
        await pilot.press("escape")
        assert bar(reading) == before
        await pilot.press("p", "p")
        assert bar(reading) == before
        await pilot.press("p", "enter")
        assert "go there" not in bar(reading)


async def test_the_palette_offers_its_commands_only_while_it_is_open(reading):
    async with reading.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+p", *"scroll the peek")
        assert not any(
            each.text.startswith("Scroll the peek") for each in reading.screen._list._choices
        )
        await pilot.press("escape", "p", "ctrl+p", *"scroll the peek")
        assert any(
            each.text.startswith("Scroll the peek") for each in reading.screen._list._choices
        )
