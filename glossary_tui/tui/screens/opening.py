"""How an entry begins: what a glance at it says."""

from __future__ import annotations

from glossary_tui.errors import EntryUnreadable
from glossary_tui.text.plain import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry


def opening(entry: Entry) -> str:
    """The first paragraph of *entry* as one line of plain text; '' where there is none to read."""
    try:
        sections = entry.sections
    except EntryUnreadable:
        return ""
    for section in sections:
        paragraph = plain_text(section.text).strip().partition("\n\n")[0]
        if paragraph:
            return " ".join(paragraph.split())
    return ""
