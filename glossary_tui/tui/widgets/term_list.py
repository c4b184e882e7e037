"""The list of terms: any number of them, drawn line by line."""

from __future__ import annotations

from rich.segment import Segment
from textual.message import Message

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.linear import is_linear
from glossary_tui.tui.messages import TermChosen, TermPreviewed
from glossary_tui.tui.widgets.cells import cells, cut, lit
from glossary_tui.tui.widgets.row_list import RowList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType

    from glossary_tui.model import Entry
    from glossary_tui.search.hit import Hit
    from glossary_tui.search.hits import Hits

MARK, MARK_IN_WORDS = "•", "bookmarked"
"""The sign of a bookmark."""
_LEAST_ANSWER = 8
"""Cells that what answered has beside a title that is too long for both."""


class TermList(RowList):
    """Terms, one a line; the letters that a query matched stand out."""

    CONTEXT = "list"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    class Left(Message):
        """The reader wants to be out of the list."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "term-list--match",
        "term-list--other",
        "term-list--mark",
    }
    """Letters that matched; an alias, or what tells equal titles apart; the sign of a bookmark."""

    def __init__(
        self,
        shared_titles: Container[str] = (),
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self.shared_titles = shared_titles
        """Titles that are told apart by what stands beside them."""
        self._entries: Sequence[Entry] = ()
        self._hits: Hits | None = None
        self.is_marked: Callable[[Entry], bool] = lambda _entry: False
        """Whether a term is bookmarked."""

    def __len__(self) -> int:
        return len(self._hits if self._hits is not None else self._entries)

    def entry_at(self, row: int) -> Entry | None:
        """The entry on *row*; None past the end."""
        if not 0 <= row < len(self):
            return None
        return self._hits[row].entry if self._hits is not None else self._entries[row]

    @property
    def highlighted(self) -> Entry | None:
        """The highlighted entry; None in an empty list."""
        return self.entry_at(self.cursor)

    def lists(self, entries: Sequence[Entry]) -> bool:
        """Whether it is these very *entries* that are listed, and nothing has been searched for."""
        return self._hits is None and self._entries is entries

    def show_entries(self, entries: Sequence[Entry], row: int = 0, *, stays: bool = False) -> None:
        """List *entries*, with the highlight on *row*; on the same line if it *stays*."""
        self._entries, self._hits = entries, None
        self.rows_changed(row, stays=stays)

    def show_hits(self, hits: Hits) -> None:
        """List what a search found, best first. A hit is asked for when its row is drawn."""
        self._hits = hits
        self.rows_changed()

    def highlight(self, entry: Entry) -> None:
        """Move the highlight to *entry* if it is among the rows in sight. Sends no message."""
        for row in self._rows_in_sight():
            listed = self.entry_at(row)
            if listed is not None and listed.id == entry.id:
                self.cursor = row

    def in_sight(self) -> list[Entry]:
        """The entries on the rows in sight."""
        return list(filter(None, map(self.entry_at, self._rows_in_sight())))

    def _rows_in_sight(self) -> range:
        top = self.scroll_offset.y
        return range(top, min(top + max(self.size.height, 1), len(self)))

    def moved(self) -> None:
        """Preview the highlighted term."""
        entry = self.highlighted
        if entry is not None:
            self.post_message(TermPreviewed(entry.id))

    def draw_row(self, row: int, base: Style, width: int) -> Iterable[Segment]:
        """A title, an alias or an id where there is one to show, and the sign of a bookmark."""
        hit = self._hits[row] if self._hits is not None else None
        entry = hit.entry if hit is not None else self._entries[row]
        if not self.is_marked(entry):
            return self._draw_term(entry, hit, base, width)
        mark = MARK_IN_WORDS if is_linear(self) else MARK
        term = self._draw_term(entry, hit, base, width - 1 - len(mark))
        gap = width - len(mark) - sum(segment.cell_length for segment in term)
        sign = base + self.part("term-list--mark")
        return [*term, Segment(" " * gap, base), Segment(mark, sign)]

    def _draw_term(self, entry: Entry, hit: Hit | None, base: Style, width: int) -> list[Segment]:
        match = base + self.part("term-list--match")
        on_title = hit is not None and hit.shown in ("", entry.title)
        spans = hit.spans if hit is not None and on_title else ()
        aside = hit.shown if hit is not None and not on_title else self._aside(entry)
        if not aside:
            return lit(cut(entry.title, max(width, 1)), spans, base, match)
        # A row is known by its title: of what answered beside it, as much is seen as shows that it
        # did. What tells equal titles apart may have half of the row.
        least = width // 2 if hit is None or on_title else min(_LEAST_ANSWER, width // 2)
        other_spans = hit.spans if hit is not None and not on_title else ()
        room = width - cells(entry.title[: 2 * width]) - 2
        if room < cells(aside[: 2 * width]):
            aside, other_spans = _from_match(aside, other_spans, max(room, least))
            room = max(room, min(cells(aside[: 2 * width]), least))
        term = lit(cut(entry.title, max(width - room - 2, 1)), spans, base, match)
        other = base + self.part("term-list--other")
        return [*term, Segment("  ", base), *lit(cut(aside, room), other_spans, other, match)]

    def _aside(self, entry: Entry) -> str:
        """What tells *entry* from others of the same title."""
        return entry.id if entry.title in self.shared_titles else ""

    def action_open(self) -> None:
        """Go to the highlighted term."""
        if self.highlighted is not None:
            chosen = TermChosen(self.highlighted.id, exact=True, sought=self._sought())
            self.post_message(chosen)

    def _sought(self) -> str:
        """The words of its text that the highlighted term was found by, as they are written there."""
        hit = self._hits[self.cursor] if self._hits is not None else None
        if hit is None or hit.why != "text" or not hit.spans:
            return ""
        start, end = hit.spans[0]
        for first, last in hit.spans[1:]:
            if hit.shown[end:first].strip():
                break
            end = last
        return hit.shown[start:end]

    def action_leave(self) -> None:
        """Go out of the list."""
        self.post_message(self.Left())


def _from_match(
    text: str, spans: tuple[tuple[int, int], ...], room: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """*text* from its first match on, if that would not be seen in *room* cells.

    Words before it are left where all of them that follow can be seen, too.
    """
    if not spans or cells(text[: spans[0][1]]) < room:
        return text, spans
    begin = spans[0][0]
    before = text.rfind(" ", 0, begin - 1) + 1
    while 0 < before < begin and cells(text[before : before + room]) < room:
        begin, before = before, text.rfind(" ", 0, before - 1) + 1
    moved = tuple((start - begin + 1, end - begin + 1) for start, end in spans)
    return f"…{text[begin:]}", moved
