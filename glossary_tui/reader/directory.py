"""Folders of Markdown files -> entries."""

from __future__ import annotations

import os

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model import Diagnostic, Entry
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.body import Roles
from glossary_tui.reader.conventions import DESCRIPTION_KEYS, FALSE, SUMMARY_KEYS, TITLE_KEYS, TRUE
from glossary_tui.reader.document import NotRegular, read_bytes, read_document
from glossary_tui.reader.indexing import make_entry
from glossary_tui.reader.load import loader
from glossary_tui.reader.normalise import LINK_LIMIT
from glossary_tui.reader.redirects import Stub, destination, merge
from glossary_tui.reader.remarks import remark
from glossary_tui.reader.values import scalar
from glossary_tui.reader.walk import walk
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.reader.document import Document
    from glossary_tui.reader.header import Value
    from glossary_tui.reader.walk import Found


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
    reader = _Reader(headings, drafts=drafts)
    for path in paths:
        reader.read(os.fspath(path))
    reader.diagnostics.extend(merge(reader.entries, list(reader.stubs.values())))
    return ReadResult(tuple(reader.entries.values()), tuple(reader.diagnostics))


class _Reader:
    """The entries so far."""

    def __init__(self, headings: Mapping[str, Iterable[str]] | None, *, drafts: bool) -> None:
        self.entries: dict[str, Entry] = {}
        self.stubs: dict[str, Stub] = {}
        self.diagnostics: list[Diagnostic] = []
        self._drafts = drafts
        self._roles = Roles(headings)
        self._load = loader(headings)

    def read(self, root: str) -> None:
        """Take in the files below *root*. Raises `EntriesNotFound`."""
        try:
            files, remarks = walk(root)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise EntriesNotFound(f"cannot read {clean_line(root)}: {reason}") from error
        self.diagnostics.extend(remarks)
        here: set[str] = set()
        for found in files:
            document = self._document(found.path)
            if document is not None:
                self._take(found, document, here)

    def _document(self, path: str) -> Document | None:
        try:
            data = read_bytes(path)
        except NotRegular:
            self._say("G001", path, "This is not a regular file.")
            return None
        except OSError as error:
            self._say("G002", path, f"The file cannot be read: {error.strerror}.")
            return None
        document = read_document(data, maps=False)
        for code, line, message in document.remarks:
            self._say(code, path, message, line)
        if not self._drafts and _is_draft(document.keys):
            self._say("G006", path, "This is a draft.")
            return None
        return document

    def _take(self, found: Found, document: Document, here: set[str]) -> None:
        """Add the entry of *document*; *here* are the ids of the same folder."""
        entry_id, path, stem = found
        if entry_id in here:
            number = 2
            while f"{entry_id}-{number}" in here:
                number += 1
            self._say("G017", path, f"Another file here is {entry_id}: this one is -{number}.")
            entry_id = f"{entry_id}-{number}"
        here.add(entry_id)
        entry = make_entry(document, entry_id, path, self._roles, self._load, stem=stem)
        leads_to = destination(document)
        self._check(entry, document, stub=bool(leads_to))
        earlier = self.entries.pop(entry_id, None)
        stub = self.stubs.pop(entry_id, None)
        if earlier or stub:
            replaced = earlier.path if earlier else stub.entry.path if stub else ""
            self._say("G016", path, f"The entry {entry_id} replaces {clean_line(replaced)}.")
        if leads_to:
            self.stubs[entry_id] = Stub(entry, leads_to, titled=bool(document.title))
        else:
            self.entries[entry_id] = entry

    def _check(self, entry: Entry, document: Document, *, stub: bool) -> None:
        """Say what is wrong with the content of *entry*."""
        keys = document.keys
        for key in TITLE_KEYS:
            if key in keys and not isinstance(keys[key], str):
                self._say("G020", entry.path, f"The key {key} holds no text: it is not used.", 1)
        if len(entry.links) > LINK_LIMIT:
            self._say("G021", entry.path, f"Links beyond {LINK_LIMIT:,} are not listed.")
        if document.is_empty and not stub and not scalar(keys, (*SUMMARY_KEYS, *DESCRIPTION_KEYS)):
            self._say("G015", entry.path, "The entry has no text.", document.line)

    def _say(self, code: str, path: str, message: str, line: int = 0) -> None:
        self.diagnostics.append(remark(code, path, message, line))


def _is_draft(keys: dict[str, Value]) -> bool:
    """Whether Hugo's `draft` or Jekyll's `published` keeps a page back."""
    draft, published = keys.get("draft"), keys.get("published")
    return (isinstance(draft, str) and draft.lower() in TRUE) or (
        isinstance(published, str) and published.lower() in FALSE
    )
