"""Changed files, joined anew with those that have a part in what becomes of them.

Files decide together who gets an id that several claim, and where a redirect leads. Whoever has a
part in that is found by ids and names, and joining these few gives what joining all files would.
"""

from __future__ import annotations

from itertools import chain

from glossary_tui.glossary.names import own_id
from glossary_tui.model.fields import PATH
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.found import walk_order
from glossary_tui.reader.redirects import names_for_destinations, names_tried
from glossary_tui.reader.walk import Listing
from glossary_tui.text.fold import fold
from glossary_tui.workspace.cache.rows import RECORD, ROW_ID, joined_rows, stored_fields
from glossary_tui.workspace.sources import ListedSource, join_sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary_tui.workspace.cache.known import KnownFiles
    from glossary_tui.workspace.cache.known_folder import Difference
    from glossary_tui.workspace.cache.rows import FileRow, Row, RowMaker


class Rejoined(NamedTuple):
    """What becomes of the entries of a few files."""

    removed: frozenset[int]
    """The positions that they had in the stored glossary."""
    rows: dict[str, Row]
    """What they are now, by id."""
    paths: frozenset[str]
    """The files, and those that have gone."""
    remarks: list[tuple[object, ...]]
    """What there is to say about the files that are there."""


def rejoined(
    known: KnownFiles,
    changes: Difference,
    read: Sequence[tuple[int, FileRow]],
    maker: RowMaker,
) -> Rejoined | None:
    """What becomes of entries of *known* files by *changes*.

    *read* is what the new files say, each with the number of its folder. None where a redirect
    leads nowhere now: an entry that is not found by its destination may be called so all the same.
    Raises `Damaged`.
    """
    circle = _Circle(known, changes, read, maker)
    if circle.is_tied():
        circle.add_odd()
    circle.add_claimants([file.row[ROW_ID] for _, file in read if file.row])
    found = circle.joined()
    while circle.add_claimants(found.rows):
        found = circle.joined()
    return None if circle.has_lost_redirect(found) else found


class _Circle:
    """The files that decide together: the changed ones, and whoever has a part in it."""

    def __init__(
        self,
        known: KnownFiles,
        changes: Difference,
        read: Sequence[tuple[int, FileRow]],
        maker: RowMaker,
    ) -> None:
        self._known = known
        self._base = known.glossary
        self._maker = maker
        self._read = [file for _, file in read]
        self._gone = {(folder, path) for folder, path, _ in changes.gone}
        self._removed = {position for _, _, position in changes.gone if position >= 0}
        self._files = {(folder, walk_order(file.found.path)): file for folder, file in read}
        """What each file says, by its folder and its place in a walk of that."""
        self._odd: set[tuple[str, str]] = set()
        """The id and the path of what each of those files says that make no entry by themselves,
        once they are in."""

    def is_tied(self) -> bool:
        """Whether others have a part in what the new files say, or those said that have gone."""
        tied, base = self._base.tied, self._base
        if any(path in tied.paths for _, path in self._gone):
            return True
        if any(file.destination for file in self._read):
            return True
        if not tied.ids:
            return False
        ids = {base.entries[position].id for position in self._removed}
        ids.update(file.row[ROW_ID] for file in self._read if file.row)
        if not tied.ids.isdisjoint(ids):
            return True
        now = [file.entry(base.load) for file in self._read if file.row]
        names = [*self._names_before(), *chain.from_iterable(map(names_for_destinations, now))]
        return any(not tied.names.isdisjoint(each) for each in names)

    def _names_before(self) -> Iterator[set[str]]:
        """The names by which a redirect may have led to the entries that are removed."""
        for position in self._removed:
            entry = self._base.entries[position]
            own = own_id(entry, prefixed=bool(self._base.parts))
            yield from names_for_destinations(entry._replace(id=own))

    def add_odd(self) -> None:
        """Take in all files that make no entry by themselves, and whoever they may meet."""
        base = self._base
        before = set().union(*self._names_before())
        for folder, file in self._known.odd_files(self._maker):
            if (folder, file.found.path) in self._gone:
                before = before.union(*names_for_destinations(file.entry(base.load)))
            else:
                self._add(folder, file)
            if file.row:
                self._odd.add((file.row[ROW_ID], file.found.path))
        self._take(map(base.position_of, base.tied.ids))
        for file in list(self._files.values()):
            names = [*names_tried(file.destination)] if file.destination else ()
            # Where any other redirect leads makes no entry by itself, and so is in already.
            if file in self._read or not before.isdisjoint(names):
                for name in names:
                    self._take(base.names.of_name(fold(name)))

    def add_claimants(self, ids: Iterable[str]) -> bool:
        """Take in the files whose entries have these *ids*; whether there was one to take."""
        is_more = self._take(map(self._base.position_of, ids))
        if is_more:
            self.add_odd()
        return is_more

    def _take(self, positions: Iterable[int | None]) -> bool:
        """Take in the files of the entries at these *positions*; whether there was one to take."""
        more = {position for position in positions if position is not None} - self._removed
        self._removed |= more
        for position in more:
            entry = self._base.entries[position]
            is_odd = (entry.id, entry.path) in self._odd
            held = None if is_odd else self._known.file_of(position, self._maker)
            if held is not None:
                self._add(*held)
        return bool(more)

    def _add(self, folder: int, file: FileRow) -> None:
        self._files[folder, walk_order(file.found.path)] = file

    def joined(self) -> Rejoined:
        """What the files make together, as far as they are known."""
        order = sorted(self._files)
        files = [self._files[place] for place in order]
        listed: dict[str, list[Listing]] = {}
        for folder, part in enumerate(self._known.parts):
            here = [file.found for (at, _), file in zip(order, files, strict=True) if at == folder]
            listed.setdefault(part, []).append(Listing(here, [], []))
        sources = [ListedSource(part, tuple(folders)) for part, folders in listed.items()]
        joined = join_sources(sources, files, self._base.load)
        paths = {file.found.path for file in files}
        return Rejoined(
            frozenset(self._removed),
            joined_rows(joined.entries, files, self._maker),
            frozenset(paths.union(path for _, path in self._gone)),
            [tuple(each) for each in joined.diagnostics],
        )

    def has_lost_redirect(self, found: Rejoined) -> bool:
        """Whether a redirect is an entry by itself now that was none, or was not known."""
        for file in self._files.values():
            row = found.rows.get(file.row[ROW_ID]) if file.row and file.destination else None
            if row is not None and _path(row[RECORD]) == file.found.path:
                position = self._base.position_of(row[ROW_ID])
                was = position is not None and _path(self._base.record(position)) == file.found.path
                if not was or file in self._read:
                    return True
        return False


def _path(record: bytes) -> str:
    path: str = stored_fields(record)[PATH]
    return path
