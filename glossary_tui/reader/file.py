"""One file of a folder: what it says, whatever the other files say."""

from __future__ import annotations

from glossary_tui.model.fields import ID, MORE_LINKS, NAMES, unpacked
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.body import Roles
from glossary_tui.reader.conventions import (
    DESCRIPTION_KEYS,
    FALSE,
    LINK_LIMIT,
    SUMMARY_KEYS,
    TITLE_KEYS,
    TRUE,
)
from glossary_tui.reader.document import NotRegular, read_document, read_stamped
from glossary_tui.reader.indexing import make_fields
from glossary_tui.reader.load import loader
from glossary_tui.reader.quick import quick_fields
from glossary_tui.reader.redirects import destination
from glossary_tui.reader.values import scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.model import Entry
    from glossary_tui.model.fields import Fields, Load
    from glossary_tui.reader.document import Document
    from glossary_tui.reader.found import Found
    from glossary_tui.reader.header import Value
    from glossary_tui.reader.stamp import Stamp

    Said = tuple[str, int, str]
    """Code, line and message of what is to be said about a file."""

_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""
_UNREAD = (0, 0, 0)


class Reading(NamedTuple):
    """What a file says."""

    found: Found
    """Where it is, and what its entry is called by."""
    stamp: Stamp
    """What it looked like when it was read; of a file that cannot be read, nothing."""
    fields: Fields | None
    """What its entry is, as long as no other file claims the id; None where it is none."""
    destination: str
    """Where it sends its reader, if it is a redirect; else ''."""
    titled: bool
    """Whether its title is its author's."""
    said: tuple[Said, ...]
    """What is to be said about it."""

    @property
    def id(self) -> str:
        """The id of its entry; '' where it is none."""
        return self.fields[ID] if self.fields else ""

    def entry(self, load: Load) -> Entry:
        """Its entry. Raises ValueError where it is none."""
        if self.fields is None:
            raise ValueError(self.found.path)
        return unpacked(self.fields, load)


class FileReader:
    """Reads files; *drafts* and *headings* are those of `read_entries`."""

    def __init__(
        self, headings: Mapping[str, Iterable[str]] | None = None, *, drafts: bool = False
    ) -> None:
        self._drafts = drafts
        self._roles = Roles(headings)
        self.load = loader(headings)
        """What the entries read their sections with."""

    def read(self, found: Found) -> Reading:
        """What the file says. Never raises."""
        try:
            data, stamp = read_stamped(found.path)
        except NotRegular:
            said = ("G001", 0, "This is not a regular file.")
            return Reading(found, _UNREAD, None, "", False, (said,))
        except OSError as error:
            said = ("G002", 0, f"The file cannot be read: {error.strerror}.")
            return Reading(found, _UNREAD, None, "", False, (said,))
        fields = quick_fields(data, found, self._roles)
        if fields is not None:
            return _new(Reading, (found, stamp, fields, "", True, ()))
        document = read_document(data, maps=False)
        keys = document.keys
        if not self._drafts and _is_draft(keys):
            remarks = (*document.remarks, ("G006", 0, "This is a draft."))
            return Reading(found, stamp, None, "", False, remarks)
        entry_id, path, stem = found
        fields = make_fields(document, entry_id, path, self._roles, stem=stem)
        is_empty = document.is_empty
        leads_to = destination(document) if is_empty or "layout" in keys else ""
        remarks = document.remarks
        many = fields[MORE_LINKS] or len(fields[NAMES]) > LINK_LIMIT
        if is_empty or many or "term" in keys or type(keys.get("title")) is not str:
            remarks = (*remarks, *_said(fields, document, stub=bool(leads_to)))
        return _new(Reading, (found, stamp, fields, leads_to, bool(document.title), remarks))


def _said(fields: Fields, document: Document, *, stub: bool) -> list[Said]:
    """What is wrong with the content of an entry of these *fields*."""
    keys = document.keys
    said: list[Said] = [
        ("G020", 1, f"The key {key} holds no text: it is not used.")
        for key in TITLE_KEYS
        if key in keys and not isinstance(keys[key], str)
    ]
    listed = fields[NAMES].count("\n") + 1 if fields[NAMES] else 0
    if listed + len(fields[MORE_LINKS]) > LINK_LIMIT:
        said.append(("G021", 0, f"Links beyond {LINK_LIMIT:,} are not listed."))
    if document.is_empty and not stub and not scalar(keys, (*SUMMARY_KEYS, *DESCRIPTION_KEYS)):
        said.append(("G015", document.line, "The entry has no text."))
    return said


def _is_draft(keys: dict[str, Value]) -> bool:
    """Whether Hugo's `draft` or Jekyll's `published` keeps a page back."""
    draft, published = keys.get("draft"), keys.get("published")
    return (isinstance(draft, str) and draft.lower() in TRUE) or (
        isinstance(published, str) and published.lower() in FALSE
    )
