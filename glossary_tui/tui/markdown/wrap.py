"""Spans → lines that fit a width, measured in terminal cells."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.markdown.blocks import NO_MARK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary_tui.tui.markdown.blocks import Span

NO_LINK = -1
_CHUNK = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_CLOSING = frozenset("。、，．！？；：）］｝」』】》〉”’…・ー々,.!?;:)]}")
"""What does not begin a line in Chinese and Japanese typesetting."""


class Piece(NamedTuple):
    """Letters of one line that look alike."""

    text: str
    styles: tuple[str, ...] = ()
    link: int = NO_LINK
    """The index of the link that it belongs to, or `NO_LINK`."""
    mark: int = NO_MARK
    """The index of the match of a search that it belongs to, or `NO_MARK`."""


Line = list[Piece]
_Look = tuple[tuple[str, ...], int, int]
"""What letters look like: all of a piece but its text."""
_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""


class _Word(NamedTuple):
    pieces: tuple[Piece, ...]
    width: int
    """In cells."""
    space: bool
    """Whether a space stands before it."""


def wrap(spans: Iterable[tuple[Span, int]], width: int) -> list[Line]:
    """The lines of *spans*, each with the index of its link, none wider than *width* cells.

    Breaks at spaces, beside wide letters (Unicode Standard Annex #14 allows it between
    ideographs), and inside a word only if the word alone is wider than a line.
    """
    width = max(width, 1)
    spans = list(spans)
    evenly = _wrapped_evenly(spans, width)
    return _wrapped(spans, width) if evenly is None else evenly


def _wrapped_evenly(spans: Sequence[tuple[Span, int]], width: int) -> list[Line] | None:
    """What `_wrapped` gives for words of letters one cell wide, a space between; None for others.

    It is most of all text, and this takes a tenth of the time.
    """
    text = "".join([span.text for span, _ in spans])
    if not text or text[0] == " " or text[-1] == " " or "  " in text or not _is_even(text):
        return None
    stretches = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            return None  # a word is wider than a line
        stretches.append((start, end))
        start = end + 1
    stretches.append((start, len(text)))
    ends, looks = _looks(spans)
    lines: list[Line] = []
    number = 0
    for start, end in stretches:
        line: Line = []
        while start < end:
            while ends[number] <= start:
                number += 1
            stop = min(ends[number], end)
            line.append(_new(Piece, (text[start:stop], *looks[number])))
            start = stop  # noqa: PLW2901 # it goes on from there
        lines.append(line)
    return lines


def _is_even(text: str) -> bool:
    """Whether every letter of *text* surely takes one cell, and none ends a line."""
    if not text.isprintable():
        return False
    return text.isascii() or all(map(_takes_one_cell, {*text}))


@lru_cache(1024)
def _takes_one_cell(letter: str) -> bool:
    return cell_len(letter) == 1


def _looks(spans: Iterable[tuple[Span, int]]) -> tuple[list[int], list[_Look]]:
    """What the letters of *spans* look like up to which letter: spaces like what is on both sides."""
    ends: list[int] = []
    looks: list[_Look] = []

    def add(end: int, look: _Look) -> None:
        if looks and looks[-1] == look:
            ends[-1] = end
        else:
            ends.append(end)
            looks.append(look)

    at = 0
    last: _Look = ((), NO_LINK, NO_MARK)
    for span, link in spans:
        text = span.text
        end = at + len(text)
        begin = at + text.startswith(" ")
        if begin < end:
            look = (span.styles, link, span.mark)
            if ends and begin > ends[-1]:
                add(begin, _shared(last, look))
            add(end - text.endswith(" "), look)
            last = look
        at = end
    return ends, looks


def _shared(one: _Look, other: _Look) -> _Look:
    """What a space between them looks like."""
    styles = tuple([style for style in one[0] if style in other[0]])
    link = one[1] if one[1] == other[1] else NO_LINK
    return styles, link, one[2] if one[2] == other[2] else NO_MARK


def _wrapped(spans: Iterable[tuple[Span, int]], width: int) -> list[Line]:
    """The lines of any *spans*."""
    lines: list[Line] = [[]]
    used = 0
    for word in _words(spans):
        if word is None:
            lines.append([])
            used = 0
            continue
        space = 1 if word.space and used else 0
        if used + space + word.width > width and used:
            lines.append([])
            used = space = 0
        for part in _broken(word, width):
            if used + part.width > width and used:
                lines.append([])
                used = 0
            _append(lines[-1], part, space=bool(space))
            used += space + part.width
            space = 0
    return lines


def _append(line: Line, word: _Word, *, space: bool) -> None:
    first, *rest = word.pieces
    last = line[-1] if line else None
    if space and last:
        _extend(line, Piece(" ", *_shared(last[1:], first[1:])))
    for piece in (first, *rest):
        _extend(line, piece)


def _extend(line: Line, piece: Piece) -> None:
    if line and line[-1][1:] == piece[1:]:
        line[-1] = line[-1]._replace(text=line[-1].text + piece.text)
    else:
        line.append(piece)


def _broken(word: _Word, width: int) -> Iterator[_Word]:
    """*word*, cut into parts that fit *width*."""
    if word.width <= width:
        yield word
        return
    for piece in word.pieces:
        part, used = "", 0
        for letter in piece.text:
            cells = cell_len(letter)
            if used + cells > width and part:
                yield _Word((piece._replace(text=part),), used, space=False)
                part, used = "", 0
            part += letter
            used += cells
        if part:
            yield _Word((piece._replace(text=part),), used, space=False)


def _words(spans: Iterable[tuple[Span, int]]) -> Iterator[_Word | None]:
    """The words of *spans* in order; None for a line break."""
    pending: list[Piece] = []
    space = False
    for span, link in spans:
        for chunk in _CHUNK.findall(span.text):
            if chunk.isspace():
                if pending:
                    yield from _split(pending, space=space)
                    pending = []
                space = True
                if chunk == "\n":
                    yield None
                    space = False
            else:
                pending.append(Piece(chunk, span.styles, link, span.mark))
    if pending:
        yield from _split(pending, space=space)


def _split(pieces: Sequence[Piece], *, space: bool) -> Iterator[_Word]:
    """A word of *pieces*, or several where wide letters let a line break between them."""
    width = sum(cell_len(piece.text) for piece in pieces)
    if width == sum(len(piece.text) for piece in pieces):
        yield _Word(tuple(pieces), width, space)
        return
    group: list[Piece] = []
    used = 0
    wide = False
    for piece in pieces:
        for letter in piece.text:
            cells = cell_len(letter)
            breakable = group and cells and (wide or cells > 1) and letter not in _CLOSING
            if breakable:
                yield _Word(tuple(group), used, space)
                group, used, space = [], 0, False
            _extend(group, piece._replace(text=letter))
            used += cells
            wide = cells > 1 if cells else wide
    yield _Word(tuple(group), used, space)
