"""What a cache knows of the files of one folder, and how they differ from that."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import compress

from glossary_tui.model.fields import ID
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.stamp import file_stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Any

    from glossary_tui.model.fields import Fields
    from glossary_tui.reader.found import Found
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.reader.walk import Listing
    from glossary_tui.workspace.cache.rows import RowMaker, Saying


class Difference(NamedTuple):
    """How the files differ from what a cache knows of them."""

    gone: list[tuple[int, str, int]]
    """The folder and the path of each file that has gone or changed, and the position of the entry
    that it makes by itself; -1 for none."""
    new: list[tuple[int, Found]]
    """The folder of each file that has come or changed, and where it is."""
    unsaid: list[tuple[Any, ...]]
    """Remarks on what is left out that are no longer true."""
    said: list[tuple[Any, ...]]
    """Those that have become true."""


class KnownFolder:
    """What is known of one folder of a *part*, the *number*-th of all."""

    def __init__(self, number: int, part: str, remembered: Sequence[Any]) -> None:
        paths, remarks, stamps, positions, said, odd = remembered
        self.number = number
        self.part = part
        self._joined = paths
        self._remarks = remarks
        self._stamps = memoryview(stamps).cast("q")
        self.positions = memoryview(positions).cast("i")
        self.said: Mapping[int, tuple[tuple[str, int, str], ...]] = said
        self.odd: Mapping[int, tuple[Fields | None, str, str, bool]] = odd

    @cached_property
    def paths(self) -> list[str]:
        """Where the files are."""
        return self._joined.split("\0") if self._joined else []

    def __len__(self) -> int:
        return len(self.positions)

    def stamps(self) -> Iterator[tuple[str, Stamp]]:
        """Where each file is, and what it looked like: made one by one, for there may be many."""
        joined, start = self._joined, 0
        for place in range(len(self)):
            end = joined.find("\0", start)
            yield joined[start : end if end >= 0 else len(joined)], self.stamp(place)
            start = end + 1

    def place_of(self, position: int) -> int:
        """The place of the file that makes the entry at *position* by itself; -1 if none does."""
        try:
            return array("i", self.positions).index(position)
        except ValueError:
            return -1

    def saying(self, place: int, fields: Fields, maker: RowMaker) -> Saying:
        """What the file at *place* said, whose entry has these *fields*."""
        own = fields[ID].removeprefix(f"{self.part}/") if self.part else fields[ID]
        stamp = self.stamp(place)
        row = maker.row((own, *fields[1:]), stamp, self.part)
        return stamp, own, row, "", False, self.said.get(place, ())

    def odd_saying(self, place: int, maker: RowMaker) -> Saying:
        """What the file at *place* said that makes no entry by itself."""
        fields, own, destination, titled = self.odd[place]
        stamp = self.stamp(place)
        row = maker.row((own, *fields[1:]), stamp, self.part) if fields else None
        return stamp, own, row, destination, titled, self.said.get(place, ())

    def change(
        self, changed: AbstractSet[str], found: Difference, look: Callable[[str], Listing]
    ) -> None:
        """Add to *found* how the files *changed* differ; *look* tells what a walk makes of each."""
        paths = self.paths
        # In C: there may be a hundred thousand, while somebody waits.
        known = compress(range(len(paths)), map(changed.__contains__, paths))
        places = {paths[place]: place for place in known}
        remarks = [each for each in self._remarks if each[2] in changed]
        left_out: list[tuple[Any, ...]] = []
        for path in sorted(changed):
            place = places.get(path, -1)
            if place >= 0:
                if file_stamp(path) == self.stamp(place):
                    continue
                self._let_go(place, path, found)
            here = look(path)
            found.new.extend((self.number, each) for each in here.files)
            left_out += map(tuple, here.remarks)
        found.unsaid.extend(each for each in remarks if each not in left_out)
        found.said.extend(each for each in left_out if each not in remarks)

    def differ(self, listing: Listing, found: Difference, most: int) -> bool:
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
            for place in gone:
                self._let_go(place, self.paths[place], found)
            pairs = [(each, places.get(each.path, -1)) for each in listing.files]
        for each, place in pairs:
            if place >= 0 and file_stamp(each.path) == self.stamp(place):
                continue
            if place >= 0:
                self._let_go(place, each.path, found)
            found.new.append((self.number, each))
            if len(found.new) + len(found.gone) > 2 * most:
                return False
        return len(found.new) + len(found.gone) <= 2 * most

    def _let_go(self, place: int, path: str, found: Difference) -> None:
        """Add to *found* that the file at *path* is no longer what it was."""
        found.gone.append((self.number, path, self.positions[place]))

    def stamp(self, place: int) -> Stamp:
        """The stamp of a file when it was read."""
        when, size, which = self._stamps[3 * place : 3 * place + 3]
        return when, size, which
