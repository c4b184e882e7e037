"""The cache of one glossary: where it lies, what it is of, and how it follows the files.

It is only a cache. Missing, old, cut short, foreign or not to be written, the files are read; and
whoever deletes it loses nothing but the time of one reading.
"""

from __future__ import annotations

import os

from glossary_tui.errors import EntriesNotFound
from glossary_tui.glossary import Glossary
from glossary_tui.model import Diagnostic
from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import absolute, cache_folder
from glossary_tui.reader.load import loader
from glossary_tui.workspace.cache.container import Container, Damaged, write
from glossary_tui.workspace.cache.files import are_folders_same
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.cache.place import WORTH_IT, file_name, keep_few, made_by, now_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.found import Found
    from glossary_tui.workspace.cache.building import FilesRead
    from glossary_tui.workspace.cache.known import KnownFiles
    from glossary_tui.workspace.cache.known_folder import Difference
    from glossary_tui.workspace.cache.patch import Patch
    from glossary_tui.workspace.cache.worked_out import WorkedOut
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.sources import ListedSource

    Progress = Callable[[int, int], None]
    """Is told how many files have been read, of how many."""

AT_ONCE, OF_MORE = 600, 200
"""Files of a folder that are read before the first screen, where no cache says what they hold; and
how many of them if there are more."""


class Opened(NamedTuple):
    """A glossary, and what there is to say about its files."""

    glossary: Glossary
    diagnostics: tuple[Diagnostic, ...]
    is_checked: bool
    """Whether every file has been looked at, and not only the folders."""
    is_new: bool = True
    """Whether something else was read than the cache held."""
    is_partial: bool = False
    """Whether there are more files, not read yet."""


class Store:
    """The cache of the glossaries of *choice*, read with these *drafts* and *headings*."""

    def __init__(
        self,
        choice: Choice,
        headings: Mapping[str, Iterable[str]] | None = None,
        *,
        drafts: bool = False,
        folder: str = "",
    ) -> None:
        self.choice = choice
        """The glossaries."""
        self.headings = headings
        """Headings of the person's own, by role."""
        self.drafts = drafts
        """Whether drafts are let in."""
        self.folder = folder
        """Where caches are kept instead of the usual place; '' for that."""
        sources = [(source.name, source.folders) for source in choice.sources]
        places = [absolute(folder) for folder in choice.folders]
        words = sorted((role, *named) for role, named in (headings or {}).items())
        self._key = repr((made_by(), choice.parts, sources, places, drafts, words))
        self._base = os.path.join(folder or cache_folder(), file_name(self._key))
        self.path = f"{self._base}.index"
        """Where the cache is, or would be."""

    @property
    def is_writable(self) -> bool:
        """Whether something can be kept there."""
        return now_at(self.path) is not None

    def open(
        self,
        tell: Progress | None = None,
        meanwhile: Callable[[Patch], object] | None = None,
        kept: Callable[[], object] | None = None,
    ) -> Opened:
        """The glossary as it is now: only files that have changed are read.

        *tell* is called with the number of files read and that of all; *meanwhile* with what the
        changes come to, where they are few, before everything is put together anew; *kept* as soon
        as the cache holds all entries. Raises `EntriesNotFound`.
        """
        return self._refreshed(self._stored(), tell, meanwhile, kept)

    def open_at_once(self) -> Opened:
        """Something to look at: the glossary as the cache has it, or else its first files.

        A small glossary is opened as it is. Raises `EntriesNotFound`.
        """
        stored = self._stored()
        try:
            if stored is not None and (
                len(stored) >= WORTH_IT or are_folders_same(stored.container)
            ):
                return _opened(stored, is_checked=False)
        except Damaged:
            stored = None
        if stored is None:
            from glossary_tui.workspace.sources import list_sources

            listed = list_sources(self.choice, AT_ONCE)
            if any(listing.is_cut for source in listed for listing in source.listings):
                read = self._read_files(list(map(_first_of, listed)), None)
                glossary = self._in_memory(read)
                diagnostics = read.joined.diagnostics
                return Opened(glossary, diagnostics, is_checked=False, is_partial=True)
        return self._refreshed(stored)

    @property
    def worked_out(self) -> WorkedOut:
        """What has been worked out of the glossary, beside the cache of its entries."""
        from glossary_tui.workspace.cache.worked_out import WorkedOut

        return WorkedOut(self._base, self._key)

    def open_quickly(self) -> Opened:
        """The glossary as it was when its folders last changed: no file is looked at if it can be.

        Raises `EntriesNotFound`.
        """
        stored = self._stored()
        if stored is not None:
            try:
                if are_folders_same(stored.container):
                    return _opened(stored, is_checked=False)
            except Damaged:
                stored = None
        return self._refreshed(stored)

    def _stored(self) -> StoredGlossary | None:
        container = Container.open(self.path, self._key)
        try:
            return self._glossary(container) if container else None
        except Damaged:
            return None

    def _in_memory(self, read: FilesRead) -> StoredGlossary:
        """The glossary of the files that were *read*, kept nowhere."""
        from glossary_tui.workspace.cache.building import glossary_parts

        return self._glossary(Container.of(glossary_parts(read)))

    def _glossary(self, container: Container) -> StoredGlossary:
        return StoredGlossary(container, loader(self.headings), self._reread, self.choice.parts)

    def _reread(self) -> Glossary:
        """The glossary from its files alone; empty where they have gone."""
        from glossary_tui.workspace.sources import list_sources

        try:
            read = self._read_files(list_sources(self.choice), None)
        except EntriesNotFound:
            return Glossary((), self.choice.parts)
        return self._in_memory(read)

    def _refreshed(
        self,
        stored: StoredGlossary | None,
        tell: Progress | None = None,
        meanwhile: Callable[[Patch], object] | None = None,
        kept: Callable[[], object] | None = None,
    ) -> Opened:
        from glossary_tui.workspace.cache.known import MOST, KnownFiles
        from glossary_tui.workspace.sources import list_sources

        listed = list_sources(self.choice)
        known = None
        if stored is not None:
            try:
                known = KnownFiles(stored.container, stored)
                changes = known.difference(listed, MOST)
                if changes is not None and not any(changes):
                    if kept is not None:
                        kept()
                    return _opened(stored, is_checked=True)
                if changes is not None and meanwhile is not None:
                    patch = self.patch(known, changes)
                    if patch is not None:
                        meanwhile(patch)
            except Damaged:
                stored = known = None
        from glossary_tui.workspace.cache.building import all_parts

        read = self._read_files(listed, known, tell)
        diagnostics = read.joined.diagnostics
        parts = all_parts(read)
        renewed = None
        if write(self.path, self._key, parts):
            if kept is not None:
                kept()  # before what was needed for it is let go, which is much
            keep_few(self._base)
            renewed = self._stored()
        glossary = renewed or self._glossary(Container.of(parts))
        is_new = stored is None or not stored.is_same(glossary)
        return Opened(glossary, diagnostics, True, is_new)

    def patch(self, known: KnownFiles, changes: Difference) -> Patch | None:
        """What *changes* of *known* files make of their glossary.

        None where only a look at all files can tell. Raises `Damaged`.
        """
        from glossary_tui.workspace.cache.patch import patch_of

        remarks = known.glossary.container.loaded("remarks")
        return patch_of(known, changes, self.reader(), now_at(self.path) or 0, remarks)

    def reader(self) -> Callable[[Found], Reading]:
        """What reads a file."""
        from glossary_tui.reader.file import FileReader

        return FileReader(self.headings, drafts=self.drafts).read

    def _read_files(
        self, listed: list[ListedSource], known: KnownFiles | None, tell: Progress | None = None
    ) -> FilesRead:
        """What the files say; those that are *known* and have not changed are not read."""
        from glossary_tui.workspace.cache.reading import read_files

        started = now_at(self.path) or 0
        return read_files(listed, known, self.reader(), loader(self.headings), started, tell=tell)


def _first_of(source: ListedSource) -> ListedSource:
    """The first files of each of its folders."""
    listings = [each._replace(files=each.files[:OF_MORE]) for each in source.listings]
    return source._replace(listings=tuple(listings))


def _opened(stored: StoredGlossary, *, is_checked: bool) -> Opened:
    """What a cache holds. Raises `Damaged`."""
    remarks = tuple(Diagnostic(*each) for each in stored.container.loaded("remarks"))
    return Opened(stored, remarks, is_checked, is_new=False)
