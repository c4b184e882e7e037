"""A glossary and its files, just read, as the parts of a cache."""

from __future__ import annotations

from array import array
from itertools import accumulate, chain
from marshal import dumps
from operator import xor

from glossary_tui.glossary.names import common_mark
from glossary_tui.model.fields import PATH, TITLE
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.redirects import names_tried
from glossary_tui.text.fold import fold
from glossary_tui.workspace.cache.rows import (
    CHECKSUM,
    CONTENT,
    FOLDED,
    ODD,
    RECORD,
    ROW_ID,
    ROW_TAGS,
    stored_fields,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary_tui.model.fields import Fields
    from glossary_tui.workspace.cache.container import Part
    from glossary_tui.workspace.cache.rows import FileRow, Row
    from glossary_tui.workspace.sources import JoinedSources, ListedSource

_NUMBER = 4
"""Bytes of a number."""


class FilesRead(NamedTuple):
    """All files of a glossary, and what they say."""

    listed: Sequence[ListedSource]
    """The glossaries with their folders."""
    files: Sequence[FileRow]
    """What each file says, in the order of the folders."""
    joined: JoinedSources
    """What they make together."""
    rows: Sequence[Row]
    """A row for each entry, in the order of the glossary."""
    names: Callable[[], bytes]
    """Gives the part of the names, which may be made aside meanwhile."""


def all_parts(read: FilesRead) -> dict[str, Part]:
    """The parts of the files that were *read* and of their glossary."""
    remarks = dumps([tuple(each) for each in read.joined.diagnostics])
    return {**file_parts(read), "remarks": remarks, **glossary_parts(read)}


def glossary_parts(read: FilesRead) -> dict[str, Part]:
    """The parts of the glossary that the files which were *read* make."""
    return {**_entry_parts(read.rows), "names": read.names()}


def _entry_parts(rows: Sequence[Row]) -> dict[str, Part]:
    """The same without the names."""
    count = len(rows)
    records = [row[RECORD] for row in rows]
    table = array("I", bytes(2 * _NUMBER * (count + 1)))
    table[::2] = array("I", accumulate(map(len, records), initial=0))
    checksums = map(xor, [row[CHECKSUM] for row in rows], range(count))
    table[1::2] = array("I", chain(checksums, (0,)))
    tagged: dict[str, list[int]] = {}
    for position, row in enumerate(rows):
        for tag in row[ROW_TAGS]:
            found = tagged.get(tag)
            if found is None:
                found = tagged[tag] = []
            found.append(position)
    content = common_mark([row[CONTENT] for row in rows])
    size = (count, content, _shared_titles(rows))
    places = {tag: array("I", tagged[tag]).tobytes() for tag in sorted(tagged, key=fold)}
    return {
        "table": table.tobytes(),
        "size": dumps(size),
        "folded": "\0".join([row[FOLDED] for row in rows]).encode("utf-8", "surrogatepass"),
        "ids": "\0".join([row[ROW_ID] for row in rows]).encode("utf-8", "surrogatepass"),
        "tagged": dumps(places),
        "records": records,
    }


def _shared_titles(rows: Sequence[Row]) -> list[str]:
    """The titles that more than one entry has."""
    folded = [row[FOLDED] for row in rows]
    pairs = zip(range(len(folded)), folded, folded[1:], strict=False)
    twins = {at for first, one, other in pairs if one == other for at in (first, first + 1)}
    return sorted({stored_fields(rows[position][RECORD])[TITLE] for position in twins})


def file_parts(read: FilesRead) -> dict[str, bytes]:
    """The parts that remember the files."""
    position_of = {row[ROW_ID]: position for position, row in enumerate(read.rows)}
    positions = array("i", [ODD]) * len(read.files)
    for number, changed, _ in read.joined.entries:
        row = read.files[number].row
        if changed is None and row is not None:
            positions[number] = position_of[row[ROW_ID]]
    remembered = []
    folders: list[tuple[str, int]] = []
    tied: tuple[list[str], list[str], list[str]] = [], [], []
    first = 0
    for part, listings, remarks in read.listed:
        own = []
        for listing in listings:
            folders += listing.folders
            files = read.files[first : first + len(listing.files)]
            stamps = array("q", chain.from_iterable([file.stamp for file in files]))
            here = positions[first : first + len(files)]
            said = {place: file.said for place, file in enumerate(files) if file.said}
            odd = {place: _odd(files[place]) for place, at in enumerate(here) if at == ODD}
            for fields, own_id, destination, _ in odd.values():
                if fields is not None:
                    tied[0].append(fields[PATH])
                    tied[1].append(f"{part}/{own_id}" if part else own_id)
                    tied[2].extend(names_tried(destination) if destination else ())
            paths = "\0".join([found.path for found in listing.files])
            left_out = [tuple(each) for each in listing.remarks]
            own.append((paths, left_out, stamps.tobytes(), here.tobytes(), said, odd))
            first += len(files)
        remembered.append((part, own, [tuple(each) for each in remarks]))
    for _, entry, part in read.joined.entries:
        if entry is not None:
            tied[1].append(f"{part}/{entry.id}" if part else entry.id)
    return {"folders": dumps(folders), "files": dumps(remembered), "tied": dumps(tied)}


def _odd(file: FileRow) -> tuple[Fields | None, str, str, bool]:
    """What a file says that makes no entry as it stands."""
    fields = stored_fields(file.row[RECORD]) if file.row else None
    return fields, file.id, file.destination, file.titled
