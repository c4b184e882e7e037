"""Mentions of other terms are links, once they are known, and nothing moves when they come."""

from __future__ import annotations

from functools import partial
from threading import Event

import pytest
from waiting import until

from glossary_tui.glossary.mentions import Mentions
from glossary_tui.paths import configuration_file, write_atomically
from glossary_tui.tui.markdown import lay_out, parse
from glossary_tui.tui.widgets.entry_pane import EntryPane
from glossary_tui.tui.widgets.entry_text import EntryText
from tui.conftest import LONG, write_entry

SIZE = (100, 30)


@pytest.fixture
def folder(tmp_path):
    write_entry(
        tmp_path,
        "telescope",
        "Telescope",
        summary="A telescope gathers light by a lens or an eyepiece, see [glass](glass.md).",
        depth=f"{LONG}\n\nA lens.",
    )
    write_entry(tmp_path, "lens", "Lens", summary="A lens sits in a telescope.")
    write_entry(tmp_path, "eyepiece", "Eyepiece")
    write_entry(tmp_path, "glass", "Glass")
    return tmp_path


@pytest.fixture
def later(monkeypatch):
    """Let mentions be known only when the test says so."""
    from glossary_tui.tui.screens.mentioning import Mentioning

    monkeypatch.setattr(Mentioning, "prepare_mentions", lambda _: None)


def targets(app):
    return [link.target for link in app.screen.query_one(EntryText).links]


async def settled(app, pilot):
    """Let the workers, of which one begins when another ends, come to their end."""
    for _ in range(3):
        await pilot.pause()
        await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_mention_is_walked_and_followed_like_any_link(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        assert targets(app) == ["lens", "eyepiece", "glass.md"]
        await pilot.press("tab", "tab", "enter")
        await pilot.pause()
        assert app.screen.query_one(EntryPane).entry.id == "eyepiece"


async def test_no_entry_links_to_itself_when_the_glossary_has_become_another(folder, make_app):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        view = app.screen.query_one(EntryPane)
        shown = view.entry._replace(load=partial(view.entry.load))
        linked = app.screen._link_mentions(shown, parse(shown.sections[0].text))
        assert [link.target for link in lay_out(linked, 60).links] == [
            "lens",
            "eyepiece",
            "glass.md",
        ]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("[mentions]\nlinks = false\n", ["glass.md"]),
        ('[mentions]\ncommon-words = ["Lens"]\n', ["eyepiece", "glass.md"]),
        ("[glossaries.here]\nfolders = ['{folder}']\nmentions = false\n", ["glass.md"]),
        (
            """
            mentions = {{ links = false }}
            [glossaries.here]
            folders = ['{folder}']
            mentions = true
            common-words = ["Eyepiece"]
            """,
            ["lens", "glass.md"],
        ),
    ],
)
async def test_the_configuration_says_which(folder, settings, expected):
    from glossary_tui.tui.app import GlossaryApp
    from glossary_tui.workspace import open_workspace

    write_atomically(configuration_file(), settings.format(folder=folder))
    named = ["here"] if "glossaries" in settings else []
    workspace = open_workspace([] if named else [str(folder)], {}, glossaries=named)
    app = GlossaryApp(workspace, "telescope")
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        assert targets(app) == expected


async def test_nothing_moves_when_they_come(folder, make_app, later):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab")
        text = app.screen.query_one(EntryText)
        assert text.focused_link.target == "glass.md"
        app.screen.learn_names()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert targets(app) == ["lens", "eyepiece", "glass.md"]
        assert text.focused_link.target == "glass.md"
        await pilot.press("3", "space", "space")
        line = text.first_line
        app.screen._names_known()
        await pilot.pause()
        assert text.first_line == line > 0


async def test_back_focuses_a_mention_although_it_is_found_later(folder, make_app, monkeypatch):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await pilot.press("tab")
        text = app.screen.query_one(EntryText)
        assert text.focused_link.target == "lens"
        place = app.screen.pane.place()
        app.screen.pane.link_mentions(None)
        assert text.link == -1
        assert app.screen.pane.place() == place
        app.screen._names_known()
        assert text.focused_link.target == "lens"


async def test_the_first_text_waits_for_no_names(folder, make_app, later):
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE):
        assert targets(app) == ["glass.md"]
        assert "mentions" not in vars(app.screen.workspace)


async def test_the_names_of_one_glossary_are_learnt_at_a_time(folder, make_app, monkeypatch):
    learning, is_over = [], Event()

    def prepare(mentions, breathe):
        learning.append(mentions)
        try:
            while not is_over.wait(0.001):
                breathe()
        finally:
            learning.remove(mentions)

    monkeypatch.setattr(Mentions, "prepare", prepare)
    app = make_app(folder, term="telescope")
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(10):  # more than there are threads for
            app.screen.workspace.mentions = last = Mentions(app.screen.glossary)
            app.screen.prepare_mentions()
            app.screen.prepare_mentions()
        await pilot.pause()
        await until(lambda: learning == [last], pilot, "one thread")
        is_over.set()
        await settled(app, pilot)
    assert learning == []
