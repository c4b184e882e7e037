"""Fitting text into cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style


def cells(text: str) -> int:
    """How many cells *text* takes: `cell_len`, which goes through nearly all texts by letters."""
    return len(text) if _is_narrow(text) else cell_len(text)


def _is_narrow(text: str) -> bool:
    """Whether every letter surely takes one cell, as those of ASCII and the ellipsis do."""
    return text.isprintable() and (text.isascii() or text.replace("…", "").isascii())


def cut(text: str, room: int) -> str:
    """*text*, ended with an ellipsis where it is wider than *room* cells."""
    if _is_narrow(text) and room > 0:
        return text if len(text) <= room else text[: room - 1].rstrip() + "…"
    # Of a long text, what is beyond the room by far is not looked at.
    head = text[: 2 * max(room, 1)]
    if cell_len(head) > room:
        text = head
    elif cell_len(text) <= room:
        return text
    return set_cell_size(text, max(room - 1, 0)).rstrip() + "…"


def lit(text: str, spans: Iterable[tuple[int, int]], base: Style, match: Style) -> list[Segment]:
    """*text* with the letters of *spans* in the style *match*."""
    if not spans:
        return [Segment(text, base)] if text else []
    segments = []
    at = 0
    for start, end in spans:
        if start >= len(text):
            break
        if start > at:
            segments.append(Segment(text[at:start], base))
        segments.append(Segment(text[max(start, at) : end], match))
        at = max(end, at)
    if at < len(text):
        segments.append(Segment(text[at:], base))
    return segments
