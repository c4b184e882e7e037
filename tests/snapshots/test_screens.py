"""Pictures of the screens. A change of one is looked at before `make snapshots` accepts it."""

from __future__ import annotations

import pytest
from textual.widgets import Input, Static

from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens import help as help_screen
from glossary_tui.user.commands import commands_of
from glossary_tui.workspace import open_workspace
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
def picture(snap_compare, glossary, monkeypatch):
    """Compare a picture of the small glossary."""

    def compare(*keys, term="", size="80x24", look="dark", folder=glossary, linear=False):
        # A command more or less is nothing that a picture should have to say.
        monkeypatch.setattr(help_screen, "commands_of", lambda context: commands_of(context)[:3])
        if look == "no-color":
            monkeypatch.setenv("NO_COLOR", "1")
        app = GlossaryApp(open_workspace([str(folder)], {}), term, linear=linear)
        app.theme = LOOKS[look]

        async def come_there(pilot):
            for step in ((), keys):
                await pilot.press(*step)
                await pilot.pause()
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()
            for path in pilot.app.screen.query("#where").results(Static):
                path.update("What it says\nodd.md")  # the folder has another name each time
            for box in pilot.app.screen.query(Input):
                box.cursor_blink = False

        return snap_compare(app, terminal_size=SIZES[size], run_before=come_there)

    return compare


LOOKS = {"dark": "glossary-dark", "light": "glossary-light", "no-color": "glossary-dark"}
EACH = [("80x24", "dark"), ("120x40", "light"), ("200x50", "no-color")]
"""Every size and every look once, for the screens that are one list in a frame."""


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_an_entry(picture, size, look):
    assert picture(term="telescope", size=size, look=look)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", SIZES)
def test_a_search(picture, size, look):
    assert picture(*"tele", size=size, look=look)


SCREENS = {
    "palette": ["ctrl+p", *"tele"],
    "help": ["question_mark"],
    "help searched": ["question_mark", *"list"],
    "tags": ["number_sign"],
    "a tag": ["number_sign", "down", "enter"],
    "bookmarks": ["m", "K", "m", "apostrophe"],
    "letters": ["A"],
    "themes": ["D"],
    "remarks": ["w"],
    "text alone": ["z"],
    "text alone with the list": ["z", "t"],
}


@pytest.mark.parametrize(("size", "look"), EACH)
@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
def test_a_screen(picture, glossary, keys, size, look):
    (glossary / "odd.md").write_text("---\ntitle: [\n---\nText.\n", encoding="utf-8")
    assert picture(*keys, term="telescope", size=size, look=look)


@pytest.mark.parametrize(
    "keys", [[], ["t"], ["r"], ["ctrl+p", *"tele"]], ids=["text", "list", "related", "palette"]
)
def test_linear(picture, keys):
    assert picture(*keys, term="telescope", linear=True)


@pytest.mark.parametrize("theme", ["nord", "solarized-light", "ansi-dark"])
def test_a_theme_of_textuals(picture, theme, monkeypatch):
    monkeypatch.setitem(LOOKS, "other", theme)
    assert picture("tab", term="telescope", look="other")


def test_a_focused_link(picture):
    assert picture("tab", term="telescope")


def test_a_focused_related_term(picture):
    assert picture("r", "right", "right", term="telescope")


def test_no_match(picture):
    assert picture(*"qqqq")


def test_no_entries(picture, tmp_path, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    assert picture(folder="empty")
