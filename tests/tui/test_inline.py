"""The small reader under the prompt, in a real pseudo-terminal."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from glossary_tui.tui.screens.inline import NOT_HERE
from glossary_tui.user.commands import commands_of
from terminal import Terminal
from tui.conftest import write_entry

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")

ABOVE = "what stood in the terminal before"


@pytest.fixture
def open_inline(tmp_path):
    """Start the reader over a small glossary, under a line that is there already."""
    opened = []
    write_entry(
        tmp_path,
        "anchor",
        "Anchor",
        summary="An anchor holds a boat by a [cable](cable.md) that is long enough.",
        depth="\n\n".join(f"Paragraph {number} of the depth." for number in range(40)),
        related="Cable",
    )
    write_entry(tmp_path, "cable", "Cable", summary="A cable is a thick rope.", related="Anchor")
    write_entry(tmp_path, "ship-a", "Ship")
    write_entry(tmp_path, "ship-b", "Ship")

    def start(*arguments, **options):
        terminal = Terminal(["open", *arguments, "--inline", "--entries", str(tmp_path)], **options)
        terminal._stream.feed(f"{ABOVE}\r\n".encode())
        opened.append(terminal)
        return terminal

    yield start
    for each in opened:
        each.close()


def test_it_reads_follows_goes_back_and_leaves_the_last_view_in_the_terminal(open_inline):
    terminal = open_inline("anchor")
    screen = terminal.wait_for("/ search")
    assert screen.startswith(ABOVE)
    assert len(screen.rstrip().split("\n")) == 16, "a line above and 15 of the reader"
    terminal.press("tab", "enter")
    terminal.wait_for("thick rope")
    terminal.press("[")
    terminal.wait_for("long enough")
    terminal.press("2")
    terminal.wait_for("for a child")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    lines = terminal.text.rstrip().split("\n")
    assert lines == [ABOVE, "Anchor · ELI5", "", "Anchor for a child."]
    assert terminal.is_restored()
    assert b"\x1b[?1049h" not in terminal.raw, "the scrollback stays"
    assert b"\x1b[?1000h" not in terminal.raw, "the mouse stays the terminal's"
    assert b"\x1b[6n" not in terminal.raw, "no answer may come when nobody listens"


def test_a_long_view_is_scrolled_in_the_lines_there_are_and_left_whole(open_inline):
    terminal = open_inline("anchor")
    terminal.wait_for("long enough")
    terminal.press("3", "G")
    screen = terminal.wait_for("Paragraph 39")
    assert "Paragraph 20" not in screen
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.raw.count(b"Paragraph 20 of the depth.") == 1


def test_what_has_no_room_says_so(open_inline):
    terminal = open_inline("anchor", environment={"EDITOR": "touch"})
    terminal.wait_for("long enough")
    terminal.press("e")
    terminal.wait_for("editor needs the whole screen")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_search_and_a_name_that_two_terms_have_are_answered_by_a_list(open_inline):
    terminal = open_inline("ship")
    terminal.wait_for("Terms")
    terminal.press("escape", "/")
    terminal.wait_for("Terms")
    terminal.press("cab", "enter")
    terminal.wait_for("thick rope")
    terminal.press("q")
    assert terminal.wait_for_end() == 0


def test_a_window_that_changes_keeps_what_stands_above(open_inline):
    terminal = open_inline("anchor")
    terminal.wait_for("long enough")
    terminal.wait_for("/ search")
    terminal.raw = b""
    terminal.resize(100, 30)
    terminal.wait_for(lambda screen: "long enough" in screen and b"\x1b[J" in terminal.raw)
    assert terminal.text.startswith(ABOVE)
    assert b"\x1b[2J" not in terminal.raw
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.text.rstrip().count("long enough") == 1


@pytest.mark.parametrize("rows", [6, 15])
def test_a_low_window_has_a_low_reader(open_inline, rows):
    terminal = open_inline("anchor", rows=rows)
    terminal.wait_for("An anchor")
    terminal.press("q")
    assert terminal.wait_for_end() == 0
    assert terminal.is_restored()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_with_the_terminal_restored(open_inline, name):
    terminal = open_inline("anchor")
    terminal.wait_for("long enough")
    number = getattr(signal, name)
    os.kill(terminal.pid, number)
    assert terminal.wait_for_end() == 128 + number
    assert terminal.is_restored()
    assert terminal.text.rstrip() == ABOVE


def test_a_crash_restores_the_terminal(open_inline, tmp_path):
    code = (
        "from glossary_tui.tui.screens.inline import InlineScreen as S\n"
        "def fail(self): raise ZeroDivisionError('on purpose')\n"
        "S.action_related = fail\n"
    )
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'glossary_tui.tui.inline':\n"
        "            sys.meta_path.remove(self)\n"
        f"            exec({code!r})\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    terminal = open_inline("anchor", environment={"PYTHONPATH": str(tmp_path)})
    terminal.wait_for("long enough")
    terminal.press("r")
    assert terminal.wait_for_end() == 70
    assert terminal.is_restored()
    assert ABOVE in terminal.text
    assert "ZeroDivisionError: on purpose" in terminal.text


def test_what_has_no_room_are_commands_and_their_reasons_fit_a_line():
    known = {command.id for command in commands_of("browse")}
    assert {f"browse.{command}" for command in NOT_HERE} <= known
    assert max(map(len, NOT_HERE.values())) < 50
