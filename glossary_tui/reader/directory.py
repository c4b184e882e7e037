"""Folders of Markdown files -> entries."""

from __future__ import annotations

import os

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model import Diagnostic, Entry
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.remarks import remark
from glossary_tui.reader.walk import walk
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Protocol

    from glossary_tui.model.fields import Load
    from glossary_tui.reader.found import Found
    from glossary_tui.reader.walk import Listing

    class FileSays(Protocol):
        """What is to be known of a file: a `Reading`, or what stands for it."""

        @property
        def found(self) -> Found:
            """Where it is."""

        @property
        def id(self) -> str:
            """The id of its entry, or ''."""

        @property
        def destination(self) -> str:
            """Where it leads, or ''."""

        @property
        def titled(self) -> bool:
            """Whether its title is its author's."""

        @property
        def said(self) -> Sequence[tuple[str, int, str]]:
            """What is to be said about it."""

        def entry(self, load: Load) -> Entry:
            """Its entry."""


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
    from glossary_tui.reader.file import FileReader

    reader = FileReader(headings, drafts=drafts)
    listings = [list_files(os.fspath(path)) for path in paths]
    readings = [list(map(reader.read, listing.files)) for listing in listings]
    found = joined(
        zip([listing.remarks for listing in listings], readings, strict=True), reader.load
    )
    every = [reading for folder in readings for reading in folder]
    entries = [changed or every[number].entry(reader.load) for number, changed in found.entries]
    return ReadResult(tuple(entries), found.diagnostics)


def list_files(root: str, limit: int = 0) -> Listing:
    """The files to read below *root*; with *limit*, about so many. Raises `EntriesNotFound`."""
    try:
        return walk(root, limit)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise EntriesNotFound(f"cannot read {clean_line(root)}: {reason}", root) from error


class Joined(NamedTuple):
    """Which files make the entries of a glossary."""

    entries: Iterator[tuple[int, Entry | None]]
    """Of each entry, in order, the number of its file among all files, and the entry itself where
    it is not quite what the file makes it: under another id, with the names of a redirect."""
    diagnostics: tuple[Diagnostic, ...]
    """What there is to say."""


def joined(
    folders: Iterable[tuple[Iterable[Diagnostic], Iterable[FileSays]]], load: Load
) -> Joined:
    """The glossary that *folders* make: of each, what is left out of it, and what its files say.

    *load* is what entries that have to be made here read their sections with.
    """
    join = _Join(load)
    for remarks, readings in folders:
        join.diagnostics.extend(remarks)
        join.add(readings)
    return join.joined()


class _Join:
    """The entries so far."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._readings: list[FileSays] = []
        self._places: dict[str, int] = {}
        """The number of the file of each entry by its id, in order."""
        self._stubs: dict[str, int] = {}
        """The same of redirects."""
        self._changed: dict[int, Entry] = {}
        self.diagnostics: list[Diagnostic] = []

    def add(self, readings: Iterable[FileSays]) -> None:
        """Add what the files of a folder say."""
        here: set[str] = set()
        places, stubs, add = self._places, self._stubs, self._readings.append
        for number, reading in enumerate(readings, len(self._readings)):
            add(reading)
            if reading.said:
                path = reading.found.path
                self.diagnostics += [
                    remark(code, path, message, line) for code, line, message in reading.said
                ]
            entry_id = reading.id
            if not entry_id:
                continue
            if entry_id in here:
                entry_id = self._rename(number, here)
            here.add(entry_id)
            if entry_id in places or entry_id in stubs:
                self._replace(entry_id, reading)
            (stubs if reading.destination else places)[entry_id] = number

    def _rename(self, number: int, here: set[str]) -> str:
        """Put a number behind the id of an entry that another file of the folder has; the new id."""
        reading = self._readings[number]
        suffix = 2
        while f"{reading.id}-{suffix}" in here:
            suffix += 1
        message = f"Another file here is {reading.id}: this one is -{suffix}."
        self.diagnostics.append(remark("G017", reading.found.path, message))
        entry_id = f"{reading.id}-{suffix}"
        self._changed[number] = reading.entry(self._load)._replace(id=entry_id)
        return entry_id

    def _replace(self, entry_id: str, reading: FileSays) -> None:
        """Take out what *reading* stands for from now on."""
        places = self._places if entry_id in self._places else self._stubs
        replaced = self._readings[places.pop(entry_id)].found.path
        message = f"The entry {entry_id} replaces {clean_line(replaced)}."
        self.diagnostics.append(remark("G016", reading.found.path, message))

    def joined(self) -> Joined:
        """What has been added, with the names of redirects where they lead to."""
        if self._stubs:
            self._merge()
        numbers = self._places.values()
        changed = map(self._changed.get, numbers)
        return Joined(zip(numbers, changed, strict=True), tuple(self.diagnostics))

    def _merge(self) -> None:
        from glossary_tui.reader.redirects import Stub, merge

        made = {entry_id: self._entry(number) for entry_id, number in self._places.items()}
        stubs = []
        for number in self._stubs.values():
            reading = self._readings[number]
            stubs.append(Stub(self._entry(number), reading.destination, titled=reading.titled))
        merged = dict(made)
        self.diagnostics += merge(merged, stubs)
        for entry_id, entry in merged.items():
            if entry is not made.get(entry_id):
                number = self._places.setdefault(entry_id, self._stubs.get(entry_id, 0))
                self._changed[number] = entry

    def _entry(self, number: int) -> Entry:
        return self._changed.get(number) or self._readings[number].entry(self._load)
