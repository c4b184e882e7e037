"""A glossary as parts of a cache, and back without an object for any of its entries."""

from __future__ import annotations

from functools import cached_property
from marshal import dumps, loads
from zlib import crc32

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.records import Records, packed, unpacked
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.names import StoredNames, names_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from glossary_tui.model import Entry, Section
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.workspace.cache.container import Container

    Load = Callable[[Entry], tuple[Section, ...]]

_CHECKSUM = 4
"""Bytes before each record: it is checked alone, for most are never read."""


def glossary_parts(glossary: Glossary, stamps: Sequence[Stamp]) -> dict[str, bytes]:
    """The parts that *glossary* is, each entry with the stamp of its file."""
    from array import array

    records: list[bytes] = []
    starts = array("I", [0])
    end = 0
    for position, (entry, stamp) in enumerate(zip(glossary.entries, stamps, strict=True)):
        record = dumps((position, packed(entry), stamp))
        records += (crc32(record).to_bytes(_CHECKSUM, "little"), record)
        end += _CHECKSUM + len(record)
        starts.append(end)
    tagged = {tag: array("I", found).tobytes() for tag, found in glossary.tagged.items()}
    folded = "\0".join(glossary.folded_titles)
    stored = b"".join(records)
    size = (len(glossary), glossary.mark, sorted(glossary.shared_titles), crc32(stored))
    return {
        "starts": starts.tobytes(),
        "names": names_part(glossary.names),
        "size": dumps(size),
        "folded": folded.encode("utf-8", "surrogatepass"),
        "tagged": dumps(tagged),
        "records": stored,
    }


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
        mark: int
        self.content: int
        """A number that another content of the same names does not have."""
        size, mark, self._shared, self.content = container.loaded("size")
        self._mark = mark
        self.entries = Records(size, self._entry)
        self.names = StoredNames(container, lambda: self.spare.names)

    @cached_property
    def spare(self) -> Glossary:
        """The glossary from its files, for what the cache does not give any more."""
        return self._reread()

    def _entry(self, position: int) -> Entry:
        try:
            return unpacked(self._record(position)[0], self.load)
        except Damaged:
            entries = self.spare.entries
            return entries[position] if position < len(entries) else _missing(self.load)

    def stamp(self, position: int) -> Stamp | None:
        """The stamp that the file of an entry had when it was read; None where that is lost."""
        try:
            return self._record(position)[1]
        except Damaged:
            return None

    def _record(self, position: int) -> tuple[tuple[Any, ...], Stamp]:
        """The fields of an entry and the stamp of its file."""
        offsets = self.container.within("starts", 4 * position, 8)
        start = int.from_bytes(offsets[:4], "little")
        end = int.from_bytes(offsets[4:], "little")
        if not start < end <= self.container.length("records"):
            raise Damaged("starts")
        data = self.container.within("records", start, end - start)
        checksum = int.from_bytes(data[:_CHECKSUM], "little")
        if len(data) <= _CHECKSUM or crc32(data[_CHECKSUM:]) != checksum:
            raise Damaged("records")
        place, fields, stamp = loads(data[_CHECKSUM:])  # noqa: S302 # the person's own, checked
        if place != position:
            raise Damaged("starts")
        return fields, stamp

    @cached_property
    def folded_titles(self) -> Sequence[str]:  # type: ignore[override] # made on demand here
        """The folded title of each entry, by position."""
        try:
            text = self.container.part("folded").decode("utf-8", "surrogatepass")
        except Damaged:
            return self.spare.folded_titles
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
        """A number that says whether what was made of an earlier glossary's names is of these."""
        return self._mark


def _missing(load: Load) -> Entry:
    """What stands where an entry of a damaged cache has gone from the files too."""
    from glossary_tui.model import Entry

    return Entry("", "?", "", load)
