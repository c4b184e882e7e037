"""What other widgets stand on: boxes that draw nothing of their own."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.messages import TermPreviewed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.message import Message

    _Base = Widget
else:
    _Base = object


class EveryLineAlike(_Base):
    """A widget that draws one line, and that again for all others. Stands before Textual's own.

    Textual draws every line of everything that widgets lie on, most of which nobody ever sees.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of *crop*."""
        if self.styles.border.spacing.height:
            return super().render_lines(crop)  # a frame above or below is no line like the others
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height


class _Box(EveryLineAlike):
    """Has nothing on its lines."""

    def render_line(self, _y: int) -> Strip:
        """A line of the background."""
        ground = Style.from_color(bgcolor=self.background_colors[1].rich_color)
        return Strip.blank(self.size.width, ground)

    def post_message(self, message: Message) -> bool:
        """Pass on which term is highlighted, which is for the screen, as soon as it is said."""
        if type(message) is TermPreviewed and isinstance(self.parent, Widget):
            return self.parent.post_message(message)
        return super().post_message(message)


class Row(_Box, Widget):
    """Widgets side by side."""

    DEFAULT_CSS = "Row { width: 1fr; height: 1fr; layout: horizontal; overflow: hidden hidden; }"


class Column(_Box, Widget):
    """Widgets one below the other."""

    DEFAULT_CSS = "Column { width: 1fr; height: 1fr; layout: vertical; overflow: hidden hidden; }"
