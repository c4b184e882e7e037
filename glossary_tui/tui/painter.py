"""What puts the screen together: it asks the widgets for the lines that changed, and for no others."""

from __future__ import annotations

from itertools import pairwise

from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.geometry import Region
from textual.scrollbar import ScrollBar

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from textual.strip import Strip
    from textual.widget import Widget

    Places = dict[Widget, tuple[Region, Region]]


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
    and cuts all of them up, to throw most away. Of a bar that has its place nothing is seen while
    there is nothing to scroll: so it comes and goes without anything being laid out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._placed: Places = {}
        self._bars: list[ScrollBar] = []
        self._needed: list[bool] = []
        self._in_sight: Places = {}
        self._seen: dict[int, list[Stretch]] = {}
        self._shown: dict[tuple[int, int], Strip] = {}
        """What stands on the screen, whole lines of widgets: one that is drawn again is not written."""

    @property
    def visible_widgets(self) -> Places:
        """Where each widget that is seen stands, and within what; those in front first."""
        self._look_at_bars()
        return self._in_sight

    @property
    def cuts(self) -> list[list[int]]:
        """Where on each line a widget begins or ends."""
        self._look_at_bars()
        return super().cuts

    @property
    def layers_visible(self) -> list[list[tuple[Widget, Region, Region]]]:
        """What is seen on each line, those in front first."""
        self._look_at_bars()
        return super().layers_visible

    def _look_at_bars(self) -> None:
        """Find out what is seen, if something has been laid out or a bar has come or gone."""
        placed = super().visible_widgets
        is_same = placed is self._placed
        if not is_same:
            self._placed = placed
            self._bars = [widget for widget in placed if isinstance(widget, ScrollBar)]
        needed = [bar.window_virtual_size > bar.window_size for bar in self._bars]
        if is_same and needed == self._needed:
            return
        self._needed = needed
        gone = {bar for bar, is_needed in zip(self._bars, needed, strict=True) if not is_needed}
        self._in_sight = {each: place for each, place in placed.items() if each not in gone}
        self._seen, self._shown = {}, {}
        self._cuts = self._layers_visible = None

    def update_widgets(self, widgets: set[Widget]) -> None:
        """Take note of what is to be painted of *widgets*: under a bar that has gone, what is there."""
        seen = self.visible_widgets
        gone = {bar for bar in self._bars if bar in widgets and bar not in seen}
        for bar in gone:
            region, clip = self._placed[bar]
            bar._exchange_repaint_regions()  # noqa: SLF001 # as Textual does
            self._dirty_regions.add(clip.intersection(region))
        super().update_widgets(widgets - gone)

    def render_partial_update(self) -> Frame | None:  # type: ignore[override] # drawn alike
        """What has changed; None where nothing has."""
        regions = self._dirty_regions.copy()
        self._dirty_regions.clear()
        self._look_at_bars()
        parts: dict[tuple[int, int], tuple[int, Stretch]] = {}
        asked: dict[Widget, tuple[int, list[int]]] = {}
        for y, first, last in self._regions_to_spans(regions):
            for stretch in self._stretches(y):
                start, end, widget, region = stretch
                if start < last and end > first:
                    parts[y, start] = (min(last, end), stretch)
                    if widget not in asked:
                        asked[widget] = (region.width, [])
                    rows = asked[widget][1]
                    if not rows or rows[-1] != y - region.y:
                        rows.append(y - region.y)
        if not parts:
            return None
        drawn = {widget: _lines(widget, width, rows) for widget, (width, rows) in asked.items()}
        pieces = []
        for place, (end, seen) in parts.items():
            y, x = place
            line = drawn[seen.widget][y - seen.region.y]
            if end == seen.end:
                if self._shown.get(place) is line:
                    continue
                self._shown[place] = line
            else:
                self._shown.pop(place, None)
            pieces.append(Piece(x, y, _cut(line, seen, end)))
        return Frame(pieces)

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:  # noqa: FBT001, FBT002 # Textual's own
        """The whole picture, whatever the screen shows."""
        self._shown = {}
        return super().render_full_update(simplify)

    def _stretches(self, y: int) -> list[Stretch]:
        """What is seen on a line from left to right; nothing beyond the screen."""
        found = self._seen.get(y)
        if found is None:
            if not 0 <= y < self.size.height:
                return []
            found, lines = self._look(y)
            self._seen.update(dict.fromkeys(lines, found))
        return found

    def _look(self, y: int) -> tuple[list[Stretch], range]:
        """What is seen on a line, and on which lines around it the same is."""
        top, bottom = 0, self.size.height
        across: list[tuple[Region, Widget, Region]] = []
        for widget, (region, clip) in self._in_sight.items():
            shown = region.intersection(clip)
            if not shown:
                continue
            if shown.y <= y < shown.bottom:
                across.append((shown, widget, region))
            for edge in (shown.y, shown.bottom):
                if edge <= y:
                    top = max(top, edge)
                else:
                    bottom = min(bottom, edge)
        found: list[Stretch] = []
        edges = {edge for shown, _, _ in across for edge in shown.column_span}
        for start, end in pairwise(sorted(edges)):
            for shown, widget, region in across:
                if shown.x <= start and end <= shown.right:
                    begin = start
                    if found and found[-1].widget is widget and found[-1].end == start:
                        begin = found.pop().start  # it goes on
                    found.append(Stretch(begin, end, widget, region))
                    break
        return found, range(top, bottom)


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
