"""What an author should know of the views of a file, beside what its reader sees."""

from __future__ import annotations

from glossary_tui.model.entry import VIEWS
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.body import heading_text
from glossary_tui.reader.content import content, sections
from glossary_tui.reader.conventions import SUMMARY_KEYS
from glossary_tui.reader.document import read_bytes, read_document
from glossary_tui.reader.tidy import tidy
from glossary_tui.reader.values import scalar
from glossary_tui.text.scan import headings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry, Section
    from glossary_tui.reader.body import Roles
    from glossary_tui.reader.document import Document


class Examined(NamedTuple):
    """An entry's file, looked at once."""

    sections: tuple[Section, ...]
    """What a reader sees."""
    named: frozenset[str]
    """The views that the file names, by a heading with text below it or a key."""
    empty: tuple[tuple[str, int], ...]
    """Headings of views without text below them, each with its line."""


def examine(entry: Entry, roles: Roles) -> Examined:
    """The views of *entry*, read from its file. Raises OSError."""
    document = read_document(read_bytes(entry.path))
    parts, _ = content(document, roles, entry.title)
    named = {part.role for part in parts if part.role in VIEWS}
    if scalar(document.keys, SUMMARY_KEYS):
        named.add("summary")
    empty = tuple(_empty(document, roles, named))
    return Examined(sections(document, roles, entry.title), frozenset(named), empty)


def _empty(document: Document, roles: Roles, named: set[str]) -> list[tuple[str, int]]:
    """The headings of views that no part has come from."""
    if document.is_empty:
        return []
    body = tidy(document.body).body
    found = []
    line, position = document.line, 0
    for heading in headings(body):
        role = roles.of(heading.text)
        if role in VIEWS and role not in named:
            line += body.count("\n", position, heading.start)
            position = heading.start
            found.append((heading_text(heading.text), line))
    return found
