"""Lines of cells, made cheaply."""

from __future__ import annotations

from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import Strip

from glossary_tui.tui.widgets.cells import cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from rich.style import Style


class LightStrip(Strip):
    """A strip that makes what it remembers of itself when that is first asked for.

    Textual's own makes seven caches for each, which takes longer than the rest of a line.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        self._segments = list(segments)
        self._cell_length = cell_length
        self._render_cache = None
        self._link_ids = None
        self._cell_count = None

    def crop(self, start: int, end: int | None = None) -> Strip:
        """The cells from *start* to before *end*."""
        # Under a scroll bar there is mostly nothing: what a line is filled up with ends earlier.
        over = 0 if end is None or start > 0 else self.cell_length - end
        if over > 0 and self._segments:
            text, style, control = self._segments[-1]
            if text.endswith(" " * over):
                last = [Segment(text[:-over], style, control)] if len(text) > over else []
                return LightStrip([*self._segments[:-1], *last], end)
        return super().crop(start, end)

    def __getattr__(self, name: str) -> Any:
        """One of the caches."""
        if not name.endswith("_cache"):
            raise AttributeError(name)
        cache: FIFOCache[Any, Any] = FIFOCache(4)
        setattr(self, name, cache)
        return cache


def filled(segments: list[Segment], width: int, base: Style) -> Strip:
    """*segments* on a line of *width* cells: cut, or filled up in the style *base*."""
    used = sum([cells(text) for text, _, _ in segments])
    if used < width:
        segments.append(Segment(" " * (width - used), base))
        used = width
    made = LightStrip(segments, used)
    return made if used == width else made.adjust_cell_length(width, base)
