"""What a printing command imports is most of its time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.conftest import ENTRIES

HEAVY = {
    "textual", "rich", "markdown_it", "asyncio", "dataclasses", "typing", "pathlib", "argparse",
    "tomllib", "platformdirs", "inspect", "sqlite3", "fsrs", "subprocess",
}  # fmt: skip
COMMANDS = {
    "a term": ["model"],
    "the list": [],
    "help": ["--help"],
    "show": ["show", "model"],
    "show --json": ["show", "model", "--json"],
    "search": ["search", "model"],
    "list": ["list"],
    "related": ["related", "cnn"],
    "path": ["path", "model", "imagenet"],
    "random": ["random"],
    "explain": ["explain", str(ENTRIES / "image-net.md")],
}
QUICK = {"rapidfuzz", "json", "yaml", "frontmatter", "shutil", "re", "enum", "unicodedata"}
"""What a plain `show` has no need of either, once the glossary has been read."""
MOST = 90
"""Modules that it imports beside those of a bare Python. Each costs a start 0.2 ms."""


def imported(*arguments):
    """The modules that came along with a command."""
    code = (
        "import sys; before = set(sys.modules)\n"
        "from glossary_tui.__main__ import main\n"
        "status = main(); print(*set(sys.modules) - before, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--entries", str(ENTRIES)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_printing_imports_nothing_heavy(name):
    assert imported(*COMMANDS[name]) & HEAVY == set()


def test_numbers_of_study_are_printed_without_drawing():
    assert imported("stats") & {"textual", "rich", "asyncio"} == set()


def test_showing_an_entry_imports_little():
    imported("show", "model")
    modules = imported("show", "model", "--view", "summary")
    assert modules & QUICK == set()
    assert len(modules) <= MOST, sorted(modules)
