"""A page of charts, drawn line by line; the terms on it can be walked and gone to."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.widgets.line_view import LineView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click

    from glossary_tui.tui.charts import Line

_MARGIN = 2
_WIDEST = 116
_STYLES = (
    "strong", "heading", "muted", "mark", "link", "link-focused",
    "shade-0", "shade-1", "shade-2", "shade-3", "shade-4",
)  # fmt: skip


class ChartPage(LineView, can_focus=True):
    """Lines made anew for every width."""

    CONTEXT = "statistics"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"chart--{style}" for style in _STYLES}
    """One for each style of a run, and the focused link."""

    item: reactive[int] = reactive(-1)
    """The index of the focused thing on the page, or -1."""

    class Opened(Message):
        """A thing on the page is to be gone to."""

        def __init__(self, item: int) -> None:
            super().__init__()
            self.item = item
            """Its index."""

    class Closed(Message):
        """The page is to be left."""

    def __init__(
        self,
        draw: Callable[[int], Iterable[Line]],
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._lines: list[Line] = []

    def on_resize(self) -> None:
        """Draw for the width there is."""
        self.redraw()

    def redraw(self) -> None:
        """Draw everything anew."""
        width = min(self.size.width - 2 * _MARGIN, _WIDEST)
        self._lines = list(self._draw(max(width, 20)))
        widest = max((sum(cell_len(run.text) for run in line) for line in self._lines), default=0)
        self.resize_contents(0 if widest <= width else widest + 2 * _MARGIN, len(self._lines))
        self.refresh()

    def _rows(self) -> dict[int, int]:
        """The line on which each thing stands."""
        return {
            run.item: row for row, line in enumerate(self._lines) for run in line if run.item >= 0
        }

    def watch_item(self) -> None:
        """Bring the focused thing into sight."""
        row = self._rows().get(self.item)
        if row is not None:
            self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True, x_axis=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the page."""
        base = self.ground
        width = self.size.width
        scroll_x, scroll_y = self.scroll_offset
        row = y + scroll_y
        if row >= len(self._lines):
            return Strip.blank(width, base)
        segments = [Segment(" " * _MARGIN, base)]
        for run in self._lines[row]:
            focused = run.item >= 0 and run.item == self.item
            segments.append(Segment(run.text, self._style(base, run.style, focused=focused)))
        strip = Strip(segments)
        if scroll_x:
            strip = strip.crop(scroll_x, scroll_x + width)
        return strip.adjust_cell_length(width, base)

    def _style(self, base: Style, name: str, *, focused: bool) -> Style:
        if focused:
            name = "link-focused"
        if not name:
            return base
        return base + self.part(f"chart--{name}")

    def on_click(self, event: Click) -> None:
        """A click on a thing goes to it."""
        at = event.get_content_offset(self)
        if at is None:
            return
        row, cell = at.y + self.scroll_offset.y, at.x + self.scroll_offset.x - _MARGIN
        start = 0
        for run in self._lines[row] if row < len(self._lines) else ():
            end = start + cell_len(run.text)
            if run.item >= 0 and start <= cell < end:
                self.post_message(self.Opened(run.item))
            start = end

    def action_next(self) -> None:
        """Focus the next term."""
        self._step(1)

    def action_previous(self) -> None:
        """Focus the term before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        last = len(self._rows()) - 1
        if last >= 0:
            start = -1 if step > 0 or self.item >= 0 else last + 1
            at = self.item if self.item >= 0 else start
            self.item = min(max(at + step, 0), last)

    def action_open(self) -> None:
        """Go to the focused term."""
        if self.item >= 0:
            self.post_message(self.Opened(self.item))

    def action_close(self) -> None:
        """Leave the page."""
        self.post_message(self.Closed())
