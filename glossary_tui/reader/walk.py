"""Which files below a folder are to be read, and why the others are not."""

from __future__ import annotations

import os
import stat
from itertools import islice
from operator import attrgetter

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import ENDINGS
from glossary_tui.reader.found import Found, is_plain, left_out, page, prefix_of, stem_of
from glossary_tui.reader.remarks import remark
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from glossary_tui.model import Diagnostic

    class Item(Protocol):
        """What is in a folder."""

        @property
        def name(self) -> str:
            """What it is called."""

        @property
        def path(self) -> str:
            """Where it is."""

        def is_file(self, *, follow_symlinks: bool) -> bool:
            """Whether it is a regular file."""

        def is_dir(self, *, follow_symlinks: bool) -> bool:
            """Whether it is a folder."""

        def is_symlink(self) -> bool:
            """Whether it is a symbolic link."""


class Listing(NamedTuple):
    """The files of one folder, not read yet."""

    files: list[Found]
    """What is to be read, in the order of the names."""
    remarks: list[Diagnostic]
    """What is left out."""
    folders: list[tuple[str, int]]
    """The first `FOLDERS` folders that were listed, and when each had last changed before that."""
    is_cut: bool = False
    """Whether there are more files than were asked for."""


_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""
FOLDERS = 64
"""How many folders of a glossary are remembered with the time of their last change."""


def walk(root: str, limit: int = 0) -> Listing:
    """The files to read below *root*, and what is left out; with *limit*, about so many of them.

    Raises OSError if *root* is neither a folder that can be listed nor a Markdown file; a file
    is then the only one found. Links are followed to regular files below *root* only.
    """
    status = os.stat(root)
    if stat.S_ISREG(status.st_mode) and root.lower().endswith(ENDINGS):
        stem = clean_line(os.path.basename(root).rpartition(".")[0])
        return Listing([Found(stem, root, stem)], [], [])
    walker = _Walker(root, limit)
    walker.folders.append((root, status.st_mtime_ns))
    with os.scandir(root) as listing:
        walker.visit(listing)
    return Listing(walker.found, walker.remarks, walker.folders, walker.is_cut)


def found_at(root: str, path: str) -> Listing:
    """What a walk of *root* makes of the file at *path*: the file to read, or why it is left out.

    Neither where the walk does not come there, or there is nothing.
    """
    if path == root:
        return walk(root) if os.path.exists(root) else Listing([], [], [])
    if not os.path.lexists(path):
        return Listing([], [], [])
    walker = _Walker(root, 0)
    *folders, _ = path[len(os.path.join(root, "")) :].split(os.sep)
    if not any(each.startswith(".") for each in folders):
        walker.take("".join(map(prefix_of, folders)), _Item(path))
    return Listing(walker.found, walker.remarks, [])


class _Item:
    """What is at a path, as `os.scandir` tells it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.name = os.path.basename(path)

    def is_file(self, *, follow_symlinks: bool) -> bool:
        """Whether it is a regular file; a link is none unless it is followed."""
        return os.path.isfile(self.path) and (follow_symlinks or not self.is_symlink())

    def is_dir(self, *, follow_symlinks: bool) -> bool:
        """Whether it is a folder."""
        return os.path.isdir(self.path) and (follow_symlinks or not self.is_symlink())

    def is_symlink(self) -> bool:
        """Whether it is a symbolic link."""
        return os.path.islink(self.path)


class _Walker:
    """A walk in progress."""

    def __init__(self, root: str, limit: int) -> None:
        self.is_cut = False
        self._limit = limit
        self.found: list[Found] = []
        self.remarks: list[Diagnostic] = []
        self.folders: list[tuple[str, int]] = []
        self._root = os.path.realpath(root)

    def visit(self, listing: Iterator[os.DirEntry[str]]) -> None:
        """Take in the root, whose *listing* this is, and every folder below it."""
        below = [("", self._sorted(listing))]
        while below and not self.is_cut:
            prefix, items = below.pop()
            folders: list[Item] = []
            for item in items:
                if self._limit and len(self.found) >= self._limit:
                    self.is_cut = True
                    break
                if not item.is_file(follow_symlinks=False):
                    folders += self._odd(prefix, item)
                elif is_plain(name := item.name):
                    stem = name[:-3]
                    self.found.append(_new(Found, (prefix + stem, item.path, stem)))
                elif name.lower().endswith(ENDINGS):
                    self._file(prefix, item)
            for folder in reversed(folders):
                inside = self._listing(folder)
                if inside:
                    below.append((prefix + prefix_of(folder.name), inside))

    def take(self, prefix: str, item: Item) -> None:
        """Take in one item that is no folder."""
        if not item.is_file(follow_symlinks=False):
            self._odd(prefix, item)
        elif item.name.lower().endswith(ENDINGS):
            self._file(prefix, item)

    def _listing(self, item: Item) -> list[os.DirEntry[str]]:
        """What is in the folder *item*, or nothing if it is hidden or cannot be listed."""
        if item.name.startswith("."):
            if item.name != ".git":
                self._say("G004", item, "This is a hidden folder: it is not read.")
            return []
        try:
            if len(self.folders) < FOLDERS:
                self.folders.append((item.path, os.stat(item.path).st_mtime_ns))
            with os.scandir(item.path) as listing:
                return self._sorted(listing)
        except OSError as error:
            self._say("G002", item, f"The folder cannot be listed: {error.strerror}.")
            return []

    def _odd(self, prefix: str, item: Item) -> list[Item]:
        """Take in what is no plain file; the folder that it is, if it is one."""
        if item.is_dir(follow_symlinks=False):
            return [item]
        if item.is_symlink():
            self._link(prefix, item)
        elif item.name.lower().endswith(ENDINGS):
            self._say("G001", item, "This is not a regular file.")
        return []

    def _sorted(self, listing: Iterator[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
        """What a folder holds in the order of the names: no more of it than is asked for."""
        return sorted(islice(listing, self._limit + 1) if self._limit else listing, key=_name)

    def _file(self, prefix: str, item: Item) -> None:
        stem = stem_of(item.name)
        reason = left_out(stem)
        if reason:
            self._say(reason[0], item, reason[1])
        else:
            self.found.append(page(prefix, stem, item.path, self._root))

    def _link(self, prefix: str, item: Item) -> None:
        """A symbolic link: followed to a regular file below the root only."""
        target = os.path.realpath(item.path)
        named = item.name.lower().endswith(ENDINGS)
        if os.path.isdir(target):
            self._say("G003", item, "The link leads to a folder: it is not followed.")
        elif named and not target.startswith(os.path.join(self._root, "")):
            self._say("G003", item, "The link leads out of the glossary: it is not followed.")
        elif named and os.path.isfile(target):
            self._file(prefix, item)
        elif named:
            self._say("G003", item, "The link loops or leads to no file: it is not followed.")

    def _say(self, code: str, item: Item, message: str) -> None:
        self.remarks.append(remark(code, item.path, message))


_name = attrgetter("name")
