"""What is printed, letter by letter: `make golden` renews the files; read the difference."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cli.conftest import ENTRIES
from glossary_tui.cli.declared import COMMANDS
from glossary_tui.cli.help import help_text
from glossary_tui.cli.style import Style

GOLDEN = Path(__file__).with_name("golden")
TEXT = """\
ImageNet trained the first CNNs. See https://example.org/model for a model;
the ImageNet's images, machine learning, 機械学習は楽しい.
"""
CASES = {
    "show": ["show", "imagenet"],
    "show-summary": ["show", "imagenet", "--view", "summary"],
    "show-related": ["show", "imagenet", "--view=related"],
    "show-color": ["show", "imagenet", "--color", "always"],
    "show-markdown": ["show", "imagenet", "--markdown"],
    "show-json": ["show", "imagenet", "--json"],
    "show-missing-view": ["show", "model", "--view", "eli5"],
    "show-bare": ["show", "bare", "title"],
    "show-unknown": ["show", "imagnet"],
    "show-ambiguous": ["show", "layer"],
    "search": ["search", "net"],
    "search-json": ["search", "net", "-n", "1", "--json"],
    "search-text": ["search", "--text", "photographs"],
    "search-nothing": ["search", "qqqq", "--json"],
    "list": ["list"],
    "list-tag": ["list", "--tag", "Vision", "--tag", "data"],
    "list-unknown-tag": ["list", "--tag", "visoin"],
    "list-json": ["list", "--tag", "vision", "--json"],
    "related": ["related", "imagenet"],
    "related-none": ["related", "model"],
    "path": ["path", "model", "imagenet"],
    "path-none": ["path", "imagenet", "bare title"],
    "explain": ["explain"],
    "explain-all": ["explain", "--all", "--view", "eli5", "-"],
    "explain-json": ["explain", "--json"],
    "open": ["open", "model"],
    "usage-option": ["show", "--jsn", "x"],
    "usage-argument": ["path", "imagenet"],
    "usage-choice": ["show", "--view", "long", "x"],
    "usage-wrong-command": ["list", "--view", "all"],
}


def compare(name, printed):
    """Hold *printed* against the golden file *name*, or renew it."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("GOLDEN") == "renew":
        path.parent.mkdir(exist_ok=True)
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8"), "run: make golden"


@pytest.mark.parametrize("name", CASES)
def test_output(glossary, name):
    done = glossary(*CASES[name], given=TEXT if CASES[name][0] == "explain" else "")
    printed = f"{done.stdout}--- stderr\n{done.stderr}--- status {done.returncode}\n"
    compare(name, printed.replace(str(ENTRIES), "{entries}"))


SHOWN = [name for name in COMMANDS if not name.startswith("__")]


@pytest.mark.parametrize("name", ["", *SHOWN])
def test_help(name):
    command = COMMANDS[name or "open"]
    text = help_text(command, Style(is_on=False), general=not name)
    assert max(map(len, text.splitlines())) <= 80
    narrow = help_text(command, Style(is_on=False), general=not name, columns=40)
    assert max(map(len, narrow.splitlines())) <= 40
    assert narrow.split() == text.split()
    compare(f"help/{name or 'glossary'}", text)


def test_no_golden_file_is_left_over():
    wanted = {f"{name}.txt" for name in CASES}
    assert {path.name for path in GOLDEN.glob("*.txt")} == wanted
    helps = {f"{name}.txt" for name in ("glossary", *SHOWN)}
    assert {path.name for path in (GOLDEN / "help").glob("*.txt")} == helps
