"""Where in a text a line begins, in terms that hold at any width: letters that stand before it."""

from __future__ import annotations

from functools import reduce

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.tui.markdown.wrap import Line

_DRAWN = frozenset(("rule", "quote-bar", "marker"))
"""Styles of what is drawn as often as the width asks for, and does not count."""


def anchor_of(lines: Sequence[Line], line: int) -> int:
    """How many letters, without spaces, stand on the lines before *line*."""
    return reduce(lambda count, each: count + _letters(each), lines[:line], 0)


def line_at(lines: Sequence[Line], anchor: int, guess: int) -> int:
    """The line that begins at *anchor* or holds it.

    *guess* is right if it begins there: an empty line begins where the next one does.
    """
    before = 0
    found = 0
    for number, line in enumerate(lines):
        if before > anchor:
            break
        if number == guess and before == anchor:
            return guess
        letters = _letters(line)
        if letters:
            found = number
        before += letters
    return found


def _letters(line: Line) -> int:
    return sum(
        len(piece.text) - piece.text.count(" ")
        for piece in line
        if not _DRAWN.intersection(piece.styles)
    )
