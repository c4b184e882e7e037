"""What the index of a glossary holds of each file: plain values, the same from whichever process.

A file is read into a `Row` where nobody needs an object of its entry. The few entries that are not
quite what their file makes them get a row of their own.
"""

from __future__ import annotations

from marshal import dumps, loads
from zlib import crc32

from glossary_tui.glossary.names import Stems, called
from glossary_tui.model.fields import ALIASES, ID, OLD_PATHS, TAGS, TITLE, packed, unpacked
from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, Final

    from glossary_tui.glossary.names import Called, Named
    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Fields, Load
    from glossary_tui.reader.file import Reading, Said
    from glossary_tui.reader.found import Found
    from glossary_tui.reader.stamp import Stamp

    Row = tuple[str, str, tuple[str, ...], bytes, int, int, bytes]
    """Folded title, id, tags, the hashes that lead there, a checksum of the fields, one of the
    record, and the record: the stamp of the file, and the fields."""
    Saying = tuple[Stamp, str, Row | None, str, bool, tuple[Said, ...]]
    """What a `FileRow` has beside where the file is."""

# Where each value of a row stands.
FOLDED: Final = 0
ROW_ID: Final = 1
ROW_TAGS: Final = 2
HASHES: Final = 3
CONTENT: Final = 4
CHECKSUM: Final = 5
RECORD: Final = 6
ODD = -1
"""Instead of a position: what the file says is kept by itself."""
STAMP_SIZE = 24
"""Bytes of a stamp."""
_PLAIN = 2
"""The version of marshal that writes what is equal alike, whatever it shares with what else."""
_NEVER = (0, 0, 0)
"""A stamp that no file has."""
_TICK = 20_000_000
"""Nanoseconds within which a file may change twice and show the same time."""


class FileRow(NamedTuple):
    """What a file says, as a `Reading` does, with the row of its entry."""

    found: Found
    """Where it is."""
    stamp: Stamp
    """What it looked like when it was read."""
    id: str
    """The id of its entry in its own glossary; '' where it has none."""
    row: Row | None
    """The row of its entry, as long as no other file claims the id."""
    destination: str
    """Where it sends its reader, or ''."""
    titled: bool
    """Whether its title is its author's."""
    said: tuple[Said, ...]
    """What is to be said about it."""

    def entry(self, load: Load) -> Entry:
        """Its entry, under the id in its own glossary. Raises ValueError where it has none."""
        if self.row is None:
            raise ValueError(self.found.path)
        fields = stored_fields(self.row[RECORD])
        return unpacked((self.id, *fields[1:]), load)


class RowMaker:
    """Makes rows; what it learns of words makes the later ones quicker."""

    def __init__(self) -> None:
        from array import array
        from struct import Struct

        self._stems = Stems()
        self._array = array
        self._stamp = Struct("=3q").pack

    def saying(self, reading: Reading, part: str, started: int) -> Saying:
        """What *reading* says, whose glossary is called *part* here.

        *started* is a time, by the clock of the files, before it was read: a file that had changed
        just then may change again unnoticed, and so is remembered as never seen.
        """
        return self.sayings([(reading, part)], started)[0]

    def sayings(self, readings: Sequence[tuple[Reading, str]], started: int) -> list[Saying]:
        """The same of many *readings*, each with its part, at less cost."""
        every = [_named(reading.fields) for reading, _ in readings if reading.fields is not None]
        waiting = iter(called(every, self._stems))
        return [self._saying(*each, started, waiting) for each in readings]

    def _saying(
        self, reading: Reading, part: str, started: int, waiting: Iterator[Called]
    ) -> Saying:
        _, stamp, fields, destination, titled, said = reading
        if stamp[0] >= started - _TICK:
            stamp = _NEVER
        if fields is None:
            return stamp, "", None, destination, titled, said
        row = self._row(fields, stamp, part, next(waiting))
        return stamp, fields[ID], row, destination, titled, said

    def row(self, fields: Fields, stamp: Stamp, part: str) -> Row:
        """The row of an entry of these *fields* from the glossary *part*, which is not in its id."""
        return self._row(fields, stamp, part, *called([_named(fields)], self._stems))

    def _row(self, fields: Fields, stamp: Stamp, part: str, names: Called) -> Row:
        entry_id = fields[ID]
        if part:
            entry_id = f"{part}/{entry_id}"
            fields = (entry_id, *fields[1:])
        folded, hashes = names
        data = dumps(fields, _PLAIN)
        record = self._stamp(*stamp) + data
        return (
            folded,
            entry_id,
            fields[TAGS],
            self._array("I", hashes).tobytes(),
            crc32(data),
            crc32(record),
            record,
        )


def _named(fields: Fields) -> Named:
    return fields[TITLE], fields[ID], fields[ALIASES], fields[OLD_PATHS]


def joined_rows(
    entries: Iterable[tuple[int, Entry | None, str]], files: Sequence[FileRow], maker: RowMaker
) -> dict[str, Row]:
    """The row of each of the *entries* that *files* make together (`JoinedSources`), by id."""
    rows: dict[str, Row] = {}
    for number, changed, part in entries:
        row = files[number].row
        if changed is not None:
            row = maker.row(packed(changed), files[number].stamp, part)
        if row is not None:
            rows[row[ROW_ID]] = row  # of two with the same id the later one counts
    return rows


def stored_stamp(record: bytes) -> Stamp:
    """The stamp in a record."""
    when, size, which = memoryview(record[:STAMP_SIZE]).cast("q")
    return when, size, which


def stored_fields(record: bytes) -> Fields:
    """The fields in a record."""
    fields: Any = loads(record[STAMP_SIZE:])  # noqa: S302 # our own, checked
    return fields  # type: ignore[no-any-return]
