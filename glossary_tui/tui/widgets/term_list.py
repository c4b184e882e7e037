"""The list of terms: any number of them, drawn line by line."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.messages import TermChosen, TermPreviewed
from glossary_tui.tui.widgets.cells import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click

    from glossary_tui.model import Entry
    from glossary_tui.search import Hit
    from glossary_tui.search.hits import Hits


class TermList(ScrollView, can_focus=True):
    """Terms, one a line; the letters that a query matched stand out."""

    CONTEXT = "list"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "term-list--cursor",
        "term-list--match",
        "term-list--other",
        "term-list--bar",
    }
    """The highlighted row, letters that matched, an alias or what tells equal titles apart, and
    the bar at the left of the highlighted row."""

    cursor: reactive[int] = reactive(0)
    """The index of the highlighted row."""

    def __init__(
        self,
        shared_titles: Container[str] = (),
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self._shared_titles = shared_titles
        self._entries: Sequence[Entry] = ()
        self._hits: Hits | None = None

    def __len__(self) -> int:
        return len(self._hits if self._hits is not None else self._entries)

    def __bool__(self) -> bool:
        return True

    def entry_at(self, row: int) -> Entry | None:
        """The entry on *row*; None past the end."""
        if not 0 <= row < len(self):
            return None
        return self._hits[row].entry if self._hits is not None else self._entries[row]

    @property
    def highlighted(self) -> Entry | None:
        """The highlighted entry; None in an empty list."""
        return self.entry_at(self.cursor)

    def show_entries(self, entries: Sequence[Entry], row: int = 0) -> None:
        """List *entries*, with the highlight on *row*."""
        self._entries, self._hits = entries, None
        self._show(row)

    def show_hits(self, hits: Hits) -> None:
        """List what a search found, best first. A hit is asked for when its row is drawn."""
        self._hits = hits
        self._show(0)

    def _show(self, row: int) -> None:
        self.virtual_size = Size(0, len(self))
        self.set_reactive(TermList.cursor, row)
        self.scroll_to(y=0, animate=False)
        self._bring_into_sight(row)
        self.refresh()

    def highlight(self, entry: Entry) -> None:
        """Move the highlight to *entry* if it is among the rows in sight. Sends no message."""
        top = self.scroll_offset.y
        for row in range(top, min(top + max(self.size.height, 1), len(self))):
            if self.entry_at(row) == entry:
                self.cursor = row

    def move(self, step: int, *, page: bool = False) -> None:
        """Move the highlight by *step* rows or pages and preview what is there."""
        rows = step * max(self.size.height - 1, 1) if page else step
        self.go_to(self.cursor + rows)

    def go_to(self, row: int) -> None:
        """Put the highlight on *row*, or the nearest there is, and preview what is there."""
        self.cursor = min(max(row, 0), max(len(self) - 1, 0))
        entry = self.highlighted
        if entry is not None:
            self.post_message(TermPreviewed(entry.id))

    def watch_cursor(self, before: int, after: int) -> None:
        """Keep the highlighted row in sight."""
        self._bring_into_sight(after)
        self.refresh_lines(before)
        self.refresh_lines(after)

    def _bring_into_sight(self, row: int) -> None:
        self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """A row of the list."""
        row = y + self.scroll_offset.y
        base = self.rich_style
        width = self.size.width
        entry = self.entry_at(row)
        if entry is None:
            return Strip.blank(width, base)
        chosen = row == self.cursor
        if chosen:
            base = base + self.get_component_rich_style("term-list--cursor")
        bar = base + self.get_component_rich_style("term-list--bar") if chosen else base
        hit = self._hits[row] if self._hits is not None else None
        segments = [Segment("▌" if chosen else " ", bar), *self._row(entry, hit, base)]
        return Strip(segments).adjust_cell_length(width, base)

    def _row(self, entry: Entry, hit: Hit | None, base: Style) -> Iterable[Segment]:
        match = base + self.get_component_rich_style("term-list--match")
        other = base + self.get_component_rich_style("term-list--other")
        room = max(self.size.width - 2, 1)
        on_title = hit is not None and hit.shown in ("", entry.title)
        spans = hit.spans if hit is not None and on_title else ()
        yield from _lit(cut(entry.title, room), spans, base, match)
        room -= cell_len(entry.title) + 2
        aside = hit.shown if hit is not None and not on_title else self._aside(entry)
        if aside and room > 3:
            yield Segment("  ", base)
            lit = () if hit is None or on_title else hit.spans
            yield from _lit(cut(aside, room), lit, other, match)

    def _aside(self, entry: Entry) -> str:
        """What tells *entry* from others of the same title."""
        return entry.id if entry.title in self._shared_titles else ""

    def on_click(self, event: Click) -> None:
        """A click highlights a row; on the highlighted row it goes there."""
        row = event.y + self.scroll_offset.y
        if row < len(self):
            if row == self.cursor or event.chain > 1:
                self.action_open()
            else:
                self.go_to(row)

    def action_up(self) -> None:
        """Move the highlight up."""
        self.move(-1)

    def action_down(self) -> None:
        """Move the highlight down."""
        self.move(1)

    def action_page_up(self) -> None:
        """Move the highlight up a page."""
        self.move(-1, page=True)

    def action_page_down(self) -> None:
        """Move the highlight down a page."""
        self.move(1, page=True)

    def action_first(self) -> None:
        """Move the highlight to the first row."""
        self.go_to(0)

    def action_last(self) -> None:
        """Move the highlight to the last row."""
        self.go_to(len(self))

    def action_open(self) -> None:
        """Go to the highlighted term."""
        if self.highlighted is not None:
            self.post_message(TermChosen(self.highlighted.id, exact=True))


def _lit(
    text: str, spans: Iterable[tuple[int, int]], base: Style, match: Style
) -> Iterable[Segment]:
    """*text* with the letters of *spans* in the style *match*."""
    at = 0
    for start, end in spans:
        if start >= len(text):
            break
        if start > at:
            yield Segment(text[at:start], base)
        yield Segment(text[max(start, at) : end], match)
        at = max(end, at)
    if at < len(text):
        yield Segment(text[at:], base)
