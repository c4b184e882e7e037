"""A document -> the sections that a reader sees."""

from __future__ import annotations

from glossary_tui.model import Section
from glossary_tui.model.entry import VIEWS
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.body import bare_heading, split
from glossary_tui.reader.conventions import (
    DESCRIPTION_KEYS,
    PLAIN_VIEW_HEADINGS,
    REFERENCES_TITLE,
    SUMMARY_KEYS,
    VIEW_TITLES,
)
from glossary_tui.reader.document import SIZE_LIMIT
from glossary_tui.reader.inline import plain
from glossary_tui.reader.normalise import normalise
from glossary_tui.reader.references import references
from glossary_tui.reader.related import related_terms
from glossary_tui.reader.tidy import Tidy, tidy
from glossary_tui.text.clean import clean
from glossary_tui.text.fold import fold
from glossary_tui.text.scan import is_external

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Link
    from glossary_tui.reader.body import Part, Roles
    from glossary_tui.reader.document import Document

_PROSE_TITLE = "Before the front matter"
_LEAD_TITLE = "Introduction"
_CUT = f"*(The file goes on. Only its first {SIZE_LIMIT:,} bytes are shown.)*"


class Content(NamedTuple):
    """A body taken apart, with what its links refer to."""

    parts: list[Part]
    """Its parts in order."""
    source: Tidy
    """The whole body's link targets and footnotes."""


def content(document: Document, roles: Roles, title: str) -> Content:
    """The parts of the body of *document*, whose entry is called *title*."""
    source = tidy(document.body)
    return Content(split(source.body, roles, title), source)


def sections(document: Document, roles: Roles, title: str) -> tuple[Section, ...]:
    """The sections of *document*, whose entry is called *title*, in the author's order."""
    parts, source = content(document, roles, title)
    found: list[Section] = []
    for part in parts:
        text, role = part.text, part.role
        if role == "related":
            text = related_terms(text, 1, source)[1]
        text, links = normalise(text, 1, source.targets, source.notes)
        text = text.strip("\n")
        if not text.strip():
            continue
        if role == "related":
            role = "references" if any(map(_leads_out, links)) else "section"
        found.append(_section(part._replace(role=role), text, document.line + part.line))
    found = _with_lead(found, named=any(part.role in VIEWS for part in parts))
    found = _with_summary(found, document)
    listed = references(document.keys)
    if listed:
        found.append(Section("references", REFERENCES_TITLE, listed, 0))
    if document.prose:
        text = normalise(document.prose)[0]
        found.append(Section("section", _PROSE_TITLE, text, 1))
    found = _joined(found)
    if document.cut and found:
        found[-1] = found[-1]._replace(text=f"{_closed(found[-1].text)}\n\n{_CUT}")
    return tuple(found)


def _leads_out(link: Link) -> bool:
    return is_external(link.target)


def _section(part: Part, text: str, line: int) -> Section:
    title = plain(normalise(part.title)[0]) if part.title else ""
    if part.role in VIEWS and bare_heading(title) in PLAIN_VIEW_HEADINGS:
        title = VIEW_TITLES[part.role]
    return Section(part.role, title, text, line)  # type: ignore[arg-type]


def _with_lead(found: list[Section], *, named: bool) -> list[Section]:
    """*found* with the text above the first heading, and the rest, in their places.

    Where no view is named they are the summary and the in-depth text. Where one is, the lead is
    the summary if there is no other, else a section of its own.
    """
    has_summary = any(section.role == "summary" for section in found)
    if named and has_summary:
        lead = {"role": "section", "title": _LEAD_TITLE}
    else:
        lead = {"role": "summary", "title": VIEW_TITLES["summary"]}
    rest = {"role": "in-depth", "title": VIEW_TITLES["in-depth"]}
    changes: dict[str, dict[str, str]] = {"lead": lead, "rest": rest}
    return [section._replace(**changes.get(section.role, {})) for section in found]  # type: ignore[arg-type]


def _with_summary(found: list[Section], document: Document) -> list[Section]:
    """*found* with the summary that a key of the front matter holds.

    It is the summary if the body names none. Text that stood there goes to the in-depth view,
    unless it says the same: then it stays, for it has the links.
    """
    names = SUMMARY_KEYS if found else (*SUMMARY_KEYS, *DESCRIPTION_KEYS)
    values = (document.keys.get(name) for name in names)
    value = next((each for each in values if isinstance(each, str) and each.strip()), "")
    text = normalise(clean(value).strip())[0] if value else ""
    if not text:
        return found
    written = next((section for section in found if section.role == "summary"), None)
    if written is not None:
        if written.title != VIEW_TITLES["summary"] or fold(plain(written.text)) == fold(
            plain(text)
        ):
            return found
        if not any(section.role == "in-depth" for section in found):
            moved = written._replace(role="in-depth", title=VIEW_TITLES["in-depth"])
            found = [moved if section is written else section for section in found]
        else:
            found = [
                section._replace(text=f"{written.text}\n\n{section.text}", line=written.line)
                if section.role == "in-depth"
                else section
                for section in found
                if section is not written
            ]
    return [Section("summary", VIEW_TITLES["summary"], text, 0), *found]


def _joined(found: list[Section]) -> list[Section]:
    """*found* with later sections of a role that stands only once joined to the first."""
    texts: dict[int, list[str]] = {}
    first: dict[str, int] = {}
    joined: list[Section] = []
    for section in found:
        place = first.get(section.role)
        if place is None or section.role == "section":
            first[section.role] = place = len(joined)
            joined.append(section)
            texts[place] = [section.text]
        else:
            texts[place].append(section.text)
    for place, (*closed, last) in texts.items():
        if closed:
            text = "\n\n".join((*map(_closed, closed), last))
            joined[place] = joined[place]._replace(text=text)
    return joined


def _closed(text: str) -> str:
    """*text* with its last fence closed, so that what is appended is no code."""
    from glossary_tui.text.code import spans

    open_fences = [span for span in spans(text) if span.kind == "fence" and span.end == len(text)]
    if not open_fences:
        return text
    lines = text[open_fences[-1].start :].split("\n")
    fence = lines[0].lstrip(" \t>")
    mark = fence[: len(fence) - len(fence.lstrip(fence[:1]))]
    return text if len(lines) > 1 and lines[-1].strip() == mark else f"{text}\n{mark}"
