"""A glossary as parts of a cache, and back without an object for any of its entries."""

from __future__ import annotations

from functools import cached_property
from marshal import loads
from sys import byteorder
from zlib import crc32

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.records import Records
from glossary_tui.model.fields import unpacked
from glossary_tui.model.record import NamedTuple
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.names import StoredNames
from glossary_tui.workspace.cache.rows import (
    STAMP_SIZE,
    stored_fields,
    stored_stamp,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Fields, Load
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.workspace.cache.container import Container
    from glossary_tui.workspace.cache.rows import Row

_NUMBER = 4
"""Bytes of a number. Of each record the table says where it begins, and a checksum that goes with
its place: it is checked alone, for most are never read."""


class Tied(NamedTuple):
    """The files whose entries are not what the file alone makes them."""

    paths: frozenset[str]
    """Where they are."""
    ids: frozenset[str]
    """The ids that more than one of them claims, and those that such entries got."""
    names: frozenset[str]
    """The names that decide where a redirect leads."""


class StoredGlossary(Glossary):
    """A glossary out of a cache. What is damaged there comes from *reread*, once it is met."""

    def __init__(
        self,
        container: Container,
        load: Load,
        reread: Callable[[], Glossary],
        parts: tuple[str, ...] = (),
    ) -> None:
        self.parts = parts
        self.container = container
        self.load = load
        """What its entries read their sections with."""
        self._reread = reread
        size: int
        self._mark: int
        size, self._mark, self._shared = container.loaded("size")
        self.entries = Records(size, self._entry, self._every)
        self.names = StoredNames(container, lambda: self.spare.names)

    def is_same(self, other: StoredGlossary) -> bool:
        """Whether *other* holds the same entries."""
        return (len(self), self.mark) == (len(other), other.mark)

    def is_as_new_as(self, other: StoredGlossary) -> bool:
        """Whether *other* is of the same files in the same state, bodies and all."""
        ours, theirs = (each.container.checksum("records") for each in (self, other))
        return (len(self), ours) == (len(other), theirs)

    @property
    def base(self) -> StoredGlossary:
        """What is in the cache: this one, if nothing is laid over it."""
        return self

    laid_over: tuple[tuple[int, ...], tuple[Row, ...]] = ((), ())
    """The positions of the base that have gone, and the rows that have come."""

    @cached_property
    def tied(self) -> Tied:
        """Which files make what they make together with others. Raises `Damaged`."""
        return Tied(*map(frozenset, self.container.loaded("tied")))

    @cached_property
    def spare(self) -> Glossary:
        """The glossary from its files, for what the cache does not give any more."""
        return self._reread()

    def _entry(self, position: int) -> Entry:
        try:
            return unpacked(self.fields(position), self.load)
        except Damaged:
            entries = self.spare.entries
            return entries[position] if position < len(entries) else _missing(self.load)

    def _every(self) -> Iterator[Entry]:
        """Each entry in turn."""
        from glossary_tui.workspace.cache.sequence import every_record

        place, load = 0, self.load
        try:
            for record in every_record(self.container, len(self)):
                yield unpacked(loads(record[STAMP_SIZE:]), load)  # noqa: S302 # our own, checked
                place += 1
        except Damaged:
            yield from map(self._entry, range(place, len(self)))

    def stamp(self, position: int) -> Stamp | None:
        """The stamp that the file of an entry had when it was read; None where that is lost."""
        try:
            return stored_stamp(self.record(position))
        except Damaged:
            return None

    def fields(self, position: int) -> Fields:
        """The fields of an entry. Raises `Damaged`."""
        return stored_fields(self.record(position))

    def record(self, position: int) -> bytes:
        """The stamp of an entry's file, and its fields. Raises `Damaged`."""
        place = self.container.within("table", 2 * _NUMBER * position, 3 * _NUMBER)
        start, checksum, end = (
            int.from_bytes(place[at : at + _NUMBER], byteorder) for at in (0, _NUMBER, 2 * _NUMBER)
        )
        if not start < end <= self.container.length("records"):
            raise Damaged("table")
        record = self.container.within("records", start, end - start)
        if len(record) <= STAMP_SIZE or crc32(record) ^ position != checksum:
            raise Damaged("records")
        return record

    @cached_property
    def folded_titles(self) -> Sequence[str]:  # type: ignore[override] # made on demand here
        """The folded title of each entry, by position."""
        try:
            text = self.container.part("folded").decode("utf-8", "surrogatepass")
        except Damaged:
            return self.spare.folded_titles
        return tuple(text.split("\0")) if len(self.entries) else ()

    @cached_property
    def ids(self) -> Sequence[str]:
        """The id of each entry, by position."""
        try:
            text = self.container.part("ids").decode("utf-8", "surrogatepass")
        except Damaged:
            return self.spare.ids
        return tuple(text.split("\0")) if len(self.entries) else ()

    @cached_property
    def tagged(self) -> Mapping[str, Sequence[int]]:
        """The positions of the entries of each tag, tags in alphabetical order."""
        try:
            found = self.container.loaded("tagged")
        except Damaged:
            return self.spare.tagged
        return {tag: memoryview(places).cast("I") for tag, places in found.items()}

    @property
    def shared_titles(self) -> frozenset[str]:
        """The titles that more than one entry has: these are told apart by id."""
        return frozenset(self._shared)

    @property
    def mark(self) -> int:
        """A number that says whether what was made of an earlier glossary is of this one."""
        return self._mark


def _missing(load: Load) -> Entry:
    """What stands where an entry of a damaged cache has gone from the files too."""
    from glossary_tui.model import Entry

    return Entry("", "?", "", load)
