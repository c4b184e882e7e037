"""A box on a line of its own."""

from __future__ import annotations

from itertools import pairwise

from rich.segment import Segment
from textual.widget import Widget
from textual.widgets import Input

from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import LightStrip, filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self

    from textual.geometry import Region
    from textual.message import Message
    from textual.strip import Strip


class LineBox(Lines, Input):
    """An input that is as large whatever stands in it, so that a letter lays nothing out anew."""

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,  # noqa: ARG002 # Textual's own boxes grow with what is typed
        recompose: bool = False,
    ) -> Self:
        """Draw the box anew."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    def post_message(self, message: Message) -> bool:
        """Tell the widget around the box what has been typed: the box itself has no use for it."""
        if type(message) is Input.Changed and isinstance(self.parent, Widget):
            return self.parent.post_message(message)
        return super().post_message(message)

    def render_line(self, y: int) -> Strip:
        """What stands in the box, with the cursor and what is selected, where it is focused."""
        text = self.value
        if y or not text or self._suggestion or not text.isprintable():
            return super().render_line(y)
        cursor, start, end = -1, 0, 0
        if self.has_focus:
            start, end = sorted(self.selection)
            cursor = self.cursor_position if self._cursor_visible else -1
            text += " " * (cursor == len(text))
        base = self.ground
        segments = []
        for first, last in pairwise(sorted({0, start, end, max(cursor, 0), cursor + 1, len(text)})):
            style = base
            if start <= first < end:
                style += self.part("input--selection", partial=False)
            if first == cursor:
                style += self.part("input--cursor", partial=False)
            segments.append(Segment(text[first:last], style))
        left = self.scroll_offset.x
        if left:
            segments = [*LightStrip(segments).crop(left)]
        return filled(segments, self.line_width, base)
