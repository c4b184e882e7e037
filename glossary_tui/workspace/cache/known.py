"""What a cache knows of the files of a glossary, and how they differ from that."""

from __future__ import annotations

import os
from functools import cached_property, partial

from glossary_tui.model.fields import PATH
from glossary_tui.reader.found import Found
from glossary_tui.reader.stamp import file_stamp
from glossary_tui.reader.walk import found_at
from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.known_folder import Difference, KnownFolder
from glossary_tui.workspace.cache.rows import ODD, FileRow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from glossary_tui.model.fields import Fields
    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.workspace.cache.container import Container
    from glossary_tui.workspace.cache.index import StoredGlossary
    from glossary_tui.workspace.cache.rows import RowMaker, Saying
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.sources import ListedSource


MOST = 200
"""Changed files up to which what they come to is told at once."""


class KnownFiles:
    """What a cache knows of the files. Raises `Damaged` when it is made."""

    def __init__(self, container: Container, glossary: StoredGlossary) -> None:
        self.glossary = glossary
        """What they make."""
        self._sources = container.loaded("files")
        each = [(part, folder) for part, own, _ in self._sources for folder in own]
        self._folders = [KnownFolder(number, *folder) for number, folder in enumerate(each)]

    @property
    def parts(self) -> list[str]:
        """The glossary that each folder is of."""
        return [known.part for known in self._folders]

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
        for _, listings, _ in listed:
            for listing in listings:
                if not next(folders).differ(listing, found, most):
                    return None
        return found

    def changes(self, choice: Choice, paths: AbstractSet[str]) -> Difference | None:
        """How the files at *paths* differ, whatever the others do.

        None where there are other folders.
        """
        roots = [
            (part, folder)
            for part, source in zip(choice.parts or ("",), choice.sources, strict=True)
            for folder in source.folders
        ]
        if [part for part, _ in roots] != self.parts:
            return None
        found = Difference([], [], [], [])
        for known, (_, root) in zip(self._folders, roots, strict=True):
            below = os.path.join(root, "")
            inside = {path for path in paths if path == root or path.startswith(below)}
            known.change(inside, found, partial(found_at, root))
        return found

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
        if known.positions[place] == ODD:
            return known.odd_saying(place, maker)
        try:
            fields = self.glossary.fields(known.positions[place])
        except Damaged:
            return None
        return known.saying(place, fields, maker) if fields[PATH] == found.path else None

    def file_of(self, position: int, maker: RowMaker) -> tuple[int, FileRow] | None:
        """The file that makes the entry at *position* by itself, as it was, and its folder.

        None where it makes it together with others. Raises `Damaged`.
        """
        for known in self._folders:
            place = known.place_of(position)
            if place >= 0:
                fields = self.glossary.fields(position)
                return known.number, _file(fields, known.saying(place, fields, maker))
        return None

    def odd_files(self, maker: RowMaker) -> Iterator[tuple[int, FileRow]]:
        """The files that make no entry by themselves but say what one is, and the folder of each."""
        for known in self._folders:
            for place, (fields, *_) in known.odd.items():
                if fields is not None:
                    yield known.number, _file(fields, known.odd_saying(place, maker))

    @cached_property
    def _places(self) -> dict[tuple[str, str], tuple[KnownFolder, int]]:
        return {
            (known.part, path): (known, place)
            for known in self._folders
            for place, path in enumerate(known.paths)
        }


def _file(fields: Fields, saying: Saying) -> FileRow:
    path: str = fields[PATH]
    return FileRow(Found(saying[1], path, os.path.basename(path).rpartition(".")[0]), *saying)
