"""Folders of Markdown files -> entries."""

from __future__ import annotations

import os

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model import Diagnostic, Entry
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.file import FileReader
from glossary_tui.reader.redirects import Stub, merge
from glossary_tui.reader.remarks import remark
from glossary_tui.reader.walk import walk
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.reader.file import Reading
    from glossary_tui.reader.walk import Listing


class ReadResult(NamedTuple):
    """What was read, and what there is to say about it."""

    entries: tuple[Entry, ...]
    """Every entry, in the order of the folders and, in each, of the paths."""
    diagnostics: tuple[Diagnostic, ...]
    """What is not shown, guessed or left out, in the order in which it was met."""


def read_entries(
    paths: Iterable[str | os.PathLike[str]],
    *,
    drafts: bool = False,
    headings: Mapping[str, Iterable[str]] | None = None,
) -> ReadResult:
    """The entries of the folders (or single files) *paths*, which make one glossary.

    An entry of a later folder replaces an earlier one of the same id. *drafts* lets entries in
    whose front matter says `draft: true`; *headings* adds a user's own headings by role (the
    views, `related`, `references`). Raises `EntriesNotFound` for a path that is not there or
    cannot be listed; whatever is wrong with a file becomes a diagnostic.
    """
    read = FileReader(headings, drafts=drafts).read
    listings = [list_files(os.fspath(path)) for path in paths]
    return joined((listing.remarks, map(read, listing.files)) for listing in listings)


def list_files(root: str, limit: int = 0) -> Listing:
    """The files to read below *root*; with *limit*, about so many. Raises `EntriesNotFound`."""
    try:
        return walk(root, limit)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise EntriesNotFound(f"cannot read {clean_line(root)}: {reason}") from error


def joined(folders: Iterable[tuple[Iterable[Diagnostic], Iterable[Reading]]]) -> ReadResult:
    """The glossary that *folders* make: of each, what is left out of it, and what its files say."""
    join = _Join()
    for remarks, readings in folders:
        join.diagnostics.extend(remarks)
        here: set[str] = set()
        for reading in readings:
            join.take(reading, here)
    join.diagnostics.extend(merge(join.entries, list(join.stubs.values())))
    return ReadResult(tuple(join.entries.values()), tuple(join.diagnostics))


class _Join:
    """The entries so far."""

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.stubs: dict[str, Stub] = {}
        self.diagnostics: list[Diagnostic] = []

    def take(self, reading: Reading, here: set[str]) -> None:
        """Add what a file says; *here* are the ids of the same folder."""
        found, _, entry, leads_to, titled, said = reading
        for code, line, message in said:
            self.diagnostics.append(remark(code, found.path, message, line))
        if entry is None:
            return
        entry_id = entry.id
        if entry_id in here:
            entry = self._renamed(entry, here)
            entry_id = entry.id
        here.add(entry_id)
        if entry_id in self.entries or entry_id in self.stubs:
            self._replace(entry)
        if leads_to:
            self.stubs[entry_id] = Stub(entry, leads_to, titled=titled)
        else:
            self.entries[entry_id] = entry

    def _renamed(self, entry: Entry, here: set[str]) -> Entry:
        """*entry* with a number behind its id, which another file of the folder has."""
        number = 2
        while f"{entry.id}-{number}" in here:
            number += 1
        message = f"Another file here is {entry.id}: this one is -{number}."
        self.diagnostics.append(remark("G017", entry.path, message))
        return entry._replace(id=f"{entry.id}-{number}")

    def _replace(self, entry: Entry) -> None:
        """Take out what *entry* stands for from now on."""
        earlier = self.entries.pop(entry.id, None)
        stub = self.stubs.pop(entry.id, None)
        replaced = earlier.path if earlier else stub.entry.path if stub else ""
        message = f"The entry {entry.id} replaces {clean_line(replaced)}."
        self.diagnostics.append(remark("G016", entry.path, message))
