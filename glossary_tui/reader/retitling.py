"""An entry's own names in its file: the title changed wherever it stands, old names kept."""

from __future__ import annotations

import re

from glossary_tui.reader.amending import (
    alias_edits,
    is_continued,
    is_plain,
    new_key_edit,
    quoted,
    written_key,
)
from glossary_tui.reader.body import heading_text, title_heading
from glossary_tui.reader.conventions import TITLE_KEYS
from glossary_tui.reader.source import Edit
from glossary_tui.text.clean import clean_line
from glossary_tui.text.fold import fold
from glossary_tui.text.scan import headings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.reader.body import Roles
    from glossary_tui.reader.document import Document

_SCALAR = re.compile(
    r"(?:\"(?P<double>(?:[^\"\\\n]|\\.)*)\"|'(?P<single>(?:[^'\n]|'')*)'"
    r"|(?P<plain>[^\s\"'\[\]{}|>&*!%@`#][^\n]*?))(?:[ \t]+#[^\n]*+|[ \t]*)(?=\n|\Z)"
)
_DEFINED = re.compile(r"\[\[def\s*:\s*", re.IGNORECASE)


def title_edits(
    document: Document, roles: Roles, old: str, new: str, stem: str
) -> list[Edit] | None:
    """What makes *new* the title of *document*, which is *old* and may be that of its file.

    *stem* is the name that its file will have. A heading above all else that repeats the title
    changes with it. None where the title is written in an odd way.
    """
    titled = _title_edit(document, roles, new)
    if titled is None:
        if document.title or title_heading(document.body, roles):
            return None
        return [] if stem == new else [new_key_edit(document, "title", quoted(new))]
    repeated = _repeated(document, old, new)
    return [titled, repeated] if repeated and repeated.start != titled.start else [titled]


def kept_names(
    document: Document, edits: Sequence[Edit], add: Sequence[str], drop: Sequence[str]
) -> list[Edit]:
    """*edits* of the title, and those that add and drop aliases; none where how is odd."""
    aliases = alias_edits(document, add, drop)
    if aliases is None:
        return []
    if document.start == 0 and aliases and edits and edits[0][:2] == (0, 0):
        both = edits[0].text.removesuffix("---\n\n") + aliases[0].text.removeprefix("---\n")
        return [Edit(0, 0, both)]
    return [*edits, *aliases]


def _repeated(document: Document, old: str, new: str) -> Edit | None:
    """The heading above all else that repeats the title."""
    found = headings(document.body)
    if not found or found[0].level != 1 or document.body[: found[0].start].strip():
        return None
    text = heading_text(found[0].text)
    if fold(text) != fold(old):
        return None
    place = document.text.find(text, document.start + found[0].start)
    return Edit(place, place + len(text), new)


def _title_edit(document: Document, roles: Roles, title: str) -> Edit | None:
    """What makes *title* the title of *document*; None where none is written, or how is odd."""
    for name in TITLE_KEYS:
        value = document.keys.get(name)
        if value and isinstance(value, str) and clean_line(value):
            return _scalar_edit(document, name, title)
    begin = document.start
    defined = _DEFINED.search(document.text, begin)
    if defined:
        end = re.compile(r"[,\]]").search(document.text, defined.end())
        return Edit(defined.end(), end.start(), title) if end else None
    for heading in headings(document.body):
        text = heading_text(heading.text)
        if heading.level == 1 and text and not roles.of(heading.text):
            place = document.text.find(text, begin + heading.start, begin + heading.end)
            return Edit(place, place + len(text), title) if place >= 0 else None
    return None


def _scalar_edit(document: Document, key: str, text: str) -> Edit | None:
    value = written_key(document, key)
    match = _SCALAR.match(document.text, value.start) if value else None
    if not value or not match or is_continued(document, match.end()):
        return None
    kind = str(match.lastgroup)
    if kind == "single" and "'" not in text and "\\" not in text:
        return Edit(*match.span(kind), text)
    if kind == "double":
        return Edit(*match.span(kind), quoted(text)[1:-1])
    written = text if kind == "plain" and is_plain(text) else quoted(text)
    start, end = match.span(kind)
    quote = kind == "single"
    return Edit(start - quote, end + quote, written)
