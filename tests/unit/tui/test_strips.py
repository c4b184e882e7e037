"""Lines of cells, and how they are written to a terminal."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from glossary_tui.tui.widgets.strips import LightStrip

COLOURS = st.sampled_from(
    (None, "default", "red", "bright_blue", "color(200)", "#102030", "#ffeedd")
)
STYLES = st.builds(
    Style,
    color=COLOURS,
    bgcolor=COLOURS,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    reverse=st.booleans(),
)
SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(("", "a", "bc ", "…")), st.none() | STYLES))


def cells(written):
    """What a terminal shows of what is *written*, and what it writes in after that."""
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(f"{written}|")
    return [screen.buffer[0][column] for column in range(40)]


@pytest.mark.parametrize("system", ["standard", "256", "truecolor"])
@given(SEGMENTS)
def test_a_line_looks_as_if_each_piece_of_it_said_all_of_its_style(system, segments):
    console = Console(color_system=system)
    assert cells(LightStrip(segments).render(console)) == cells(Strip(segments).render(console))


def test_what_stays_is_not_said_again():
    console = Console(color_system="truecolor")
    assert console._color_system == ColorSystem.TRUECOLOR
    base = Style(color="#010101", bgcolor="#020202")
    segments = [
        Segment("a", base),
        Segment("b", base + Style(color="#030303")),
        Segment("c", base + Style(bold=True)),
        Segment("d", base + Style(bold=True)),
    ]
    assert LightStrip(segments).render(console) == (
        "\x1b[38;2;1;1;1;48;2;2;2;2ma\x1b[38;2;3;3;3mb\x1b[0;1;38;2;1;1;1;48;2;2;2;2mcd\x1b[0m"
    )


def test_a_link_of_the_terminal_stays_one():
    console = Console(color_system="truecolor")
    style = Style(link="https://example.org", color="#010101")
    segments = [Segment("a"), Segment("b", style)]
    assert LightStrip(segments).render(console) == Strip(segments).render(console)
