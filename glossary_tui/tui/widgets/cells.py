"""Fitting text into cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.style import Style


def cut(text: str, room: int) -> str:
    """*text*, ended with an ellipsis where it is wider than *room* cells."""
    if len(text) > room > 0 and text.isprintable() and text.replace("…", "").isascii():
        return text[: room - 1].rstrip() + "…"  # a letter of either takes one cell
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
