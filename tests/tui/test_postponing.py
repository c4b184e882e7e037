"""What is put off while Textual is imported: it is there as soon as somebody wants it."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEAN = """
import sys
from glossary_tui.tui.postponing import postponed_imports
with postponed_imports():
    import textual.app
    from textual.driver import Driver
assert "textual.command" not in sys.modules, "nothing was put off"
"""
APP = """
import asyncio
class Stock(textual.app.App):
    pass
async def main():
    async with Stock().run_test() as pilot:
        {deed}
asyncio.run(main())
"""
DEEDS = {
    "the command palette": """
        from textual.app import CommandPalette
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert CommandPalette.is_open(pilot.app)
        assert isinstance(pilot.app.screen, CommandPalette)
        import textual.command
        assert type(pilot.app.screen) is textual.command.CommandPalette
""",
    "the search for a theme": """
        from textual.theme import ThemeProvider
        provider = ThemeProvider(pilot.app.screen)
        assert "textual-dark" in [str(hit.prompt) async for hit in provider.discover()]
        import textual.command
        assert isinstance(provider, textual.command.Provider)
        pilot.app.search_themes()
        await pilot.pause()
        assert isinstance(pilot.app.screen, textual.command.CommandPalette)
""",
    "a picture of itself": """
        assert pilot.app.deliver_screenshot()
        await pilot.pause()
""",
    "a message": """
        pilot.app.notify("text")
        await pilot.pause()
        assert [str(each.message) for each in pilot.app._notifications] == ["text"]
""",
    "metadata of a style": """
        from rich.style import Style
        assert Style.from_meta({"a": 1}).meta == {"a": 1}
        assert Style.parse("bold link https://example.org").link == "https://example.org"
""",
    "a path as an address": """
        import pathlib
        assert pathlib.Path("/a b").as_uri() == "file:///a%20b"
""",
    "an error in a style sheet": """
        from io import StringIO
        from rich.console import Console
        pilot.app.stylesheet.add_source("Screen { colour: red; }", ("sheet", "here"))
        try:
            pilot.app.stylesheet.parse()
        except Exception as error:
            told = Console(file=StringIO())
            told.print(error.errors)
            assert "colour" in told.file.getvalue()
        else:
            raise AssertionError("it did not fail")
        pilot.app.stylesheet.source.pop(("sheet", "here"))
""",
}


def run(code):
    """Run *code* in a process of its own; what it said of an error."""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    return done.stderr if done.returncode else ""


@pytest.mark.parametrize("name", DEEDS)
def test_what_was_put_off_is_there_when_it_is_used(name):
    assert run(LEAN + APP.format(deed=DEEDS[name].strip())) == ""


def test_whoever_imports_it_afterwards_gets_the_module_itself():
    assert (
        run(
            LEAN
            + """
import textual.command, uuid, tokenize
from uuid import uuid4
assert textual.command is sys.modules["textual.command"]
assert isinstance(textual.command.CommandPalette, type(textual.app.App))
assert uuid.UUID(str(uuid4())) and tokenize.open and uuid.__file__
"""
        )
        == ""
    )


def test_a_class_can_be_tested_against_what_stands_for_it():
    assert (
        run(
            LEAN
            + """
from textual.app import Provider
from textual.system_commands import SystemCommandsProvider
from textual.screen import Screen
import textual.command
assert issubclass(SystemCommandsProvider, Provider)
assert not issubclass(Screen, Provider)
"""
        )
        == ""
    )


def test_textual_is_imported_as_ever_where_nothing_can_be_put_off():
    assert (
        run("""
import sys
from glossary_tui.tui import launch, postponing
class Broken:
    def __getattr__(self, name):
        raise RuntimeError(name)
postponing._ByName.__getattr__ = Broken().__getattr__
launch._import_textual()
assert "textual.app" not in sys.modules and "glossary_tui.tui.app" not in sys.modules
from glossary_tui.tui.app import GlossaryApp
assert "textual.command" in sys.modules
""")
        == ""
    )
