"""The tabs over the text: one for each view that the entry has."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import LightStrip, filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.events import Click


class ViewTabs(Lines, Widget):
    """Numbered names on a line; the number is the key. The view that is shown is underlined."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "view-tabs--active",
        "view-tabs--number",
        "view-tabs--underline",
        "view-tabs--line",
    }
    """The active name, every number, the line under the active name, the line under the rest."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index
            """The index of the view among those shown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._names: Sequence[tuple[str, str]] = ()
        self._active = 0

    def show(self, names: Sequence[tuple[str, str]], active: int) -> None:
        """Show *names*, each with its number ('' for none), the one at index *active* as chosen."""
        if (names, active) != (self._names, self._active):
            self._names, self._active = names, active
            self.refresh()

    def _places(self) -> list[tuple[int, int]]:
        """First cell and cell after the last, for each tab; scrolled so that the active one shows."""
        places, at = [], 0
        for number, name in self._names:
            end = at + cell_len(number) + bool(number) + cell_len(name)
            places.append((at, end))
            at = end + 3
        if places:
            over = places[self._active][1] - self.line_width
            shift = max(over, 0)
            places = [(start - shift, end - shift) for start, end in places]
        return places

    def render_line(self, y: int) -> Strip:
        """The names, and under them the line."""
        base = self.ground
        width = self.line_width
        places = self._places()
        shift = -min(places[0][0], 0) if places else 0
        if y == 0:
            segments = self._name_segments()
        elif places:
            start, end = places[self._active]
            line = base + self.part("view-tabs--line")
            under = base + self.part("view-tabs--underline")
            start, end = start + shift, end + shift
            segments = [
                Segment("─" * start, line),
                Segment("━" * (end - start), under),
                Segment("─" * max(width + shift - end, 0), line),
            ]
        else:
            segments = []
        if shift:
            segments = [*LightStrip(segments).crop(shift, shift + width)]
        return filled(segments, width, base)

    def _name_segments(self) -> list[Segment]:
        style = self.ground
        number_style = style + self.part("view-tabs--number")
        active = style + self.part("view-tabs--active")
        segments = []
        for index, (number, name) in enumerate(self._names):
            if index:
                segments.append(Segment("   ", style))
            if number:
                segments.append(Segment(f"{number} ", number_style))
            segments.append(Segment(name, active if index == self._active else style))
        return segments

    def on_click(self, event: Click) -> None:
        """A click chooses the view."""
        at = event.get_content_offset(self)
        for index, (start, end) in enumerate(self._places()):
            if at is not None and start <= at.x < end:
                self.post_message(self.Chosen(index))
