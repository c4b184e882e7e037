"""Which files below a folder are to be read, and why the others are not."""

from __future__ import annotations

import os
import stat
from itertools import islice
from operator import attrgetter

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.conventions import ENDINGS, NO_ENTRIES
from glossary_tui.reader.remarks import remark
from glossary_tui.text.clean import clean_line
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.model import Diagnostic

_LANGUAGE = pattern(r"[._-][a-z]{2,3}(?:[-_][a-z]{2,4})?$")
"""What may follow the stem of a README or an index page: the language that it is in."""


class Found(NamedTuple):
    """A file to read."""

    id: str
    """The id of its entry: the path below the root, clean, without ending and final `/index`."""
    path: str
    """Where it is, to be opened."""
    stem: str
    """What its entry is called if it has no title."""


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
_LOOKED_AT = frozenset("._rRiI ")
"""Letters that a hidden file, a README, an index page or a name with blanks begins with."""
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


def found_at(root: str, path: str) -> Found | None:
    """What a walk of *root* makes of the file at *path* below it, if that is plain from its name.

    None where only a walk can tell: a link, an index page, a name with odd letters.
    """
    inside = path[len(os.path.join(root, "")) :]
    *folders, name = inside.split(os.sep)
    if not _is_plain(name) or any(each.startswith(".") for each in folders):
        return None
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
    except (OSError, ValueError):
        return None
    prefix = "".join(f"{clean_line(each) or '_'}/" for each in folders)
    return Found(prefix + name[:-3], path, name[:-3])


def found_again(entry_id: str, path: str) -> Found | None:
    """What a walk makes of the file at *path* that is the entry *entry_id*.

    None for an index page, which may be called after the folder that the walk begins at.
    """
    stem = clean_line(os.path.basename(path).rpartition(".")[0])
    return Found(entry_id, path, stem) if stem.lower() != "index" else None


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
            folders = []
            for item in items:
                if self._limit and len(self.found) >= self._limit:
                    self.is_cut = True
                    break
                if not item.is_file(follow_symlinks=False):
                    folders += self._odd(prefix, item)
                elif _is_plain(name := item.name):
                    stem = name[:-3]
                    self.found.append(_new(Found, (prefix + stem, item.path, stem)))
                elif name.lower().endswith(ENDINGS):
                    self._file(prefix, item)
            for item in reversed(folders):
                inside = self._listing(item)
                if inside:
                    below.append((f"{prefix}{clean_line(item.name) or '_'}/", inside))

    def _listing(self, item: os.DirEntry[str]) -> list[os.DirEntry[str]]:
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

    def _odd(self, prefix: str, item: os.DirEntry[str]) -> list[os.DirEntry[str]]:
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

    def _file(self, prefix: str, item: os.DirEntry[str]) -> None:
        stem = clean_line(item.name.rpartition(".")[0])
        if not stem or stem[0] == ".":
            self._say("G004", item, "This is a hidden file: it is not read.")
        elif stem[0] in "_rR" and is_no_entry(stem.lower()):
            self._say("G005", item, "This is an index page, a template or a README: no entry.")
        elif stem.lower() == "index":
            folder = prefix[:-1]
            name = folder.rpartition("/")[2] or clean_line(os.path.basename(self._root))
            self.found.append(Found(folder or stem, item.path, name))
        else:
            self.found.append(_new(Found, (prefix + stem, item.path, stem)))

    def _link(self, prefix: str, item: os.DirEntry[str]) -> None:
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

    def _say(self, code: str, item: os.DirEntry[str], message: str) -> None:
        self.remarks.append(remark(code, item.path, message))


_name = attrgetter("name")


def _is_plain(name: str) -> bool:
    """Whether *name* is that of an entry, without any of what `_Walker._file` looks for."""
    return (
        name[-3:] == ".md"
        and name[0] not in _LOOKED_AT
        and name[-4] != " "
        and name.isprintable()
        and "  " not in name
    )


def is_no_entry(stem: str) -> bool:
    """Whether a file of this *stem*, in lower case, is an index page, a template or a README."""
    return stem in NO_ENTRIES or _LANGUAGE.sub("", stem) in NO_ENTRIES
