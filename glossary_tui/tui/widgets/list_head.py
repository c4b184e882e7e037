"""The line over the list: what is listed, how much of it, and in which order."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


class ListHead(Lines, Widget):
    """What narrows the list stands out: it is what hides terms."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list-head--narrowed"}
    """What the list is narrowed to."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.narrowed = ""
        """What the list is narrowed to; '' for nothing."""
        self._number = ""
        self._order = ""

    def show(self, narrowed: str, number: str, order: str = "") -> None:
        """Show what the list is *narrowed* to ('' for nothing), its *number*, and its *order*."""
        self.narrowed, self._number, self._order = narrowed, number, order
        self.refresh()

    @property
    def said(self) -> str:
        """The whole line in words."""
        return ", ".join(filter(None, (self.narrowed, self._number, self._order)))

    def render_line(self, y: int) -> Strip:
        """The line."""
        base = self.ground
        if y:
            return self.blank()
        room = self.line_width - cell_len(self._number)
        segments = []
        if self.narrowed:
            style = base + self.part("list-head--narrowed")
            narrowed = cut(self.narrowed, max(room - 2, 4))
            segments += [Segment(narrowed, style), Segment("  ", base)]
            room -= cell_len(narrowed) + 2
        segments.append(Segment(self._number, base))
        if self._order and room > 6:
            order = cut(self._order, room - 2)
            gap = " " * (room - cell_len(order))
            segments.append(Segment(f"{gap}{order}", base))
        return filled(segments, self.line_width, base)
