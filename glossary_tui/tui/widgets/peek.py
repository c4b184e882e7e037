"""What a link leads to, seen without leaving."""

from __future__ import annotations

from textual.geometry import Region

from glossary_tui.text.counting import counted
from glossary_tui.tui.markdown import lay_out
from glossary_tui.tui.markdown.blocks import Paragraph, Span
from glossary_tui.tui.widgets.text_view import MARGIN, TextView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.tui.markdown import Block

_WIDEST = 76
"""Cells of the pane, at most, with its frame."""
_TALLEST = 14
"""Lines of the pane, at most, with its frame."""
_FRAME = 2
"""Cells or lines that the frame takes."""


class Peek(TextView):
    """A small pane over the text, beside the link that it shows the end of."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.display = False
        self._said = ""

    @property
    def more(self) -> int:
        """How many lines there are below what is seen."""
        return max(len(self.layout_of_text.lines) - self.first_line - self.size.height, 0)

    def in_words(self) -> str:
        """What is seen in it, and how much more there is."""
        return f"{self._said}, {_more_lines(self.more)}" if self.more else self._said

    def open(
        self, title: str, aside: str, blocks: Iterable[Block], link: Region, around: Region
    ) -> None:
        """Show *blocks* under *title* and *aside*, beside *link*, within *around*.

        Both are regions of the screen. What does not fit is said to be more.
        """
        width = max(min(_WIDEST, around.width - 2), 10)
        shown = _headed(title, aside, blocks)
        inner = width - _FRAME - 2 * MARGIN
        lines = len(lay_out(shown, inner).lines)
        y, height = _lines_for(min(lines + _FRAME, _TALLEST), link, around)
        x = min(max(link.x - MARGIN - 1, around.x + 1), around.right - width - 1)
        self._said = f"{title}, {aside}"
        self.border_subtitle = _more_lines(lines - (height - _FRAME))
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (x - around.x, y - around.y)
        self.display = True
        self.show(shown)

    def fill(self, title: str, aside: str, blocks: Iterable[Block]) -> None:
        """Show *blocks* in the place of the entry, where only one thing is shown at a time."""
        self._said = f"{title}, {aside}"
        self.styles.width = self.styles.height = "100%"
        self.styles.offset = (0, 0)
        self.display = True
        self.show(_headed(title, aside, blocks))
        self.border_subtitle = _more_lines(self.more)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how much there is below what is seen now."""
        super().watch_scroll_y(old_value, new_value)
        self.border_subtitle = _more_lines(self.more)

    def on_resize(self) -> None:
        """Lay the text out for another width, and say how much there is below."""
        super().on_resize()
        self.border_subtitle = _more_lines(self.more)


def _more_lines(number: int) -> str:
    return counted(number, "more line") if number > 0 else ""


def _headed(title: str, aside: str, blocks: Iterable[Block]) -> list[Block]:
    head = Paragraph((Span(title, ("strong",)), Span(f" · {aside}", ("note",))))
    return [head, *blocks]


def _lines_for(wanted: int, link: Region, around: Region) -> tuple[int, int]:
    """The first line and the height of a pane that would be *wanted* lines high.

    Below the link if there is room, else above, as far as it goes; beside one that is not within
    *around*.
    """
    if link.x >= around.right:
        height = min(wanted, around.height)
        return min(max(link.y - 1, around.y), around.bottom - height), height
    below, above = around.bottom - link.bottom, link.y - around.y
    if below >= wanted or below >= above:
        return link.bottom, max(min(wanted, below), _FRAME + 1)
    height = max(min(wanted, above), _FRAME + 1)
    return link.y - height, height
