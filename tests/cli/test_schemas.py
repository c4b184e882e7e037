"""What --json prints has the shape that docs/cli.md gives it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import ENTRIES
from glossary_tui.cli.declared import COMMANDS

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"

TEXTS = [str]
SECTIONS = [{"role": ("summary", "eli5", "in-depth", "references", "section"), "title": str, "text": str}]  # fmt: skip
LISTED = {"id": str, "title": str, "aliases": TEXTS, "tags": TEXTS, "path": str}
SHAPES: dict[str, Any] = {
    "show": {
        **LISTED,
        "sections": SECTIONS,
        "related": [{"text": str, "id": (str, None)}],
        "referenced_by": TEXTS,
    },
    "search": [
        {
            "id": str,
            "title": str,
            "why": ("title", "alias", "acronym", "words", "typo", "letters", "text"),
            "score": float,
        }
    ],
    "list": [LISTED],
    "explain": [
        {
            "id": str,
            "title": str,
            "mentions": [{"start": int, "end": int}],
            "sections": SECTIONS,
        }
    ],
}
SHAPES |= {
    "export": [SHAPES["show"]],
    "check": [
        {
            "code": str,
            "severity": ("error", "warning", "info"),
            "path": str,
            "line": int,
            "message": str,
        }
    ],
    "graph": {"nodes": [{"id": str, "title": str}], "edges": [{"from": str, "to": str}]},
    "where": [{"what": str, "path": str, "origin": str, "exists": bool}],
}
ELSEWHERE = {"stats", "random"}
"""Commands whose JSON is held to another page, or is that of `show`."""
LINES = {
    "show": [["show", "imagenet"], ["show", "bare title"], ["show", "model", "--view", "eli5"]],
    "search": [["search", "net"], ["search", "cnn"], ["search", "--text", "pug"], ["search", "q"]],
    "list": [["list"], ["list", "--tag", "vision"]],
    "explain": [["explain", str(ENTRIES / "image-net.md")], ["explain", str(ENTRIES / "bare.md")]],
    "export": [["export", "json"]],
    "check": [["check"]],
    "graph": [["graph", "--format", "json"], ["graph", "imagenet", "--format", "json"]],
    "where": [["where"]],
}


def fits(data, shape):
    """Whether *data* has a *shape*: keys, a list of one shape, a type, or one of several."""
    if isinstance(shape, dict):
        return data.keys() == shape.keys() and all(fits(data[key], shape[key]) for key in shape)
    if isinstance(shape, list):
        return isinstance(data, list) and all(fits(each, shape[0]) for each in data)
    if isinstance(shape, tuple):
        return any(fits(data, each) if isinstance(each, type) else data == each for each in shape)
    return type(data) is shape


@pytest.mark.parametrize(
    ("name", "arguments"), [(name, line) for name, lines in LINES.items() for line in lines]
)
def test_what_is_printed_has_its_shape(glossary, name, arguments):
    done = glossary(*arguments, *(["--json"] if "json" not in arguments else []))
    assert fits(json.loads(done.stdout), SHAPES[name]), done.stdout
    assert done.returncode == (0 if done.stdout != "[]\n" else 1), done.stderr


def test_every_command_that_prints_json_has_a_shape():
    printing = {
        command.name
        for command in COMMANDS.values()
        if any(option.name == "json" for option in command.options)
    }
    assert printing - SHAPES.keys() == ELSEWHERE


@pytest.mark.parametrize("name", sorted(SHAPES.keys() - {"export"}))
def test_every_key_is_documented(name):
    page = PAGE.read_text(encoding="utf-8").partition("## JSON")[2]
    part = re.split(r"^`glossary ", page, flags=re.MULTILINE)
    (text,) = [each for each in part if each.startswith(name)]
    shape = SHAPES[name]
    keys = dict(shape if isinstance(shape, dict) else shape[0])
    assert [key for key in keys if f"`{key}`" not in text and f'"{key}"' not in text] == []
