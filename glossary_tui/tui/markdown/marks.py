"""Marks on what is made already: ranges of letters told apart within spans and lines."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from glossary_tui.tui.markdown.blocks import Span
    from glossary_tui.tui.markdown.wrap import Line

    Change = Callable[[Span], Span]


def changed_spans(
    spans: Iterable[Span], ranges: Sequence[tuple[int, int, Change]]
) -> tuple[Span, ...]:
    """*spans* with the letters of each range, counted over all of them, changed as it says.

    Ranges are (first letter, letter after the last, change), in order, and do not overlap.
    """
    result: list[Span] = []
    waiting = list(reversed(ranges))
    at = 0
    for span in spans:
        text = span.text
        end = at + len(text)
        while waiting and waiting[-1][0] < end and text:
            start, stop, change = waiting[-1]
            before, inside = max(start - at, 0), min(stop, end) - at
            if before:
                result.append(span._replace(text=text[:before]))
            result.append(change(span._replace(text=text[before:inside])))
            text = text[inside:]
            at += inside
            if stop > end:
                break
            waiting.pop()
        if text:
            result.append(span._replace(text=text))
        at = end
    return tuple(result)


def marked_lines(lines: list[Line], marks: Iterable[tuple[int, int, int]]) -> list[Line]:
    """*lines* with the letters of each mark (first, after the last, index) given its index.

    Letters are counted over all lines, a line's end as one letter.
    """
    for start, stop, index in marks:
        at = 0
        for number, line in enumerate(lines):
            length = sum(len(piece.text) for piece in line)
            if start < at + length and stop > at:
                lines[number] = _marked_line(line, start - at, stop - at, index)
            at += length + 1
    return lines


def _marked_line(line: Line, start: int, stop: int, index: int) -> Line:
    marked: Line = []
    at = 0
    for piece in line:
        text = piece.text
        first = min(max(start - at, 0), len(text))
        after = min(max(stop - at, first), len(text))
        parts = (
            piece._replace(text=text[:first]),
            piece._replace(text=text[first:after], mark=index),
            piece._replace(text=text[after:]),
        )
        marked += [part for part in parts if part.text]
        at += len(text)
    return marked
