"""The cache of one glossary: where it lies, what it is of, and how it follows the files.

It is only a cache. Missing, old, cut short, foreign or not to be written, the files are read; and
whoever deletes it loses nothing but the time of one reading.
"""

from __future__ import annotations

import os
import sys
from functools import cached_property
from marshal import dumps

import glossary_tui
from glossary_tui import __version__
from glossary_tui.errors import EntriesNotFound
from glossary_tui.glossary import Glossary
from glossary_tui.model import Diagnostic
from glossary_tui.model.record import NamedTuple
from glossary_tui.paths import cache_folder
from glossary_tui.reader.load import loader
from glossary_tui.workspace.cache.container import Container, Damaged, write
from glossary_tui.workspace.cache.files import KnownFiles, are_folders_same
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.sources import join_sources, list_sources

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.walk import Found
    from glossary_tui.workspace.cache.files import FilesRead
    from glossary_tui.workspace.choosing import Choice
    from glossary_tui.workspace.sources import ListedSource

KEPT = 24
"""How many caches are kept: of more, those go that have not been written or opened for longest."""
_ENDING = ".index"


class Opened(NamedTuple):
    """A glossary, and what there is to say about its files."""

    glossary: Glossary
    diagnostics: tuple[Diagnostic, ...]
    is_checked: bool
    """Whether every file has been looked at, and not only the folders."""
    is_new: bool = True
    """Whether something else was read than the cache held."""


class Store:
    """The cache of the glossaries of *choice*, read with these *drafts* and *headings*."""

    def __init__(
        self,
        choice: Choice,
        headings: Mapping[str, Iterable[str]] | None = None,
        *,
        drafts: bool = False,
    ) -> None:
        self._choice = choice
        self._headings = headings
        self._drafts = drafts
        sources = [(source.name, source.folders) for source in choice.sources]
        places = [os.path.abspath(folder) for folder in choice.folders]
        words = sorted((role, *named) for role, named in (headings or {}).items())
        made_by = (__version__, _reader_changed(), sys.implementation.cache_tag, sys.byteorder)
        self._key = repr((made_by, choice.parts, sources, places, drafts, words))
        self.path = os.path.join(cache_folder(), f"{_file_name(self._key)}{_ENDING}")
        """Where the cache is, or would be."""

    def open(self) -> Opened:
        """The glossary as it is now: only files that have changed are read.

        Raises `EntriesNotFound`.
        """
        return self._refreshed(self._stored())

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
        if container is None:
            return None
        try:
            load = loader(self._headings)
            return StoredGlossary(container, load, self._reread, self._choice.parts)
        except Damaged:
            return None

    @cached_property
    def _read(self) -> Callable[[Found], Reading]:
        from glossary_tui.reader.file import FileReader

        return FileReader(self._headings, drafts=self._drafts).read

    def _reread(self) -> Glossary:
        """The glossary from its files alone; empty where they have gone."""
        try:
            return self._from_files(list_sources(self._choice), None)[1]
        except EntriesNotFound:
            return Glossary((), self._choice.parts)

    def _refreshed(self, stored: StoredGlossary | None) -> Opened:
        listed = list_sources(self._choice)
        known = None
        if stored is not None:
            try:
                known = KnownFiles(stored.container, stored)
                if known.are(listed):
                    return _opened(stored, is_checked=True)
            except Damaged:
                stored = known = None
        started = _now(self.path)
        files, glossary = self._from_files(listed, known)
        is_new = stored is None or not _are_same(stored, glossary)
        diagnostics = files.joined.diagnostics
        if started is not None and self._write(files, glossary, started):
            kept = self._stored()
            if kept is not None:
                return Opened(kept, diagnostics, True, is_new)
        return Opened(glossary, diagnostics, True, is_new)

    def _from_files(
        self, listed: list[ListedSource], known: KnownFiles | None
    ) -> tuple[FilesRead, Glossary]:
        """What the files say; those that are *known* and have not changed are not read."""
        from glossary_tui.workspace.cache.files import FilesRead

        readings = [
            list(
                known.readings(listing, source.part, self._read)
                if known
                else map(self._read, listing.files)
            )
            for source in listed
            for listing in source.listings
        ]
        joined = join_sources(listed, readings)
        glossary = Glossary(joined.entries, self._choice.parts)
        return FilesRead(listed, readings, joined), glossary

    def _write(self, files: FilesRead, glossary: Glossary, started: int) -> bool:
        from glossary_tui.workspace.cache.files import file_parts
        from glossary_tui.workspace.cache.index import glossary_parts

        parts, stamps = file_parts(files, glossary, started)
        parts["remarks"] = dumps([tuple(each) for each in files.joined.diagnostics])
        parts |= glossary_parts(glossary, stamps)
        if not write(self.path, self._key, parts):
            return False
        _keep_few(os.path.dirname(self.path))
        return True


def _opened(stored: StoredGlossary, *, is_checked: bool) -> Opened:
    """What a cache holds. Raises `Damaged`."""
    remarks = tuple(Diagnostic(*each) for each in stored.container.loaded("remarks"))
    return Opened(stored, remarks, is_checked, is_new=False)


def _file_name(key: str) -> str:
    """A name of its own for every key, or as good as."""
    return f"{int.from_bytes(key.encode('utf-8', 'surrogatepass'), 'little') % _PRIME:016x}"


_PRIME = 18_446_744_073_709_551_557
"""The largest prime of 64 bits."""


def _are_same(one: Glossary, other: Glossary) -> bool:
    """Whether two glossaries hold the same entries."""
    from glossary_tui.glossary.records import packed

    return len(one) == len(other) and all(
        packed(mine) == packed(yours)
        for mine, yours in zip(one.entries, other.entries, strict=True)
    )


def _reader_changed() -> int:
    """When the program's own reader was last installed or edited: another may read otherwise."""
    try:
        return os.stat(os.path.join(os.path.dirname(glossary_tui.__file__), "reader")).st_mtime_ns
    except OSError:
        return 0


def _now(path: str) -> int | None:
    """The time by the clock of the file system of *path*, in nanoseconds; None if it is read-only."""
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            return os.fstat(descriptor).st_mtime_ns
        finally:
            os.close(descriptor)
            os.unlink(draft)
    except (OSError, ValueError):
        return None


def _keep_few(folder: str) -> None:
    """Remove the oldest caches of *folder*, and what an interrupted writing has left."""
    try:
        with os.scandir(folder) as listing:
            found = [(item.stat().st_mtime_ns, item.path) for item in listing if item.is_file()]
    except OSError:
        return
    for _, path in sorted(found)[:-KEPT]:
        try:
            os.unlink(path)
        except OSError:
            continue
