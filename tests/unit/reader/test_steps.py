"""However odd a file is, four times as much of it takes some four times as many steps to read.

A step is a line of the program that is run: they are counted, so no clock decides.
"""

from __future__ import annotations

import sys

import pytest

from glossary_tui.reader import read_entries
from glossary_tui.reader.body import Roles
from glossary_tui.reader.examining import examine
from glossary_tui.reader.occurrences import occurrences
from glossary_tui.reader.source import Source
from glossary_tui.text.code import fences
from glossary_tui.text.plain import plain_text

REPEATED = (
    "[", "![", "[[", "[^", "[a](", "](x)", "[a]: b\n", "[^1]: z\n", "{{", "{{<", "{{< a ", "{%", "{#",
    "<", "<a href=x>", "<b>", "<!--", "<pre>", "<sup>", "`", "``a`", "```\n", "~~~\n", "*a", "**a_",
    "\\", "|a", "a|b\n-|-\n", "- a\n", "> ", "$", "==", "%%", "&", "a, ", "a (", '"', "\n\n", "漢", "é",
    "\n# a\n", "\n### ELI5\na", "\n### Related terms\na", "\n### Related terms\na\n### b\nc",
    "\n### References\na\n", "\na\n---", "\n### Summary\n", "\x1b]", "\u202e", "\u200d",
)  # fmt: skip
"""What a hostile or a broken file may hold over and over."""
LETTERS = 600


def steps(work):
    """How many lines of the package are run to do *work*."""
    count = 0

    def traced(frame, event, _):
        nonlocal count
        if "glossary_tui" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def everything(path):
    """All that reading does with a file: the entry, its text, what is wrong, where links stand."""
    (entry,) = read_entries([path]).entries
    for section in entry.sections:
        plain_text(section.text, 40)
    examine(entry, Roles())
    try:
        source = Source(path.read_bytes())
    except ValueError:
        return
    occurrences(source.document, entry.links)


@pytest.mark.parametrize("repeated", REPEATED)
def test_the_steps_grow_with_the_letters_and_no_faster(tmp_path, repeated):
    path = tmp_path / "x.md"

    def taken(letters):
        text = repeated * (letters // len(repeated))
        path.write_bytes(f'---\ntitle: "X"\n---\n\n### Summary\n{text}'.encode())
        return steps(lambda: everything(path))

    taken(LETTERS)  # what is made once is made
    assert taken(4 * LETTERS) < 5 * taken(LETTERS) + 2000


class Counting(str):
    """A text that knows how many of its letters were looked through by `find`."""

    __slots__ = ("looked_at",)
    looked_at: int

    def find(self, wanted, start=0, end=sys.maxsize, /):
        place = super().find(wanted, start, end)
        self.looked_at += (place if place >= 0 else min(end, len(self))) - start
        return place


def test_fences_are_looked_for_once():
    text = Counting("```\n" * 200)
    text.looked_at = 0
    assert len(fences(text)) == 100
    assert text.looked_at < 10 * len(text)
