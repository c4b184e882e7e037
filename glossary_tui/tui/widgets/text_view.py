"""Markdown blocks in a column: laid out for its width, drawn line by line, the place kept."""

from __future__ import annotations

from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from glossary_tui.tui.linear import KeepsSigns, is_linear, without_ornaments
from glossary_tui.tui.markdown import Layout, Piece, lay_out
from glossary_tui.tui.markdown.anchor import anchor_of, line_at
from glossary_tui.tui.trail import Spot
from glossary_tui.tui.widgets.cells import cells
from glossary_tui.tui.widgets.line_view import LineView
from glossary_tui.tui.widgets.strips import LightStrip, filled
from glossary_tui.tui.widgets.text_style import COMPONENTS, TextStyle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from rich.style import Style

    from glossary_tui.tui.markdown import Block

_MORE = Piece("›", ("marker",))
"""What says that a line goes on beyond the window."""
MARGIN = 2
"""Empty cells at each side of the text."""
_DRAWN = frozenset(("quote-bar", "rule", "marker", "note"))
"""The styles of pieces that are none of the text's own letters."""


class TextView(KeepsSigns, LineView, can_focus=False):
    """Draws a text, and keeps what stands at the top there when lines become others."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    """One for each style that a piece of text may have."""

    text_width: reactive[int] = reactive(80)
    """How wide the text may be, in cells; a narrower window makes it narrower."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._drawn = Layout((), ())
        self._drawn_for = 0
        self._spot = Spot()
        self._restored_line = 0
        self._look = TextStyle(self)

    @property
    def layout_of_text(self) -> Layout:
        """The lines as they are drawn."""
        return self._drawn

    @property
    def spot(self) -> Spot:
        """Where the reader is in the text."""
        if self.first_line == min(self._restored_line, self.max_scroll_y):
            return self._spot  # still where it was put, whatever became of the lines since
        lines = self._drawn.lines
        return Spot(self.first_line, anchor_of(lines, self.first_line))

    def show(self, blocks: Iterable[Block], spot: Spot = Spot()) -> None:  # noqa: B008 # immutable
        """Show *blocks* at *spot*. Where that is what is shown, nothing is drawn anew."""
        blocks = tuple(blocks)
        if blocks == self._blocks and spot == self.spot and self._width() == self._drawn_for:
            return
        self._blocks = blocks
        self._spot = spot
        self._lay_out()

    def show_anew(self, blocks: Iterable[Block]) -> None:
        """Show what became of the same text, without moving."""
        self.show(blocks, self.spot)

    @property
    def room(self) -> int:
        """How wide the text could be here."""
        return self.size.width - 2 * MARGIN

    def _width(self) -> int:
        return min(self.size.width - 2 * MARGIN, self.text_width)

    def _lay_out(self) -> None:
        """Lay the blocks out for the width there is, and put the spot at the top."""
        width = self._width()
        self._drawn = lay_out(self._blocks, width)
        if is_linear(self):
            lines = tuple([_in_letters(piece) for piece in line] for line in self._drawn.lines)
            self._drawn = self._drawn._replace(lines=lines)
        self._drawn_for = width
        lines = self._drawn.lines
        widest = max((sum([cells(piece.text) for piece in line]) for line in lines), default=0)
        self.resize_contents(0 if widest <= width else widest + 2 * MARGIN, len(lines))
        line = line_at(lines, self._spot.anchor, self._spot.line) if self._spot.line else 0
        self.stand_at(0, line)
        self._restored_line = line
        self.laid_out()
        self.refresh()

    def laid_out(self) -> None:
        """The text stands on new lines."""

    def on_resize(self) -> None:
        """Lay the text out anew for another width."""
        if self._width() != self._drawn_for:
            self._spot = self.spot
            self._lay_out()

    def watch_text_width(self) -> None:
        """Lay the text out anew."""
        self.on_resize()

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        self._look.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        base = self.ground
        width = self.line_width
        scroll_x, scroll_y = self.scrolled
        lines = self._drawn.lines
        if not 0 <= y + scroll_y < len(lines):
            return self.blank()
        segments = [Segment(" " * MARGIN, base)]
        segments += [Segment(piece.text, self.style_of(piece)) for piece in lines[y + scroll_y]]
        if self.virtual_size.width:  # some lines are wider than the window
            strip: Strip = LightStrip(segments)
            seen = width - self.scrollbar_size_vertical  # the bar stands over the last cell
            more = strip.cell_length > scroll_x + seen
            if more:  # but for the empty end of a line in a block of code
                more = bool(strip.crop(scroll_x + seen - 1).text.strip())
            if scroll_x or more:
                strip = strip.crop(scroll_x, scroll_x + seen - more)
                segments = [*strip, Segment(_MORE.text, self.style_of(_MORE))] if more else [*strip]
        return filled(segments, width, base)

    def style_of(self, piece: Piece) -> Style:
        """What *piece* looks like now."""
        return self._look.of(piece)


def _in_letters(piece: Piece) -> Piece:
    """*piece* as the linear mode has it: what the text is laid out with is left out."""
    if _DRAWN.isdisjoint(piece.styles):
        return piece
    return piece._replace(text=without_ornaments(piece.text))
