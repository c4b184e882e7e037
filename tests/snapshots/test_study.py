"""Pictures of study: the start, cards of each kind, the end, what is known, the statistics."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from textual.widgets import Static

from glossary_tui.paths import study_file
from glossary_tui.study.store import Store
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.studying import StudyWish, open_session
from tui.conftest import write_entry

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def desk(tmp_path_factory):
    """Where a folder of terms lies, with neighbours enough for every kind of card."""
    desk = tmp_path_factory.mktemp("desk")
    folder = desk / "tools"
    folder.mkdir()
    names = [
        "Telescope",
        "Lens",
        "Mirror",
        "Prism",
        "Eyepiece",
        "Tripod",
        "Compass",
        "Sextant",
        "Almanac",
        "Chart",
        "Sundial",
        "Log",
    ]
    for index, name in enumerate(names):
        others = [each for each in names[index + 1 :] + names[:index] if each != name][:2]
        write_entry(
            folder,
            name.lower(),
            name,
            head='tags: ["optics"]' if index < 5 else 'tags: ["finding the way"]',
            summary=f"{name} means a tool that has its own place in a box of {index + 3} tools, and "
            "that one takes along to see what is far.",
            eli5="You hold it, you look, and what was small becomes large. " * 3,
            related=", ".join(others),
        )
    return desk


@pytest.fixture
def glossary(desk, monkeypatch):
    """The folder, called the same each time."""
    monkeypatch.chdir(desk)
    return "tools"


@pytest.fixture(scope="session")
def progress(desk):
    """Progress of some months, always the same: a database."""
    workspace = open_workspace([str(desk / "tools")], {})
    path = str(desk / "progress.sqlite3")
    store = Store(path)
    store._connection.execute("PRAGMA synchronous = OFF")
    for ago in range(150, -1, -1):
        if ago % 7 in (2, 5):
            continue
        now = NOW - timedelta(days=ago)
        session = open_session(workspace, StudyWish(), store, now)
        for number in range(1 + ago % 4):
            if session.current is None:
                break
            forgotten = (ago * 5 + number) % 6 == 0
            session.rate(1 if forgotten else 3, now + timedelta(minutes=number), 9_000)
    store.close()
    return path


@pytest.fixture
def studied(progress):
    """Someone with that progress."""
    os.makedirs(os.path.dirname(study_file()))
    shutil.copy(progress, study_file())


@pytest.fixture
def session(make_app, glossary, monkeypatch):
    """What makes an app with a session over the small glossary, or none without *kinds*."""
    monkeypatch.setattr("glossary_tui.tui.screens.study.local_now", lambda: NOW)

    def made(kinds=()):
        app = make_app(glossary, term="telescope")
        app._study = StudyWish(around="telescope", kinds=kinds) if kinds else None
        return app

    return made


GRADES = [key for number in "13442344" for key in ("space", number)]
SCREENS = {
    "start": ("", ["s"]),
    "start changed": ("", ["s", "down", "right"]),
    "meaning": ("meaning", []),
    "meaning turned over": ("meaning", ["space", "space"]),
    "name to be typed": ("name", [*"tele"]),
    "slip": ("name", [*"telescopf", "enter"]),
    "related": ("related", []),
    "card info": ("meaning", ["space", "3", "i"]),
    "end": ("meaning", [*GRADES, *("space", "4") * 6]),
    "visit": ("meaning", ["space", "enter"]),
}


@pytest.mark.parametrize(("kind", "keys"), SCREENS.values(), ids=SCREENS)
async def test_a_screen(take, session, kind, keys, size, look):
    await take(lambda: session((kind,) if kind else ()), *keys, size=size, look=look)


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
async def test_a_choice(take, session, glossary, right, size, look):
    workspace = open_workspace([str(glossary)], {})
    wish = StudyWish(kinds=("choice",), around="telescope")
    card = open_session(workspace, wish, Store(":memory:"), NOW).current
    assert card is not None
    number = card.question.right + 1 if right else 2 - (card.question.right == 1)
    await take(lambda: session(("choice",)), str(number), size=size, look=look)


@pytest.mark.parametrize("keys", [["S"], ["S", "tab", "tab"]], ids=["", "hard terms"])
async def test_the_statistics(take, session, studied, keys, size, look):
    await take(session, *keys, size=size, look=look)


@pytest.fixture
def damaged():
    """A study database that is none."""
    path = study_file()
    os.makedirs(os.path.dirname(path))
    with open(path, "w", encoding="utf-8") as file:
        file.write("This is no database. " * 200)
    return path


async def test_progress_that_cannot_be_saved(take, session, damaged, size, look):
    async def until(pilot):
        for each in pilot.app.screen.query(Static):
            said = str(each.content)
            each.update(said.replace(os.path.dirname(damaged), "~/.local/share/glossary-tui"))

    await take(session, "s", "enter", size=size, look=look, until=until)
