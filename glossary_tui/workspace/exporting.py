"""The entries of an open glossary as notes for programs that drill."""

from __future__ import annotations

from glossary_tui.study.card import TermId
from glossary_tui.study.notes import Note, notes
from glossary_tui.workspace.studying import asker_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary_tui.model import Entry
    from glossary_tui.workspace.workspace import Workspace


def notes_of(workspace: Workspace, entries: Iterable[Entry]) -> Iterator[Note]:
    """A note for each of *entries* that has a text."""
    terms = (TermId(*workspace.home_of(entry)) for entry in entries)
    return notes(asker_of(workspace), terms)
