"""Pictures of the screens. A change of one is looked at before `make snapshots` accepts it."""

from __future__ import annotations

import os

import pytest
from textual.widgets import Static

from glossary_tui.errors import EntriesNotFound, GlossaryUnknown
from glossary_tui.paths import configuration_file, write_atomically
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.tui.screens import help as help_screen
from glossary_tui.tui.screens.missing import reader
from glossary_tui.user.commands import commands_of
from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.workspace import workspace_without
from tui.conftest import write_entry


@pytest.fixture
def glossary(tmp_path, monkeypatch):
    """Entries that show what a text may hold, in a folder of always the same name."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "tools"
    folder.mkdir()
    write_entry(
        folder,
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
    write_entry(folder, "lens", "Lens", summary="A lens is a curved glass.", related="Telescope")
    write_entry(folder, "mirror", "Mirror", related="Telescope, Lens")
    for number in range(30):
        write_entry(folder, f"star-{number:02}", f"Star {number:02}", related="Telescope")
    return "tools"


@pytest.fixture
def birds(tmp_path, monkeypatch):
    """Another glossary, both of them named by the configuration, in the home directory."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folder = tmp_path / "birds"
    folder.mkdir()
    write_entry(folder, "wren", "Wren", summary="A wren is small and loud.", related="Lens")
    write_entry(folder, "lens", "Lens", summary="What a bird's eye has, too.")
    text = "glossaries = {tools.folders = ['~/tools'], birds.folders = ['~/birds']}"
    write_atomically(configuration_file(), text)


def opened(folder, term="", *, linear=False, **options):
    """What makes the app, over a folder or over *glossaries*."""
    entries = [folder] if folder else []
    return lambda: GlossaryApp(open_workspace(entries, {}, **options), term, linear=linear)


async def test_an_entry(take, glossary, size, look):
    await take(opened(glossary, "telescope"), size=size, look=look)


async def test_a_search(take, glossary, size, look):
    await take(opened(glossary), *"tele", size=size, look=look)


@pytest.mark.parametrize("look", ["dark", "light", "no-color"])
@pytest.mark.parametrize(
    ("term", "keys"), [("telescope", ""), ("", "tele")], ids=["entry", "search"]
)
async def test_a_small_window(take, glossary, term, keys, look):
    await take(opened(glossary, term), *keys, size="40x12", look=look)


SCREENS = {
    "palette": ["ctrl+p", *"tele"],
    "help": ["question_mark"],
    "help searched": ["question_mark", *"list"],
    "tags": ["number_sign"],
    "a tag": ["number_sign", "down", "enter"],
    "sort": ["o"],
    "bookmarks": ["m", "K", "m", "apostrophe"],
    "recent": ["K", "K", "H"],
    "letters": ["A"],
    "themes": ["D"],
    "text alone": ["z"],
    "text alone with the list": ["z", "t"],
    "no match": ["slash", *"qqqq"],
    "copy": ["y"],
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_a_screen(take, glossary, monkeypatch, keys, size, look):
    # A command more or less is nothing that a picture should have to say.
    monkeypatch.setattr(help_screen, "commands_of", lambda context: commands_of(context)[:3])
    await take(opened(glossary, "telescope"), *keys, size=size, look=look)


async def test_remarks(take, tmp_path, glossary, size, look):
    (tmp_path / glossary / "odd.md").write_text("---\ntitle: [\n---\nText.\n", encoding="utf-8")

    async def until(pilot):
        for path in pilot.app.screen.query_one("#where").query(Static):
            path.update("What it says\ntools/odd.md")  # the whole path is another each time

    await take(opened(glossary, "telescope"), "w", size=size, look=look)


@pytest.mark.parametrize(
    "keys", [["ctrl+g"], ["slash", *"lens"], []], ids=["glossaries", "search", "entry"]
)
async def test_several_glossaries(take, glossary, birds, keys, size, look):
    await take(opened("", "wren", glossaries=["all"]), *keys, size=size, look=look)


@pytest.mark.parametrize(
    "keys",
    [[], ["t"], ["r"], ["p"], ["M"], ["ctrl+p", *"tele"], ["question_mark"], ["ctrl+f", *"glass"]],
    ids=["text", "list", "related", "peek", "map", "palette", "help", "find"],
)
async def test_linear(take, glossary, monkeypatch, keys, size, look):
    monkeypatch.setattr(help_screen, "commands_of", lambda context: commands_of(context)[:3])
    await take(opened(glossary, "telescope", linear=True), *keys, size=size, look=look)


@pytest.mark.parametrize("look", ["nord", "solarized-light", "ansi-dark"])
async def test_a_theme_of_textuals(take, glossary, look):
    await take(opened(glossary, "telescope"), "tab", size="80x24", look=look)


@pytest.mark.parametrize("keys", [["tab"], ["r", "right", "right"]], ids=["link", "related"])
async def test_the_focus(take, glossary, keys, size, look):
    await take(opened(glossary, "telescope"), *keys, size=size, look=look)


async def test_no_entries(take, tmp_path, monkeypatch, size, look):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    await take(opened("empty"), size=size, look=look)


async def test_no_entry_that_can_be_read(take, tmp_path, monkeypatch, size, look):
    (tmp_path / "broken").mkdir()
    os.mkfifo(tmp_path / "broken" / "pipe.md")
    monkeypatch.chdir(tmp_path)
    await take(opened("broken"), size=size, look=look)


@pytest.mark.parametrize("linear", [False, True], ids=["", "linear"])
@pytest.mark.parametrize(
    ("entries", "names"),
    [((), ("brids",)), (("tool",), ())],
    ids=["name", "folder"],
)
async def test_a_glossary_that_is_missing(
    take, glossary, birds, entries, names, linear, size, look
):
    def made():
        try:
            open_workspace(entries, {}, glossaries=names)
        except (EntriesNotFound, GlossaryUnknown) as error:
            workspace = workspace_without(error, entries, names, {})
        return GlossaryApp(workspace, linear=linear, reader=reader)

    await take(made, size=size, look=look)
