"""Where in a text a line begins, in terms that hold at any width: the letters that stand before it.

An anchor is twice their number; an empty line, which begins where the next one does, has one less.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary_tui.tui.markdown.wrap import Line

_DRAWN = frozenset(("rule", "quote-bar", "marker"))
"""Styles of what is drawn as often as the width asks for, and does not count."""


def anchor_of(lines: Sequence[Line], line: int) -> int:
    """The anchor of *line*, or of the end of the text."""
    return next((anchor for at, anchor in enumerate(_anchors(lines)) if at == line), 0)


def line_at(lines: Sequence[Line], anchor: int, guess: int) -> int:
    """The line that has that *anchor* or holds it; *guess* if several empty ones have it."""
    found = 0
    for number, each in enumerate(_anchors(lines)):
        if each > anchor or number == len(lines):
            break
        if number == guess and each == anchor:
            return guess
        found = number
    return found


def _anchors(lines: Sequence[Line]) -> Iterator[int]:
    """The anchor of each line, and of the end."""
    before = 0
    for line in lines:
        letters = _letters(line)
        yield 2 * before - (not letters)
        before += letters
    yield 2 * before


def _letters(line: Line) -> int:
    return sum(
        len(piece.text) - piece.text.count(" ")
        for piece in line
        if not _DRAWN.intersection(piece.styles)
    )
