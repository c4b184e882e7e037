"""Pictures of study: the start, cards of each kind, the end, what is known, the statistics."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from glossary_tui.paths import study_file
from glossary_tui.study.store import Store
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.studying import StudyWish, open_session
from tui.conftest import write_entry

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50)}
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
THEMES = ["glossary-dark", "glossary-light"]


@pytest.fixture
def glossary(tmp_path, monkeypatch):
    """Terms with neighbours enough for every kind of card, in a folder of always the same name."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "tools"
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
    return "tools"


@pytest.fixture
def picture(snap_compare, make_app, glossary, monkeypatch):
    """Compare a picture of a session over the small glossary."""
    monkeypatch.setattr("glossary_tui.tui.screens.study.local_now", lambda: NOW)

    def compare(*keys, size="80x24", theme="glossary-dark", **wish):
        app = make_app(glossary, term="telescope")
        app._study = StudyWish(around="telescope", **wish) if wish else None
        app.theme = theme

        async def settle(pilot):
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            for box in pilot.app.screen.query("Input"):
                box.cursor_blink = False
            await pilot.press(*keys)

        return snap_compare(app, terminal_size=SIZES[size], run_before=settle)

    return compare


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_a_meaning_turned_over(picture, size, theme):
    assert picture("space", "space", size=size, theme=theme, kinds=("meaning",))


def test_a_card_without_colour(picture, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert picture(*"telescopf", "enter", kinds=("name",))


def test_a_name_to_be_typed(picture):
    assert picture(*"tele", kinds=("name",))


@pytest.mark.parametrize("theme", THEMES)
def test_a_slip(picture, theme):
    assert picture(*"telescopf", "enter", theme=theme, kinds=("name",))


def test_a_wrong_choice(picture, glossary):
    workspace = open_workspace([str(glossary)], {})
    wish = StudyWish(kinds=("choice",), around="telescope")
    session = open_session(workspace, wish, Store(":memory:"), NOW)
    assert session.current is not None
    wrong = 2 if session.current.question.right == 0 else 1
    assert picture(str(wrong), kinds=("choice",))


def test_what_belongs_with_it(picture):
    assert picture(kinds=("related",))


def test_the_start(picture):
    assert picture("s")


def test_the_start_in_a_wide_window(picture):
    assert picture("s", "down", "right", size="120x40", theme="glossary-light")


def test_what_is_known_of_a_card(picture):
    assert picture("space", "3", "i", kinds=("meaning",))


@pytest.mark.parametrize("theme", THEMES)
def test_the_end(picture, theme):
    grades = [key for number in "13442344" for key in ("space", number)]
    assert picture(*grades, *("space", "4") * 6, theme=theme, kinds=("meaning",))


@pytest.fixture
def studied(glossary):
    """Progress of some months, always the same."""
    workspace = open_workspace([str(glossary)], {})
    store = Store(study_file())
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


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_the_statistics(picture, studied, size, theme):
    assert picture("S", size=size, theme=theme)


def test_the_hard_terms(picture, studied):
    assert picture("S", "tab", "tab")
