"""A file with other links or names in it, read again before anyone may write it."""

from __future__ import annotations

import os

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.indexing import make_entry
from glossary_tui.reader.source import Source
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary_tui.model import Entry, Link
    from glossary_tui.reader.body import Roles
    from glossary_tui.reader.document import Document
    from glossary_tui.reader.source import Edit


class Change(NamedTuple):
    """What becomes of one file."""

    path: str
    """Where it is."""
    new_path: str
    """Where it goes; mostly the same."""
    before: bytes
    """What is in it."""
    after: bytes
    """What will be."""


class Unchangeable(Exception):
    """A file that cannot be changed without losing something; the message says why."""


ODD = "written in a way that is not understood"


def opened(path: str) -> tuple[bytes, Source]:
    """The file at *path*, to be changed. Raises `Unchangeable`."""
    try:
        with open(path, "rb") as file:
            data = file.read()
        return data, Source(data)
    except (OSError, ValueError) as error:
        raise Unchangeable(str(getattr(error, "strerror", None) or error)) from error


def as_entry(document: Document, entry: Entry, roles: Roles) -> Entry:
    """The entry that *document* is in the place of *entry*."""
    name = os.path.splitext(os.path.basename(entry.path))[0]
    stem = entry.stem if name.lower() == "index" else clean_line(name)
    return make_entry(document, entry.id, entry.path, roles, entry.load, stem=stem)


def rewritten(
    source: Source,
    edits: Iterable[Edit],
    entry: Entry,
    roles: Roles,
    accepts: Callable[[Entry], bool],
) -> bytes:
    """The bytes of *source* with *edits* made, which read again are an entry that is accepted.

    *entry* is whose place it takes. Raises `Unchangeable`.
    """
    try:
        after = source.edited(edits)
        found = as_entry(Source(after).document, entry, roles)
    except ValueError as error:
        raise Unchangeable(f"they are {ODD}") from error
    if not accepts(found):
        raise Unchangeable(f"they are {ODD}")
    return after


def differing(before: Entry, after: Entry) -> list[tuple[Link, Link]] | None:
    """The links of *before* that lead elsewhere in *after*, each with the new one.

    None where more than targets has changed: the number of links, or the tags.
    """
    if before.tags != after.tags or len(before.links) != len(after.links):
        return None
    pairs = zip(before.links, after.links, strict=True)
    return [(one, other) for one, other in pairs if one.target != other.target]
