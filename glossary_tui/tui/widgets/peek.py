"""What a link leads to, seen without leaving."""

from __future__ import annotations

from textual.geometry import Region

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
        self.said = ""
        """What is seen in it, in words."""

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
        over = lines - (height - _FRAME)
        self.border_subtitle = f"{over} more line{'' if over == 1 else 's'}" if over > 0 else ""
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (x - around.x, y - around.y)
        self.display = True
        self.show(shown)

    def fill(self, title: str, aside: str, blocks: Iterable[Block]) -> None:
        """Show *blocks* in the place of the entry, where only one thing is shown at a time."""
        self.styles.width = self.styles.height = "100%"
        self.styles.offset = (0, 0)
        self.border_subtitle = ""
        self.display = True
        self.show(_headed(title, aside, blocks))


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
