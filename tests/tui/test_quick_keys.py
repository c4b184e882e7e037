"""Keys that are written in one go, as by someone who types blind: none is lost, each in its place."""

from __future__ import annotations

import sys

import pytest

from tui.conftest import write_entry

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")


@pytest.fixture
def sky(tmp_path):
    """Terms that lead to one another."""
    write_entry(tmp_path, "galaxy", "Galaxy", summary="Many a star.", related="Star, Nebula")
    write_entry(tmp_path, "star", "Star", related="Planet, Nebula")
    write_entry(tmp_path, "planet", "Planet", related="Moon")
    write_entry(tmp_path, "moon", "Moon")
    write_entry(tmp_path, "nebula", "Nebula", related="Star")
    return tmp_path


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Pmoon\r", ["It lists Moon among", "another term"]),
        ("\x06star", ["1 of 1"]),
        ("?bookmark", ["Bookmark the term"]),
        ("\x10neb\r", ["Nebula in one sentence"]),
        ("/plan\r3", ["Planet in depth"]),
        ("/plan\r2/moo\r3", ["Moon in depth"]),
        ("AmjJ2", ["Planet for a child"]),
        ("M\x1b[C\r2", ["for a child"]),
        ("\x07bund\r/imagenet\r", ["ImageNet is a collection"]),
    ],
)
def test_no_key_is_lost_after_one_that_leads_elsewhere(open_terminal, sky, typed, shown):
    terminal = open_terminal("galaxy", "--entries", str(sky), columns=100, rows=30)
    terminal.wait_for("Many a")
    terminal.wait_for("? help")
    terminal.press(typed)
    terminal.wait_for(lambda screen: all(each in screen for each in shown))


def test_what_is_pasted_where_one_reads_is_searched_for(open_terminal, sky):
    terminal = open_terminal("galaxy", "--entries", str(sky), columns=100, rows=30)
    terminal.wait_for("Many a")
    terminal.wait_for("? help")
    terminal.press("\x1b[200~neb\nula\x1b[201~")
    terminal.wait_for("Nebula in one")
    terminal.wait_for("1 of 5")


def test_what_is_pasted_over_several_lines_is_a_line_of_the_box(open_terminal, sky):
    terminal = open_terminal("--entries", str(sky), columns=100, rows=30)
    terminal.wait_for("F1 help")
    terminal.press("\x1b[200~\n tag:none\r\n\tnebula \n\x1b[201~")
    terminal.wait_for("tag:none nebula")
