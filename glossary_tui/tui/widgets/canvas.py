"""What every view of lines is: a scroll view whose contents change without anything being moved."""

from __future__ import annotations

from textual.geometry import Size
from textual.scroll_view import ScrollView

from glossary_tui.tui.widgets.on_demand import StyledOnDemand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.style import Style
    from textual.geometry import Region
    from textual.strip import Strip


class Canvas(StyledOnDemand, ScrollView):
    """Lines that a subclass draws, in a window that does not depend on how many they are."""

    _ground: Style | None = None

    @property
    def ground(self) -> Style:
        """The style that lines are drawn in: `rich_style`, reckoned once for all lines of a frame."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of *crop*."""
        self._ground = None
        return super().render_lines(crop)

    def resize_contents(self, width: int, height: int) -> None:
        """Say how large the contents are now, in cells.

        To set Textual's `virtual_size` would lay the whole screen out anew. That is needed only
        where a scroll bar comes or goes, or where the widget is as high as its contents.
        """
        size = Size(width, height)
        if size == self.virtual_size:
            return
        bars = self.scrollbars_enabled
        self.set_reactive(Canvas.virtual_size, size)
        if self.styles.auto_dimensions or not self.container_size:
            self.refresh(layout=True)
            return
        self._scroll_update(size)
        if self.scrollbars_enabled != bars:
            self.refresh(layout=True)
