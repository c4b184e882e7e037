"""A stored glossary with a few entries laid over it, as if all files had been read anew."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from zlib import crc32

from glossary_tui.glossary.names import NameIndex
from glossary_tui.glossary.records import Records
from glossary_tui.model.fields import ALIASES, ID, OLD_PATHS, TITLE, unpacked
from glossary_tui.text.fold import fold
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.cache.rows import (
    CONTENT,
    FOLDED,
    HASHES,
    RECORD,
    ROW_ID,
    ROW_TAGS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Fields
    from glossary_tui.workspace.cache.rows import Row


class Overlaid(StoredGlossary):
    """*base* without the entries at the positions *removed*, with those of *rows*."""

    def __init__(
        self, base: StoredGlossary, removed: tuple[int, ...], rows: tuple[Row, ...]
    ) -> None:
        self.parts = base.parts
        self.container = base.container
        self.load = base.load
        self._base = base
        self.laid_over = (removed, rows)
        size = len(base)
        self._removed = removed
        self._rows = rows
        before = [self._place_in_base(row) for row in rows]
        self._row_at = {
            at - bisect_left(removed, at) + number: number for number, at in enumerate(before)
        }
        """The rows by their positions."""
        self._row_places = sorted(self._row_at)
        self._shifts = [position - number for number, position in enumerate(removed)]
        self.entries = Records(size - len(removed) + len(rows), self._entry)
        self.names = _Names(self)
        edges = sorted({0, size, *before, *removed, *(at + 1 for at in removed)})
        self._edges = edges
        self._before = before

    @property
    def base(self) -> StoredGlossary:
        """The glossary in the cache."""
        return self._base

    def _place_in_base(self, row: Row) -> int:
        """How many entries of the base stand before *row*."""
        folded = self._base.folded_titles
        first = bisect_left(folded, row[FOLDED])
        last = bisect_right(folded, row[FOLDED], first)
        while first < last and self._base.entries[first].id < row[ROW_ID]:
            first += 1
        return first

    @cached_property
    def moved_to(self) -> Sequence[int]:
        """The position here of each position of the base; -1 for what has been removed."""
        removed, before = set(self._removed), self._before
        pieces: list[Sequence[int]] = []
        for first, last in zip(self._edges, self._edges[1:], strict=False):
            if first in removed:
                pieces.append((-1,))
                continue
            shift = bisect_right(before, first) - bisect_left(self._removed, first)
            pieces.append(range(first + shift, last + shift))
        return array("i", chain.from_iterable(pieces))

    def came_from(self, position: int) -> int:
        """The position in the base of what stands here at *position*; -1 for a row."""
        if position in self._row_at:
            return -1
        rank = position - bisect_left(self._row_places, position)
        return rank + bisect_right(self._shifts, rank)

    @property
    def row_places(self) -> Sequence[int]:
        """The positions of the rows, in order."""
        return self._row_places

    def _entry(self, position: int) -> Entry:
        if position in self._row_at:
            return unpacked(self.fields(position), self.load)
        return self._base.entries[self.came_from(position)]

    def record(self, position: int) -> bytes:
        """The stamp of an entry's file, and its fields. Raises `Damaged`."""
        number = self._row_at.get(position)
        if number is not None:
            return self._rows[number][RECORD]
        return self._base.record(self.came_from(position))

    @cached_property
    def folded_titles(self) -> Sequence[str]:  # type: ignore[override] # made on demand here
        """The folded title of each entry, by position."""
        return self._column(self._base.folded_titles, [row[FOLDED] for row in self._rows])

    @cached_property
    def ids(self) -> Sequence[str]:
        """The id of each entry, by position."""
        return self._column(self._base.ids, [row[ROW_ID] for row in self._rows])

    def _column(self, held: Sequence[str], added: Sequence[str]) -> Sequence[str]:
        """A text for each entry: what the base *held*, and what the rows have *added*."""
        column = list(held)
        for position in reversed(self._removed):
            del column[position]
        for place in self._row_places:
            column.insert(place, added[self._row_at[place]])
        return column

    @cached_property
    def tagged(self) -> Mapping[str, Sequence[int]]:
        """The positions of the entries of each tag, tags in alphabetical order."""
        moved = self.moved_to
        found = {
            tag: [moved[at] for at in places if moved[at] >= 0]
            for tag, places in self._base.tagged.items()
        }
        for place, number in self._row_at.items():
            for tag in self._rows[number][ROW_TAGS]:
                found.setdefault(tag, []).append(place)
        return {tag: sorted(found[tag]) for tag in sorted(found, key=fold) if found[tag]}

    @property
    def shared_titles(self) -> frozenset[str]:
        """The titles that more than one entry has: these are told apart by id."""
        return self._shared_now

    @cached_property
    def _shared_now(self) -> frozenset[str]:
        gone = [self._base.folded_titles[position] for position in self._removed]
        touched = {*gone, *(row[FOLDED] for row in self._rows)}
        kept = {title for title in self._base.shared_titles if fold(title) not in touched}
        folded = self.folded_titles
        for title in touched:
            first = bisect_left(folded, title)
            last = bisect_right(folded, title, first)
            if last - first > 1:
                kept.update(self.entries[place].title for place in range(first, last))
        return frozenset(kept)

    @property
    def mark(self) -> int:
        """A number that says whether what was made of an earlier glossary is of this one."""
        numbers = array("q", self._removed)
        numbers.extend(row[CONTENT] for row in self._rows)
        return crc32(numbers.tobytes(), self._base.mark)

    def named_now(self, number: int) -> list[int]:
        """The positions that a hash leads to."""
        moved = self.moved_to
        found = [moved[at] for at in self._base.names.of_hash(number)]
        found += self._named_rows.get(number, ())
        return sorted(place for place in found if place >= 0)

    @cached_property
    def _named_rows(self) -> Mapping[int, Sequence[int]]:
        """The positions of the rows that each hash leads to."""
        found: dict[int, list[int]] = {}
        for place, number in self._row_at.items():
            for each in array("I", self._rows[number][HASHES]):
                found.setdefault(each, []).append(place)
        return found

    @cached_property
    def renewed(self) -> Mapping[int, int]:
        """The new position of each entry of the base of which there is a row, called as before.

        Raises `Damaged`.
        """
        places = {self._rows[number][ROW_ID]: place for place, number in self._row_at.items()}
        found = {}
        for position in self._removed:
            before = self._base.fields(position)
            place = places.get(before[ID], -1)
            if place >= 0 and _names(before) == _names(self.fields(place)):
                found[position] = place
        return found

    @cached_property
    def touched_hashes(self) -> frozenset[int]:
        """The hashes of every name of the entries that have come, gone or got other names.

        Raises `Damaged`.
        """
        from glossary_tui.workspace.cache.rows import RowMaker

        maker, hashes = RowMaker(), []
        same = {*self.renewed.values()}
        hashes += [
            self._rows[number][HASHES] for at, number in self._row_at.items() if at not in same
        ]
        for position in self._removed:
            if position not in self.renewed:
                fields = self._base.fields(position)
                part = fields[ID].partition("/")[0] if self.parts else ""
                own = fields[ID].removeprefix(f"{part}/") if part else fields[ID]
                hashes.append(maker.row((own, *fields[1:]), (0, 0, 0), part)[HASHES])
        return frozenset(chain.from_iterable(array("I", each) for each in hashes))


def _names(fields: Fields) -> tuple[object, ...]:
    """What an entry is called."""
    return fields[TITLE], fields[ALIASES], fields[OLD_PATHS]


class _Names(NameIndex):
    """The names of an overlaid glossary."""

    def __init__(self, glossary: Overlaid) -> None:
        super().__init__((), ())
        self._glossary = glossary

    def of_hash(self, number: int) -> Sequence[int]:
        """The positions that a hash leads to."""
        return self._glossary.named_now(number)
