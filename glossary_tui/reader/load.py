"""The sections of an entry, read from its file when they are wanted."""

from __future__ import annotations

from glossary_tui.errors import EntryUnreadable
from glossary_tui.reader.body import Roles
from glossary_tui.reader.content import sections
from glossary_tui.reader.document import read_bytes, read_document
from glossary_tui.text.clean import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from glossary_tui.model import Entry, Section


def loader(
    headings: Mapping[str, Iterable[str]] | None = None,
) -> Callable[[Entry], tuple[Section, ...]]:
    """What reads an entry's sections, given a user's own *headings* by role.

    It needs of the entry only its path and title, so an entry kept from an earlier run can be
    given one. It raises `EntryUnreadable` where the file has gone or is no file any more.
    """
    roles = Roles(headings)

    def load(entry: Entry) -> tuple[Section, ...]:
        try:
            data = read_bytes(entry.path)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is no regular file"
            raise EntryUnreadable(f"cannot read {clean_line(entry.path)}: {reason}") from error
        return sections(read_document(data), roles, entry.title)

    return load
