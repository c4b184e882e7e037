"""A search within a text: case, accents and typographers' quotes and dashes make no difference."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.markdown.blocks import Code
from glossary_tui.tui.markdown.marks import changed_spans
from glossary_tui.tui.markdown.rewrite import rewritten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.tui.markdown.blocks import Block, Span

_ALIKE = str.maketrans("‘’ʼ“”„‐‑‒–—−", "'''\"\"\"------")
_SPACES = re.compile(r"\s+")
_SPACE = re.compile(r"\s")


class Found(NamedTuple):
    """A text in which what was looked for is marked."""

    blocks: tuple[Block, ...]
    matches: int
    """How many it has: their marks are the numbers below it, in reading order."""


def find(blocks: Iterable[Block], query: str) -> Found:
    """*blocks* with every place that reads like *query* marked."""
    wanted = _folded(_SPACES.sub(" ", query))[0]
    if not wanted.strip():
        return Found(tuple(blocks), 0)
    count = 0

    def mark_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        nonlocal count
        ranges = []
        for start, end in _matches("".join(span.text for span in spans), wanted):
            ranges.append((start, end, _Mark(count)))
            count += 1
        return changed_spans(spans, ranges) if ranges else spans

    def mark_code(code: Code) -> Code:
        nonlocal count
        marks = []
        for start, end in _matches(code.text, wanted):
            marks.append((start, end, count))
            count += 1
        return code._replace(marks=tuple(marks))

    marked = rewritten(blocks, mark_spans, mark_code)
    return Found(marked, count)


class _Mark:
    """Gives spans a mark."""

    def __init__(self, index: int) -> None:
        self._index = index

    def __call__(self, span: Span) -> Span:
        return span._replace(mark=self._index)


def _matches(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where *text* reads like *wanted*, which is folded: (first letter, letter after the last)."""
    folded, starts = _folded(text)
    found = []
    at = folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if starts is None:
            found.append((at, end))
        else:
            found.append((bisect_right(starts, at) - 1, _letter_after(starts, end)))
        at = folded.find(wanted, end)
    return _apart(found)


def _apart(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """*ranges* without those that begin in the letter that the one before ends in (`ß` is `ss`)."""
    kept: list[tuple[int, int]] = []
    for start, end in ranges:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _letter_after(starts: list[int], end: int) -> int:
    """The index after the letter that the folded letters before *end* come from, and its accents."""
    after = bisect_right(starts, end - 1)
    while after + 1 < len(starts) and starts[after] == starts[after + 1] == end:
        after += 1
    return after


def _folded(text: str) -> tuple[str, list[int] | None]:
    """*text* folded, and where in that each of its letters, and its end, is; None if at its index."""
    if text.isascii():
        return _SPACE.sub(" ", text).lower(), None
    parts: list[str] = []
    starts: list[int] = []
    at = 0
    for letter in text:
        starts.append(at)
        part = " " if letter.isspace() else _folded_letter(letter)
        parts.append(part)
        at += len(part)
    return "".join(parts), [*starts, at]


def _folded_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    apart = unicodedata.normalize("NFKD", letter.translate(_ALIKE).casefold())
    return "".join(each for each in apart if unicodedata.category(each) != "Mn")
