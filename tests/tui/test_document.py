"""A text of the person's own in the reader."""

from __future__ import annotations

from functools import partial

import pytest
from waiting import until

from glossary_tui.text.document import document
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens.document import DocumentScreen
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from glossary_tui.tui.widgets.peek import Peek
from glossary_tui.tui.widgets.related_panel import RelatedPanel
from glossary_tui.workspace import open_workspace

SIZE = (120, 30)
TEXT = (
    "We trained a convolutional neural network on the pictures of ImageNet until it knew them.\n\n"
    + "\n\n".join(f"Paragraph {number} of filling." for number in range(40))
    + "\n\nIn the end, ImageNet was too small for CNNs, and every layer of them.\n"
)


@pytest.fixture
def open_text(folder):
    """The small glossary, opened at a text."""

    def start(text=TEXT, name="paper.txt", **options):
        reader = partial(DocumentScreen, document(name, text), **options)
        return GlossaryApp(open_workspace([str(folder)], {}), reader=reader)

    return start


async def ready(app, pilot):
    await pilot.pause()
    await until(lambda: app.screen._blocks is not None, pilot, "the terms of the text")
    await app.workers.wait_for_complete()
    await pilot.pause()


def pane(app):
    return app.screen.query_one(EntryPane)


def links(app):
    return [link.text for link in app.screen.query_one(EntryText).links]


def listed(app):
    return [item.text for item in app.screen.query_one(RelatedPanel).items]


def notices(app):
    return " ".join(notice.message for notice in app._notifications)


async def test_its_terms_are_links_again_after_a_while_and_listed_once(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        assert pane(app).entry.title == "paper.txt"
        assert isinstance(app.focused, EntryText)
        assert links(app) == ["convolutional neural network", "ImageNet", "ImageNet", "CNNs"]
        assert listed(app) == ["Convolutional Neural Network", "ImageNet"]


async def test_common_words_are_terms_too_where_everything_is_asked_for(open_text):
    app = open_text(everything=True)
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        assert listed(app) == ["Convolutional Neural Network", "ImageNet", "layer …"]


async def test_a_term_is_gone_to_and_back_leads_to_the_very_place(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("G", "shift+tab", "enter")
        await pilot.pause()
        assert pane(app).entry.id == "cnn"
        assert listed(app)[0] == "ImageNet", "an entry has its own neighbours"
        await pilot.press("3", "left_square_bracket")
        await pilot.pause()
        text = app.screen.query_one(EntryText)
        assert pane(app).entry.title == "paper.txt"
        assert (text.link, text.first_line > 40) == (3, True)
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert pane(app).entry.id == "cnn"


async def test_the_depth_of_entries_outlasts_the_text(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("tab", "enter", "2", "left_square_bracket", "tab", "enter")
        await pilot.pause()
        assert pane(app).entry.id == "image-net"
        assert pane(app).sections[pane(app).index].title == "ELI5"


async def test_a_term_of_the_list_is_gone_to(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("r", "down", "enter")
        await pilot.pause()
        assert pane(app).entry.id == "image-net"


async def test_a_link_can_be_looked_into(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("tab", "p")
        await pilot.pause()
        assert app.screen.query_one(Peek).display
        await pilot.press("escape")
        await pilot.pause()
        assert not app.screen.query_one(Peek).display
        assert pane(app).entry.title == "paper.txt"


@pytest.mark.parametrize("key", ["m", "M", "P", "R", "e"])
async def test_what_is_for_terms_alone_says_so(open_text, key):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press(key)
        await pilot.pause()
        assert "text" in notices(app) or "entries" in notices(app)
        assert isinstance(app.screen, DocumentScreen)


async def test_a_text_without_terms_says_so(open_text):
    app = open_text("Nothing of it is in there.")
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        assert "no term" in notices(app)
        assert listed(app) == []


async def test_reading_the_files_again_keeps_the_text_and_the_place(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("space", "ctrl+r")
        await ready(app, pilot)
        assert pane(app).entry.title == "paper.txt"
        assert app.screen.query_one(EntryText).first_line > 10
        assert listed(app)


async def test_a_term_is_searched_for_from_the_text(open_text):
    app = open_text()
    async with app.run_test(size=SIZE) as pilot:
        await ready(app, pilot)
        await pilot.press("slash", *"label", "enter", "left_square_bracket")
        await pilot.pause()
        assert pane(app).entry.title == "paper.txt"
