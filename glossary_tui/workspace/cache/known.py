"""What a cache knows of the files of a glossary, and how they differ from that."""

from __future__ import annotations

import os
from functools import cached_property, partial

from glossary_tui.model.fields import ID, PATH
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.stamp import file_stamp
from glossary_tui.reader.walk import found_again, found_at
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.rows import ODD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from typing import Any

    from glossary_tui.model.fields import Fields
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.reader.walk import Found, Listing
    from glossary_tui.workspace.cache.container import Container
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.rows import RowMaker, Saying
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.sources import ListedSource


MOST = 200
"""Changed files up to which what they come to is told at once."""


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
    alone: dict[str, Fields]
    """What the files among `gone` said by themselves that make an entry together with others, or none."""


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
        found = Difference([], [], [], [], {})
        folders = iter(self._folders)
        for part, listings, _ in listed:
            for listing in listings:
                known = next(folders)
                if not known.differ(listing, part, found, most):
                    return None
        return found

    def changes(self, choice: Choice, paths: AbstractSet[str]) -> Difference | None:
        """How the files at *paths* differ, whatever the others do.

        None where only a look at all files can tell: see `found_at`.
        """
        roots = [
            (part, folder)
            for part, source in zip(choice.parts or ("",), choice.sources, strict=True)
            for folder in source.folders
        ]
        if [part for part, _ in roots] != [known.part for known in self._folders]:
            return None
        found = Difference([], [], [], [], {})
        for known, (_, root) in zip(self._folders, roots, strict=True):
            below = os.path.join(root, "")
            inside = {path for path in paths if path == root or path.startswith(below)}
            if not known.change(inside, found, partial(self._found, root)):
                return None
        return found

    def _found(self, root: str, path: str, position: int) -> Found | None:
        """What a walk of *root* makes of the file at *path*; None where only a walk can tell."""
        if position < 0:
            return found_at(root, path)
        entry_id = self._glossary.fields(position)[ID]
        return found_again(entry_id.partition("/")[2] if self._glossary.parts else entry_id, path)

    def __len__(self) -> int:
        return sum(map(len, self._folders))

    def stamps(self) -> Iterator[tuple[str, Stamp]]:
        """Where each file is, and what it looked like when it was read."""
        for known in self._folders:
            yield from known.stamps()

    def saying(self, found: Found, part: str, maker: RowMaker) -> Saying | None:
        """What a file of a *part* said, if it has not changed; None where it is to be read."""
        known, place = self._places.get((part, found.path), (None, 0))
        stamp = file_stamp(found.path) if known else None
        if known is None or stamp is None or stamp != known.stamp(place):
            return None
        said = known.said.get(place, ())
        position = known.positions[place]
        if position == ODD:
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

    def change(
        self,
        changed: AbstractSet[str],
        found: Difference,
        locate: Callable[[str, int], Found | None],
    ) -> bool:
        """Add to *found* how the files *changed* differ; whether that can be told.

        *locate* tells what is to be read of a path, and the position of what it was so far.
        """
        places = {path: at for at, path in enumerate(self.paths) if path in changed}
        left_out = {each[2] for each in self._remarks}
        for path in sorted(changed):
            place, stamp = places.get(path, -1), file_stamp(path)
            if place >= 0:
                if stamp == self.stamp(place):
                    continue
                self._let_go(place, path, found)
            elif path in left_out:
                return False  # for a reason that may be another one now
            position = self.positions[place] if place >= 0 else ODD
            here = locate(path, position) if stamp is not None else None
            if here is not None:
                found.new.append((here, self.part))
            elif os.path.lexists(path):
                return False
        return True

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
            for place in gone:
                self._let_go(place, self.paths[place], found)
            pairs = [(each, places.get(each.path, -1)) for each in listing.files]
        for each, place in pairs:
            if place >= 0 and file_stamp(each.path) == self.stamp(place):
                continue
            if place >= 0:
                self._let_go(place, each.path, found)
            found.new.append((each, part))
            if len(found.new) + len(found.gone) > 2 * most:
                return False
        return len(found.new) + len(found.gone) <= 2 * most

    def _let_go(self, place: int, path: str, found: Difference) -> None:
        """Add to *found* that the file at *path* is no longer what it was."""
        found.gone.append((path, self.positions[place]))
        fields, _, destination, _ = self.odd.get(place, (None, "", "", False))
        if fields is not None and not destination:
            found.alone[path] = fields

    def stamp(self, place: int) -> Stamp:
        """The stamp of a file when it was read."""
        when, size, which = self._stamps[3 * place : 3 * place + 3]
        return when, size, which
