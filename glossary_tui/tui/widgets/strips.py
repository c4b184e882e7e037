"""Lines of cells, made cheaply."""

from __future__ import annotations

from functools import lru_cache

from rich.color import ColorSystem
from rich.segment import Segment
from textual.cache import FIFOCache
from textual.strip import SGR_STYLES, Strip

from glossary_tui.tui.widgets.cells import cells

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from rich.color import Color
    from rich.console import Console
    from rich.style import Style

_USUAL = ("39", "49")
"""What sets back the colour of letters, and that behind them."""


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

    def render(self, console: Console) -> str:
        """The line in the terminal's language.

        Between neighbours only what changes is said: most have the same background, and to say it
        all each time is three quarters of what a key writes.
        """
        if self._render_cache is None:
            system = int(console._color_system or ColorSystem.TRUECOLOR)  # noqa: SLF001 # as Textual does
            before = None
            written = []
            for text, style, _ in self._segments:
                if style is not None and style.link:
                    return super().render(console)
                if style is not before and text:
                    written.append(_turn(before, style, system))
                    before = style
                written.append(text)
            written.append(_turn(before, None, system))
            self._render_cache = "".join(written)
        return self._render_cache

    def __getattr__(self, name: str) -> Any:
        """One of the caches."""
        if not name.endswith("_cache"):
            raise AttributeError(name)
        cache: FIFOCache[Any, Any] = FIFOCache(4)
        setattr(self, name, cache)
        return cache


@lru_cache(4096)
def _turn(before: Style | None, after: Style | None, system: int) -> str:
    """What makes a terminal that writes in the style *before* write in *after*; None is plain."""
    was, now = _codes(before, system), _codes(after, system)
    if was == now:
        return ""
    if after is None:
        return "\x1b[0m"
    if was[0] == now[0]:
        changed = [code for old, code in zip(was, now, strict=True) if old != code]
    else:
        changed = ["0", now[0], *(code for code in now[1:] if code not in _USUAL)]
    return f"\x1b[{';'.join(filter(None, changed))}m"


def _codes(style: Style | None, system: int) -> tuple[str, str, str]:
    """What is said of *style*: how letters are, in which colour, and on which."""
    if style is None:
        return ("", *_USUAL)
    attributes = style._attributes & style._set_attributes  # noqa: SLF001 # as Textual does
    looks = [code for bit, code in enumerate(SGR_STYLES) if attributes & (1 << bit)]
    return (
        ";".join(looks),
        _code(style.color, system, foreground=True),
        _code(style.bgcolor, system, foreground=False),
    )


def _code(colour: Color | None, system: int, *, foreground: bool) -> str:
    if colour is None:
        return _USUAL[not foreground]
    return ";".join(colour.downgrade(ColorSystem(system)).get_ansi_codes(foreground))


def filled(segments: list[Segment], width: int, base: Style) -> Strip:
    """*segments* on a line of *width* cells: cut, or filled up in the style *base*."""
    used = sum([cells(text) for text, _, _ in segments])
    if used < width:
        segments.append(Segment(" " * (width - used), base))
        used = width
    made = LightStrip(segments, used)
    return made if used == width else made.adjust_cell_length(width, base)
