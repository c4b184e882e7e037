"""What puts the screen together: it asks the widgets for the lines that changed, and for no others."""

from __future__ import annotations

from itertools import pairwise

from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from textual.strip import Strip
    from textual.widget import Widget


class Stretch(NamedTuple):
    """Neighbouring cells of one line of the screen on which the same widget is seen."""

    start: int
    end: int
    widget: Widget
    region: Region
    """Where the whole widget is."""


class Piece(NamedTuple):
    """What is written from one cell of the screen on."""

    x: int
    y: int
    strip: Strip


class Frame(CompositorUpdate):
    """What has changed since the frame before."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        """From left to right and from top to bottom."""

    def render_segments(self, console: Console) -> str:
        """The frame in the terminal's language."""
        return "".join(
            [f"\x1b[{y + 1};{x + 1}H{strip.render(console)}" for x, y, strip in self.pieces]
        )


class Painter(Compositor):
    """A compositor whose small changes cost little.

    Textual's own draws every line of every widget that touches the rectangle around all changes,
    and cuts all of them up, to throw most away.
    """

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[int, list[Stretch]] = {}
        self._seen_among: object = None

    def render_partial_update(self) -> Frame | None:  # type: ignore[override] # drawn alike
        """What has changed; None where nothing has."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        parts: dict[tuple[int, int], tuple[int, Stretch]] = {}
        asked: dict[Widget, tuple[int, list[int]]] = {}
        for y, first, last in self._regions_to_spans(regions):
            for stretch in self._stretches(y):
                if stretch.start < last and stretch.end > first:
                    parts[y, stretch.start] = (min(stretch.end, last), stretch)
                    _, rows = asked.setdefault(stretch.widget, (stretch.region.width, []))
                    row = y - stretch.region.y
                    if not rows or rows[-1] != row:
                        rows.append(row)
        if not parts:
            return None
        drawn = {widget: _lines(widget, width, rows) for widget, (width, rows) in asked.items()}
        return Frame(
            [
                Piece(x, y, _cut(drawn[seen.widget][y - seen.region.y], seen, end))
                for (y, x), (end, seen) in parts.items()
            ]
        )

    def _stretches(self, y: int) -> list[Stretch]:
        """What is seen on a line from left to right; nothing beyond the screen."""
        widgets = self.visible_widgets
        if self._seen_among is not widgets:
            self._seen, self._seen_among = {}, widgets
        found = self._seen.get(y)
        if found is None:
            found = self._seen[y] = self._look(y) if 0 <= y < self.size.height else []
        return found

    def _look(self, y: int) -> list[Stretch]:
        cuts = self.cuts[y]
        front: dict[int, tuple[Widget, Region]] = {}
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if shown.y <= y < shown.bottom:
                for cut in cuts:
                    if shown.x <= cut < shown.right:
                        front.setdefault(cut, (widget, region))
        found: list[Stretch] = []
        for start, end in pairwise(cuts):
            if start in front:
                widget, region = front[start]
                if found and found[-1].widget is widget and found[-1].end == start:
                    start = found.pop().start  # noqa: PLW2901 # it goes on
                found.append(Stretch(start, end, widget, region))
        return found


def _lines(widget: Widget, width: int, rows: Sequence[int]) -> dict[int, Strip]:
    """Lines of *widget*, which is so wide, by their number in it, neighbours asked for together."""
    found: dict[int, Strip] = {}
    for first, count in _runs(rows):
        strips = widget.render_lines(Region(0, first, width, count))
        found.update(enumerate(strips, first))
    return found


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first of each run of neighbours among *rows*, which rise, and how many there are."""
    first = after = rows[0]
    for row in rows:
        if row != after:
            yield first, after - first
            first = row
        after = row + 1
    yield first, after - first


def _cut(strip: Strip, seen: Stretch, end: int) -> Strip:
    """The part of a widget's line that is seen up to the cell *end*."""
    left = seen.region.x
    if seen.start == left and end == seen.region.right:
        return strip
    return strip.crop(seen.start - left, end - left)
