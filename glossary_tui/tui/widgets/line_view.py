"""A text of lines that is scrolled with the reading keys."""

from __future__ import annotations

from glossary_tui.tui.widgets.canvas import Canvas

SCROLLING = frozenset(
    ("up", "down", "page_up", "page_down", "half_page_up", "half_page_down", "top", "bottom")
)
"""The actions that scroll."""


class LineView(Canvas, can_focus=True):
    """What the scrolling commands of the text do, for any text."""

    @property
    def first_line(self) -> int:
        """The line at the top of the window."""
        return self.scroll_offset.y

    def _scroll(self, lines: int) -> None:
        self.scroll_to(y=self.first_line + lines, animate=False, force=True)

    def action_up(self) -> None:
        """Scroll up a line."""
        self._scroll(-1)

    def action_down(self) -> None:
        """Scroll down a line."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll up a page, one line of it kept."""
        self._scroll(1 - self.size.height)

    def action_page_down(self) -> None:
        """Scroll down a page, one line of it kept."""
        self._scroll(self.size.height - 1)

    def action_half_page_up(self) -> None:
        """Scroll up half a page."""
        self._scroll(-(self.size.height // 2))

    def action_half_page_down(self) -> None:
        """Scroll down half a page."""
        self._scroll(self.size.height // 2)

    def action_top(self) -> None:
        """Go to the top."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_bottom(self) -> None:
        """Go to the bottom."""
        self.scroll_to(y=self.virtual_size.height, animate=False, force=True)
