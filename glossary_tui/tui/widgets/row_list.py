"""A list of any length with a highlighted row, drawn line by line."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.reactive import reactive
from textual.strip import Strip

from glossary_tui.tui.widgets.canvas import Canvas
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from rich.style import Style
    from textual.events import Click


class RowList(Canvas, can_focus=True):
    """Rows that a subclass draws one at a time; this moves the highlight among them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor", "row-list--bar"}
    """The highlighted row, and the bar at its left."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """The index of the highlighted row."""

    def __len__(self) -> int:
        raise NotImplementedError

    def __bool__(self) -> bool:
        return True

    def draw_row(self, row: int, base: Style, width: int) -> Iterable[Segment]:
        """The segments of *row* for *width* cells, in styles over *base*."""
        raise NotImplementedError

    def moved(self) -> None:
        """The person has moved the highlight."""

    def point(self) -> Offset:
        """Where the highlighted row is on the screen."""
        return self.content_region.offset + Offset(0, self.cursor - self.scroll_offset.y)

    def action_open(self) -> None:
        """Do what Enter does to the highlighted row."""

    def rows_changed(self, row: int = 0, *, stays: bool = False) -> None:
        """Draw everything anew, with the highlight on *row*; on the same line if it *stays*."""
        top = self.scroll_offset.y + row - self.cursor if stays else 0
        self.resize_contents(0, len(self))
        self.set_reactive(RowList.cursor, row)
        self.stand_at(0, max(top, 0))
        self._bring_into_sight(row)
        self.refresh()

    def move(self, step: int, *, page: bool = False) -> None:
        """Move the highlight by *step* rows or pages."""
        rows = step * max(self.size.height - 1, 1) if page else step
        self.go_to(self.cursor + rows)

    def go_to(self, row: int) -> None:
        """Put the highlight on *row*, or the nearest there is."""
        self.cursor = min(max(row, 0), max(len(self) - 1, 0))
        self.moved()

    def watch_cursor(self, before: int, after: int) -> None:
        """Keep the highlighted row in sight."""
        self._bring_into_sight(after)
        self.refresh_lines(before)
        self.refresh_lines(after)

    def _bring_into_sight(self, row: int) -> None:
        if 0 <= row - self.scroll_offset.y < self.size.height:
            return
        self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """A row of the list."""
        row = y + self.scrolled.y
        base = self.ground
        width = self.line_width
        if not 0 <= row < len(self):
            return self.blank()
        sign = Segment(" ", base)
        if row == self.cursor:
            base += self.part("row-list--cursor", partial=False)
            sign = Segment("▌", base + self.part("row-list--bar"))
        return filled([sign, *self.draw_row(row, base, width - 2)], width, base)

    def on_click(self, event: Click) -> None:
        """A click highlights a row; on the highlighted row it opens it."""
        at = event.get_content_offset(self)
        row = -1 if at is None else at.y + self.scroll_offset.y
        if 0 <= row < len(self):
            if row == self.cursor or event.chain > 1:
                self.action_open()
            else:
                self.go_to(row)

    def action_up(self) -> None:
        """Move the highlight up."""
        self.move(-1)

    def action_down(self) -> None:
        """Move the highlight down."""
        self.move(1)

    def action_page_up(self) -> None:
        """Move the highlight up a page."""
        self.move(-1, page=True)

    def action_page_down(self) -> None:
        """Move the highlight down a page."""
        self.move(1, page=True)

    def action_first(self) -> None:
        """Move the highlight to the first row."""
        self.go_to(0)

    def action_last(self) -> None:
        """Move the highlight to the last row."""
        self.go_to(len(self))
