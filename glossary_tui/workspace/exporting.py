"""The entries of an open glossary as notes for programs that drill."""

from __future__ import annotations

from glossary_tui.study.card import TermId
from glossary_tui.study.notes import Note, notes
from glossary_tui.workspace.studying import asker_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.workspace.workspace import Workspace


def notes_of(workspace: Workspace) -> Iterator[Note]:
    """A note for each entry that has a text, in the glossary's order."""
    terms = (TermId(*workspace.home_of(entry)) for entry in workspace.glossary)
    return notes(asker_of(workspace), terms)
