"""What a start imports and opens, counted: the clock of a busy machine says less."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from glossary_tui.tui.postponing import BY_NAME, WHOLE
from tui.conftest import write_entry

PRINTING = {
    "future", "collections", "contextlib", "enum", "functools", "gc", "itertools", "operator",
    "reprlib", "types", "keyword", "copyreg",
    "re", "sre",  # patterns that clean what is printed
    "bisect", "array", "heapq",  # the columns of the index
    "zlib",  # its mark
    "unicodedata",  # folding
    "marshal",  # the cache
}  # fmt: skip
"""What a printing command may import of Python. Anything else costs a start milliseconds."""
MODULES = 72
"""How many modules of the program an entry is printed by: each costs a tenth of a millisecond."""
DRAWING = {
    "rich": "its table of the width of letters",
    "textual": "scroll bars",
    "gc": "waits until the screen stands",
}
"""What the interface may import beside what a bare app of Textual's does, before it is painted."""
NOT_BEFORE_THE_PAINT = (
    "search", "study", "tui.screens.", "tui.providers", "glossary.mentions", "tui.markdown.library",
    "tui.markdown.find", "tui.markdown.linking", "tui.widgets.peek", "tui.widgets.find_bar",
    "tui.clipboard", "tui.editor", "cli.entry_text",
)  # fmt: skip
"""Packages of the program that the first paint has no need of; screens but for the first."""
MAKING = ("building", "crew", "known", "overlay", "patch", "reading", "texts", "worked_out")
"""Modules of the cache that a start has no need of whose files have not changed."""
READER = ("browse", "copying", "desk", "exploring", "files", "following", "going", "laying", "lists",
          "mentioning", "neighbours", "peeking", "reading", "studying", "watching")  # fmt: skip
"""The modules that the first screen is made of."""

BARE = """
import asyncio
from textual.app import App
from textual.widgets import Input, Static

class Bare(App):
    def compose(self):
        yield Static("text")
        yield Input()

async def main():
    async with Bare().run_test(size=(120, 40)):
        pass

asyncio.run(main())
"""
OURS = """
import glossary_tui.__main__
from glossary_tui.tui import launch, terminal
launch._import_textual()
import asyncio
from glossary_tui.tui.app import GlossaryApp
from glossary_tui.workspace import open_workspace

async def main():
    async with GlossaryApp(open_workspace([{folder!r}], {{}})).run_test(size=(120, 40)):
        report()

asyncio.run(main())
"""
PRINT = """
from glossary_tui.__main__ import main
main()
"""
COUNTING = """
import os, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
def report():
    if not {done!r}:
        return
    with open({done!r}, "w", encoding="utf-8") as file:
        file.write("\\n".join([*sys.modules, "", *opened]))
"""


@pytest.fixture
def counted(tmp_path):
    """Run code in a process of its own: the modules that it imported, the files that it opened."""
    done = str(tmp_path / "counted")

    def run(code, *arguments):
        reporting = "" if "report()" in code else "\nreport()\n"
        subprocess.run(
            [sys.executable, "-c", COUNTING.format(done=done) + code + reporting, *arguments],
            capture_output=True,
            check=True,
        )
        with open(done, encoding="utf-8") as file:
            modules, _, opened = file.read().partition("\n\n")
        return set(modules.split("\n")), [path for path in opened.split("\n") if path]

    return run


LONG_AGO = 1_700_000_000_000_000_000


@pytest.fixture
def terms(tmp_path):
    """A folder of forty terms, written long ago: what has just changed is read once more."""
    folder = tmp_path / "terms"
    folder.mkdir()
    for number in range(40):
        write_entry(folder, f"term-{number}", f"Term {number}", related="Term 1")
    for path in (*folder.iterdir(), folder):
        os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return folder


COMMANDS = {
    "show": ["show", "term 7"],
    "search": ["search", "term 7"],
    "list": ["list"],
    "completions": ["completions", "bash"],
    "completing": ["__complete", "--", "bash", "glossary show te"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_printing_command_imports_what_it_is_allowed_to(counted, terms, command):
    bare, _ = counted("")
    counted(PRINT, *COMMANDS[command], "--entries", str(terms))
    modules, _ = counted(PRINT, *COMMANDS[command], "--entries", str(terms))
    foreign = {name.strip("_").partition(".")[0] for name in modules - bare}
    assert foreign - {"glossary_tui"} <= PRINTING


def test_showing_an_entry_brings_nothing_that_only_making_a_cache_needs(counted, terms):
    counted(PRINT, "show", "term 7", "--entries", str(terms))
    modules, _ = counted(PRINT, "show", "term 7", "--entries", str(terms))
    making = {f"glossary_tui.workspace.cache.{name}" for name in MAKING}
    assert modules & {"array", "heapq", *making} == set()


def test_showing_an_entry_takes_few_modules_of_the_program(counted, terms):
    counted(PRINT, "show", "term 7", "--entries", str(terms))
    modules, _ = counted(PRINT, "show", "term 7", "--entries", str(terms))
    assert len([name for name in modules if name.startswith("glossary_tui")]) <= MODULES


def test_the_interface_imports_little_more_than_a_bare_app(counted, terms):
    bare, _ = counted(BARE)
    ours = OURS.format(folder=str(terms))
    modules, _ = counted(ours)
    foreign = {name.strip("_").partition(".")[0] for name in modules - bare}
    assert foreign - {"glossary_tui"} <= set(DRAWING)


def test_the_first_paint_comes_before_what_is_put_off(counted, terms):
    modules, _ = counted(OURS.format(folder=str(terms)))
    assert {"asyncio", "textual.app"} <= modules
    assert modules & {"ssl", *WHOLE, *BY_NAME} == set()


def test_the_first_paint_waits_for_nothing_that_it_does_not_show(counted, terms):
    modules, _ = counted(OURS.format(folder=str(terms)))
    early = {
        name
        for name in modules
        for package in NOT_BEFORE_THE_PAINT
        if name.startswith(f"glossary_tui.{package}")
    }
    assert early - {f"glossary_tui.tui.screens.{name}" for name in READER} == set()


def test_the_first_paint_takes_fewer_foreign_modules_than_a_bare_app(counted, terms):
    bare, _ = counted(BARE)
    counted(PRINT, "list", "--entries", str(terms))
    modules, _ = counted(OURS.format(folder=str(terms)))
    foreign = {name for name in modules if not name.startswith("glossary_tui")}
    assert len(foreign) < len(bare) - 40
    assert len(modules - foreign) <= 158
    assert not any(name.startswith("markdown_it") for name in modules)


def test_a_first_start_opens_every_file_once(counted, terms):
    _, opened = counted(PRINT, "list", "--entries", str(terms))
    files = [path for path in opened if path.startswith(str(terms)) and path.endswith(".md")]
    assert sorted(files) == sorted(str(path) for path in terms.iterdir())


def test_a_second_start_opens_only_the_file_that_is_shown(counted, terms):
    counted(PRINT, "show", "term 7", "--entries", str(terms))
    _, opened = counted(PRINT, "show", "term 7", "--entries", str(terms))
    files = [path for path in opened if path.startswith(str(terms)) and path.endswith(".md")]
    assert files == [str(terms / "term-7.md")]


def test_a_second_start_opens_the_file_that_has_changed_too(counted, terms):
    counted(PRINT, "list", "--entries", str(terms))
    changed = terms / "term-3.md"
    changed.write_text(changed.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    os.utime(changed, ns=(1, 1))
    _, opened = counted(PRINT, "list", "--entries", str(terms))
    files = [path for path in opened if path.startswith(str(terms)) and path.endswith(".md")]
    assert files == [str(changed)]
