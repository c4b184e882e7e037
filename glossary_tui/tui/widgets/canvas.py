"""What every view of lines is: a scroll view whose contents change without anything being moved."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar

from glossary_tui.tui.widgets.bar import Bar
from glossary_tui.tui.widgets.lines import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.geometry import Offset, Region
    from textual.strip import Strip


class Canvas(Lines, ScrollView):
    """Lines that a subclass draws, in a window that does not depend on how many they are."""

    _scrolled: Offset | None = None

    @property
    def scrolled(self) -> Offset:
        """How far the window has moved over the contents, read once for all lines of a frame."""
        return self.scroll_offset if self._scrolled is None else self._scrolled

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of *crop*."""
        self._scrolled = self.scroll_offset
        try:
            return super().render_lines(crop)
        finally:
            self._scrolled = None

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right, made on first use."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 # as Textual does
        return self._vertical_scrollbar

    def _refresh_scrollbars(self) -> None:
        """Show the bars that are wanted.

        For one that takes no room, below a text with a wide line, nothing is laid out.
        """
        styles, room = self.styles, self.container_size
        if styles.scrollbar_size_horizontal or not room:
            super()._refresh_scrollbars()
            return
        width, height = self.virtual_size
        is_wide = styles.overflow_x == "auto" and width > room.width
        is_high = styles.overflow_y == "auto" and height > room.height
        self.set_reactive(Canvas.show_horizontal_scrollbar, is_wide)
        self.show_vertical_scrollbar = is_high or styles.overflow_y == "scroll"
        if self.show_vertical_scrollbar or self._vertical_scrollbar is not None:
            self.vertical_scrollbar.display = self.show_vertical_scrollbar

    def resize_contents(self, width: int, height: int) -> None:
        """Say how large the contents are now, in cells.

        To set Textual's `virtual_size` would lay the whole screen out anew. That is needed only
        where a scroll bar comes or goes, or where the widget is as high as its contents.
        """
        size = Size(width, height)
        if size == self.virtual_size:
            return
        bars = self.show_vertical_scrollbar, self.scrollbar_size_horizontal
        self.set_reactive(Canvas.virtual_size, size)
        if self.styles.auto_dimensions or not self.container_size:
            self.refresh(layout=True)
            return
        self._scroll_update(size)
        if bars != (self.show_vertical_scrollbar, self.scrollbar_size_horizontal):
            self.refresh(layout=True)

    def _scroll_update(self, virtual_size: Size) -> None:
        """Tell the bar what there is to scroll, once, if it does not know; stay within the contents."""
        if self.scrollbar_size_horizontal:
            super()._scroll_update(virtual_size)
            return
        self._refresh_scrollbars()
        if self.show_vertical_scrollbar and self.styles.scrollbar_size_vertical:
            bar, heights = (
                self.vertical_scrollbar,
                (virtual_size.height, self.container_size.height),
            )
            if heights != (bar.window_virtual_size, bar.window_size):
                bar.set_reactive(ScrollBar.window_virtual_size, heights[0])
                bar.set_reactive(ScrollBar.window_size, heights[1])
                bar.refresh()
        if self.scroll_x > self.max_scroll_x or self.scroll_y > self.max_scroll_y:
            self.scroll_x, self.scroll_y = self.scroll_x, self.scroll_y  # which puts them in bounds

    def stand_at(self, x: float, y: float) -> None:
        """Put the window there at once. Mostly that is where it is, and nothing is to be done."""
        here = self.scroll_x, self.scroll_y, self.scroll_target_x, self.scroll_target_y
        if here != (x, y, x, y):
            self.scroll_to(x=x, y=y, animate=False, force=True)
