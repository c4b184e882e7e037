"""The files of a glossary as a cache remembers them: which are still what they were."""

from __future__ import annotations

import os
from functools import cached_property
from marshal import dumps

from glossary_tui.glossary.records import packed, unpacked
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.stamp import stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.reader.walk import Found, Listing
    from glossary_tui.workspace.cache.container import Container
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.sources import JoinedSources, ListedSource

_ODD = -1
"""Instead of a position: what the file says is kept by itself."""
_NEVER = (0, 0, 0)
"""A stamp that no file has."""
_TICK = 20_000_000
"""Nanoseconds within which a file may change twice and show the same time."""


class FilesRead(NamedTuple):
    """All files of a glossary, and what they say."""

    listed: Sequence[ListedSource]
    """The glossaries with their folders."""
    readings: Sequence[Sequence[Reading]]
    """What the files of each folder say."""
    joined: JoinedSources
    """What they make together."""


def file_parts(
    files: FilesRead, glossary: Glossary, started: int
) -> tuple[dict[str, bytes], list[Stamp]]:
    """The parts that remember *files*, which *glossary* was made of, and a stamp for each entry.

    *started* is a time, by the clock of the files, before any of them was read: what had changed
    just then may change again unnoticed, and so is remembered as never seen.
    """
    from array import array

    positions_of = {entry.id: position for position, entry in enumerate(glossary.entries)}
    by_index = [positions_of[entry.id] for entry in files.joined.entries]
    by_path = {entry.path: position for position, entry in enumerate(glossary.entries)}
    by_entry: list[Stamp] = [_NEVER] * len(glossary)
    remembered = []
    folders: list[tuple[str, int]] = []
    waiting = iter(files.readings)
    for part, listings, remarks in files.listed:
        own = []
        for listing in listings:
            folders += listing.folders
            stamps, positions = array("q"), array("i")
            said, odd = {}, {}
            for number, reading in enumerate(next(waiting)):
                entry = reading.entry
                stamp = reading.stamp if reading.stamp[0] < started - _TICK else _NEVER
                stamps.extend(stamp)
                index = files.joined.places.get(id(entry))
                position = _ODD if index is None else by_index[index]
                positions.append(position)
                if position == _ODD:
                    fields = packed(entry) if entry else None
                    odd[number] = (fields, reading.destination, reading.titled)
                    position = by_path.get(reading.found.path, _ODD) if entry else _ODD
                if position != _ODD:
                    by_entry[position] = stamp
                if reading.said:
                    said[number] = reading.said
            paths = "\0".join([found.path for found in listing.files])
            left_out = [tuple(each) for each in listing.remarks]
            own.append((paths, left_out, stamps.tobytes(), positions.tobytes(), said, odd))
        remembered.append((part, own, [tuple(each) for each in remarks]))
    return {"folders": dumps(folders), "files": dumps(remembered)}, by_entry


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
    return stamp is not None and _stamp(entry.path) == stamp


class KnownFiles:
    """What a cache knows of the files. Raises `Damaged` when it is made."""

    def __init__(self, container: Container, glossary: StoredGlossary) -> None:
        self._glossary = glossary
        self._sources = container.loaded("files")
        self._folders = [_Known(part, each) for part, own, _ in self._sources for each in own]

    def are(self, listed: Sequence[ListedSource]) -> bool:
        """Whether the files of *listed* are these, and none has changed."""
        now = [
            (part, len(listings), [tuple(each) for each in remarks])
            for part, listings, remarks in listed
        ]
        if now != [(part, len(own), remarks) for part, own, remarks in self._sources]:
            return False
        listings = [listing for source in listed for listing in source.listings]
        pairs = zip(self._folders, listings, strict=True)
        return all(known.lists(listing) for known, listing in pairs) and all(
            known.stamp(place) == _stamp(path)
            for known in self._folders
            for place, path in enumerate(known.paths)
        )

    def readings(
        self, listing: Listing, part: str, read: Callable[[Found], Reading]
    ) -> Iterator[Reading]:
        """What the files of a folder of a *part* say now; only those that changed are *read*."""
        places = self._places
        for found in listing.files:
            known, place = places.get((part, found.path), (None, 0))
            stamp = _stamp(found.path) if known else None
            if known is None or stamp is None or stamp != known.stamp(place):
                yield read(found)
            else:
                yield self._reading(known, place, found, stamp) or read(found)

    @cached_property
    def _places(self) -> dict[tuple[str, str], tuple[_Known, int]]:
        return {
            (known.part, path): (known, place)
            for known in self._folders
            for place, path in enumerate(known.paths)
        }

    def _reading(self, known: _Known, place: int, found: Found, stamp: Stamp) -> Reading | None:
        """What a file that has not changed said; None where the cache does not tell."""
        from glossary_tui.reader.file import Reading

        position = known.positions[place]
        said = known.said.get(place, ())
        if position == _ODD:
            fields, destination, titled = known.odd[place]
            made = unpacked(fields, self._glossary.load) if fields else None
            return Reading(found, stamp, made, destination, titled, said)
        entry = self._glossary.entries[position]
        if entry.path != found.path:
            return None
        if known.part:
            entry = entry._replace(id=entry.id.removeprefix(f"{known.part}/"))
        return Reading(found, stamp, entry, "", False, said)


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
        self.odd: Mapping[int, tuple[tuple[Any, ...] | None, str, bool]] = odd

    def lists(self, listing: Listing) -> bool:
        """Whether the same files are read and left out as in *listing*."""
        return [found.path for found in listing.files] == self.paths and [
            tuple(each) for each in listing.remarks
        ] == self._remarks

    def stamp(self, place: int) -> Stamp:
        """The stamp of a file when it was read."""
        when, size, which = self._stamps[3 * place : 3 * place + 3]
        return when, size, which


def _stamp(path: str) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))
    except (OSError, ValueError):
        return None
