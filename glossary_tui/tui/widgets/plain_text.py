"""Lines of text and nothing else."""

from __future__ import annotations

from rich.cells import chop_cells
from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from glossary_tui.text.plain import plain_text
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.linear import KeepsSigns
from glossary_tui.tui.widgets.line_view import LineView
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.binding import BindingType


class PlainText(KeepsSigns, LineView, can_focus=True):
    """A Markdown text as it would be printed, from the first column on."""

    CONTEXT = "plain"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    def __init__(self, markdown: str, width: int, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._markdown = markdown
        self._width = width
        self._lines: list[str] = []

    def on_resize(self) -> None:
        """Wrap the text for the window."""
        room = max(self.size.width, 1)
        text = plain_text(self._markdown, min(self._width, room))
        self._lines = [part for line in text.split("\n") for part in chop_cells(line, room) or [""]]
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line, in the colours of the text."""
        line = y + self.first_line
        text = self._lines[line] if line < len(self._lines) else ""
        return filled([Segment(text, self.ground)], self.line_width, self.ground)

    def action_leave(self) -> None:
        """Go back to the entry."""
        self.screen.dismiss()
