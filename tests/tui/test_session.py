"""An evening with the glossary, key by key, in a real terminal."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")


def drawn(terminal, attribute):
    """The letters on the screen that are drawn so: `underscore` for links, `reverse` for focus."""
    screen = terminal.screen
    rows = ([screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines))
    return "\n".join(
        "".join(cell.data if getattr(cell, attribute) else " " for cell in row) for row in rows
    )


def wait_for_focus(terminal, text):
    """Wait until *text* has the focus, or is the present match."""
    terminal.wait_for(lambda _: text in drawn(terminal, "reverse"))


def test_one_reads_follows_peeks_goes_back_finds_and_quits(open_terminal):
    terminal = open_terminal("imagenet", columns=100, rows=32)
    terminal.wait_for("collection of more than 14")

    # Read: the depth one chose, a page on, a link.
    terminal.press("3")
    terminal.wait_for("borrows the noun hierarchy")
    terminal.wait_for(lambda _: "WordNet" in drawn(terminal, "underscore"))
    terminal.press("tab")
    wait_for_focus(terminal, "WordNet")

    # Peek: what WordNet is, at the same depth, without leaving; Tab looks into the next link.
    terminal.press("p")
    terminal.wait_for("WordNet · In-depth")
    terminal.wait_for("more lines")
    terminal.press("tab")
    terminal.wait_for("Amazon Mechanical Turk · In-depth")
    terminal.press("escape")
    terminal.wait_for(lambda text: "· In-depth" not in text)

    # Follow it, and the next one from there.
    terminal.press("enter")
    terminal.wait_for("human intelligence")
    terminal.press("tab", "enter")
    terminal.wait_for(lambda text: "MTurk" not in text)

    # Back, and back again: the view, and the link that had the focus.
    terminal.press("[")
    terminal.wait_for("MTurk")
    terminal.press("[")
    terminal.wait_for("borrows the noun hierarchy")
    wait_for_focus(terminal, "Mechanical Turk")
    terminal.press("]")
    terminal.wait_for("MTurk")
    terminal.press("[")
    terminal.wait_for("borrows the noun hierarchy")

    # Find, in all the views; the count goes along.
    terminal.press("\x06")
    terminal.wait_for("Find in this entry")
    terminal.press(*"22,000")
    terminal.wait_for("1 of 1")
    terminal.wait_for("collection of more than 14")
    terminal.press("enter")
    wait_for_focus(terminal, "22,000")
    terminal.press("escape")
    terminal.wait_for(lambda text: "1 of 1" not in text)

    # A plain view, and out.
    terminal.press("v")
    terminal.wait_for(lambda text: text.startswith("ImageNet is a collection"))
    terminal.press("v")
    terminal.wait_for("1 Summary")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored()
