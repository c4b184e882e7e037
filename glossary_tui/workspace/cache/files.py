"""The files of a glossary as a cache remembers them: which are still what they were."""

from __future__ import annotations

import os
from array import array
from functools import cached_property
from itertools import chain
from marshal import dumps

from glossary_tui.model.fields import PATH
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.stamp import file_stamp
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.rows import RECORD, ROW_ID, FileRow, stored_fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Fields
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.reader.walk import Found, Listing
    from glossary_tui.workspace.cache.container import Container
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.rows import Row, RowMaker, Saying
    from glossary_tui.workspace.sources import JoinedSources, ListedSource

_ODD = -1
"""Instead of a position: what the file says is kept by itself."""


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


class Difference(NamedTuple):
    """How the files differ from what a cache knows of them."""

    gone: list[tuple[str, int]]
    """The files that have gone or changed, with the positions of their entries; -1 for none."""
    new: list[tuple[Found, str]]
    """The files that have come or changed, with the glossary that each belongs to."""
    unsaid: list[tuple[Any, ...]]
    """Remarks on what is left out that are no longer true."""
    said: list[tuple[Any, ...]]
    """Those that have become true."""


def file_parts(read: FilesRead) -> dict[str, bytes]:
    """The parts that remember the files."""
    position_of = {row[ROW_ID]: position for position, row in enumerate(read.rows)}
    positions = array("i", [_ODD]) * len(read.files)
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
            odd = {place: _odd(files[place]) for place, at in enumerate(here) if at == _ODD}
            for fields, own_id, destination, _ in odd.values():
                if fields is not None:
                    tied[0].append(fields[PATH])
                    tied[1].append(f"{part}/{own_id}" if part else own_id)
                    tied[2].append(destination)
            paths = "\0".join([found.path for found in listing.files])
            left_out = [tuple(each) for each in listing.remarks]
            own.append((paths, left_out, stamps.tobytes(), here.tobytes(), said, odd))
            first += len(files)
        remembered.append((part, own, [tuple(each) for each in remarks]))
    for _, entry, part in read.joined.entries:
        if entry is not None:
            tied[1].append(f"{part}/{entry.id}" if part else entry.id)
    ties = (tied[0], tied[1], any(tied[2]))
    return {"folders": dumps(folders), "files": dumps(remembered), "tied": dumps(ties)}


def _odd(file: FileRow) -> tuple[Fields | None, str, str, bool]:
    """What a file says that makes no entry as it stands."""
    fields = stored_fields(file.row[RECORD]) if file.row else None
    return fields, file.id, file.destination, file.titled


def are_folders_same(container: Container) -> bool:
    """Whether no folder that the cache remembers has got or lost a file. Raises `Damaged`."""
    try:
        return all(
            os.stat(path).st_mtime_ns == changed for path, changed in container.loaded("folders")
        )
    except (OSError, ValueError):
        return False


def is_fresh(entry: Entry, stamp: Stamp | None) -> bool:
    """Whether the file of *entry* still has the *stamp* that it was read with."""
    return stamp is not None and file_stamp(entry.path) == stamp


class KnownFiles:
    """What a cache knows of the files. Raises `Damaged` when it is made."""

    def __init__(self, container: Container, glossary: StoredGlossary) -> None:
        self._glossary = glossary
        self._sources = container.loaded("files")
        self._folders = [_Known(part, each) for part, own, _ in self._sources for each in own]

    def difference(self, listed: Sequence[ListedSource], most: int) -> Difference | None:
        """How *listed* differs; None where that is more than *most* files, or other folders."""
        now = [
            (part, len(listings), [tuple(each) for each in remarks])
            for part, listings, remarks in listed
        ]
        if now != [(part, len(own), remarks) for part, own, remarks in self._sources]:
            return None
        found = Difference([], [], [], [])
        folders = iter(self._folders)
        for part, listings, _ in listed:
            for listing in listings:
                known = next(folders)
                if not known.differ(listing, part, found, most):
                    return None
        return found

    def saying(self, found: Found, part: str, maker: RowMaker) -> Saying | None:
        """What a file of a *part* said, if it has not changed; None where it is to be read."""
        known, place = self._places.get((part, found.path), (None, 0))
        stamp = file_stamp(found.path) if known else None
        if known is None or stamp is None or stamp != known.stamp(place):
            return None
        said = known.said.get(place, ())
        position = known.positions[place]
        if position == _ODD:
            fields, own, destination, titled = known.odd[place]
            row = maker.row((own, *fields[1:]), stamp, part) if fields else None
            return stamp, own, row, destination, titled, said
        try:
            fields = self._glossary.fields(position)
        except Damaged:
            return None
        if fields[PATH] != found.path:
            return None
        own = fields[0].removeprefix(f"{part}/") if part else fields[0]
        return stamp, own, maker.row((own, *fields[1:]), stamp, part), "", False, said

    @cached_property
    def _places(self) -> dict[tuple[str, str], tuple[_Known, int]]:
        return {
            (known.part, path): (known, place)
            for known in self._folders
            for place, path in enumerate(known.paths)
        }


class _Known:
    """What is known of one folder of a *part*."""

    def __init__(self, part: str, remembered: Sequence[Any]) -> None:
        paths, remarks, stamps, positions, said, odd = remembered
        self.part = part
        self.paths = paths.split("\0") if paths else []
        self._remarks = remarks
        self._stamps = memoryview(stamps).cast("q")
        self.positions = memoryview(positions).cast("i")
        self.said: Mapping[int, tuple[tuple[str, int, str], ...]] = said
        self.odd: Mapping[int, tuple[Fields | None, str, str, bool]] = odd

    def differ(self, listing: Listing, part: str, found: Difference, most: int) -> bool:
        """Add to *found* how *listing* differs; whether all together is at most *most* files."""
        left_out = [tuple(each) for each in listing.remarks]
        found.unsaid.extend(each for each in self._remarks if each not in left_out)
        found.said.extend(each for each in left_out if each not in self._remarks)
        paths = [each.path for each in listing.files]
        places: Mapping[str, int] = {}
        pairs: Iterable[tuple[Found, int]] = zip(listing.files, range(len(paths)), strict=True)
        if paths != self.paths:
            places = {path: place for place, path in enumerate(self.paths)}
            here = set(paths)
            gone = [place for path, place in places.items() if path not in here]
            found.gone.extend((self.paths[place], self.positions[place]) for place in gone)
            pairs = [(each, places.get(each.path, -1)) for each in listing.files]
        for each, place in pairs:
            if place >= 0 and file_stamp(each.path) == self.stamp(place):
                continue
            if place >= 0:
                found.gone.append((each.path, self.positions[place]))
            found.new.append((each, part))
            if len(found.new) + len(found.gone) > 2 * most:
                return False
        return len(found.new) + len(found.gone) <= 2 * most

    def stamp(self, place: int) -> Stamp:
        """The stamp of a file when it was read."""
        when, size, which = self._stamps[3 * place : 3 * place + 3]
        return when, size, which
