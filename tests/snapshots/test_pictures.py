"""The pictures that lie here, and how they are drawn."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from textual.app import App
from textual.widgets import Static

from snapshots.conftest import PICTURES, _difference, path_of
from snapshots.picture import picture


def test_every_picture_is_of_a_screen_that_is_still_pictured():
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "--collect-only",
            "-p",
            "no:cacheprovider",
            PICTURES.parent,
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    taken = {path_of(line) for line in done.stdout.splitlines() if "[" in line or "small" in line}
    assert {*PICTURES.rglob("*.svg")} - taken == set()


class Drawn(App[None]):
    """Two lines in several looks."""

    CSS = "Static { width: 12; height: 1; background: #101010; color: #d0d0d0; }"

    def compose(self):
        yield Static("a <[b]b[/b]> [u] c [/u]", id="first")
        yield Static("[reverse]d[/reverse]  漢e")


@pytest.fixture
async def svg():
    """What is drawn of it."""
    async with Drawn().run_test(size=(12, 2)) as pilot:
        return picture(pilot.app)


async def test_a_picture_has_a_line_for_each_line_of_the_screen(svg):
    head, style, ground, first, second, end = svg.splitlines()
    assert (head[:4], style[:7], end) == ("<svg", "<style>", "</svg>")
    assert ground == '<path fill="#101010" d="M0 0h120v40H0z"/>'
    assert first == (
        '<g transform="translate(0 0)"><text y="15"><tspan x="0" textLength="30">a &lt;</tspan>'
        '<tspan x="30" class="b">b</tspan><tspan x="40">&gt;</tspan>'
        '<tspan x="60" textLength="30" class="u"> c </tspan></text></g>'
    )
    assert second == (
        '<g transform="translate(0 20)"><path fill="#d0d0d0" d="M0 0H10v20H0z"/><text y="15">'
        '<tspan x="0" fill="#101010">d</tspan><tspan x="30" textLength="30">漢e</tspan></text></g>'
    )
    assert ET.fromstring(svg).attrib["viewBox"] == "0 0 120 40"


async def test_a_difference_is_told_by_the_lines_of_the_screen(svg):
    assert _difference(svg, svg) == ""
    assert _difference(svg, svg.replace("漢e", "漢f")) == "- d 漢e\n+ d 漢f"
    said = _difference(svg, svg.replace('class="b"', 'class="i"'))
    assert said.count("\n") == 1
    assert 'class="i"' in said


def test_a_picture_is_called_by_what_it_shows():
    shown = "tests/snapshots/test_text.py::test_a_screen[80x24-no-color-a peek]"
    assert path_of(shown) == PICTURES / "text" / "a-peek-80x24-no-color.svg"
    assert path_of("test_text.py::test_a_peek_in_a_small_window") == (
        PICTURES / "text" / "a-peek-in-a-small-window.svg"
    )
