"""Pictures of the screens. A change of one is looked at before `make snapshots` accepts it."""

from __future__ import annotations

import pytest

from tui.conftest import write_entry

SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50), "40x12": (40, 12)}


@pytest.fixture
def glossary(tmp_path):
    """Entries that show what a text may hold."""
    write_entry(
        tmp_path,
        "telescope",
        "Telescope",
        head='aliases: ["Spyglass"]\ntags: ["optics", "tools"]',
        summary=(
            "A telescope is a tool of [lenses](lens.md) or **mirrors** that gathers light. "
            "It shows *far* things near. Its strength is `D / d`, as in\n\n"
            "```python\ndef strength(objective, eye):\n    return objective / eye  # both in mm\n```\n\n"
            "| kind | glass |\n|---|---:|\n| refractor | 2 |\n| reflector | 1 |\n\n"
            "1. Look.\n2. Turn it.\n   - slowly\n\n> Patience is half of seeing."
        ),
        related="Lens, Mirror, Microscope",
    )
    write_entry(tmp_path, "lens", "Lens", summary="A lens is a curved glass.", related="Telescope")
    write_entry(tmp_path, "mirror", "Mirror", related="Telescope, Lens")
    for number in range(30):
        write_entry(tmp_path, f"star-{number:02}", f"Star {number:02}", related="Telescope")
    return tmp_path


@pytest.fixture
def picture(snap_compare, make_app, glossary):
    """Compare a picture of the small glossary."""

    def compare(*keys, term="", size="80x24", theme="glossary-dark", folder=glossary):
        app = make_app(folder, term=term)
        app.theme = theme

        async def settle(pilot):
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            for box in pilot.app.screen.query("SearchBox"):
                box.cursor_blink = False

        return snap_compare(app, press=keys, terminal_size=SIZES[size], run_before=settle)

    return compare


@pytest.mark.parametrize("theme", ["glossary-dark", "glossary-light"])
@pytest.mark.parametrize("size", SIZES)
def test_an_entry(picture, size, theme):
    assert picture(term="telescope", size=size, theme=theme)


@pytest.mark.parametrize("theme", ["glossary-dark", "glossary-light"])
@pytest.mark.parametrize("size", SIZES)
def test_a_search(picture, size, theme):
    assert picture(*"tele", size=size, theme=theme)


def test_a_focused_link(picture):
    assert picture("tab", term="telescope")


def test_a_focused_related_term(picture):
    assert picture("r", "right", "right", term="telescope")


def test_help(picture):
    assert picture("question_mark", term="telescope", size="120x40")


def test_no_match(picture):
    assert picture(*"qqqq")


def test_no_entries(picture, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert picture(folder="empty")
