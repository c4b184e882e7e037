"""An answer of the search."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from glossary_tui.model import Entry

    Why = Literal["title", "alias", "acronym", "words", "typo", "letters", "text"]
    """What of the entry answered: its title, an alias, its initials, words of its title, a
    misspelt or an abbreviated word, or its body."""


class Hit(NamedTuple):
    """One entry that answers a query."""

    entry: Entry
    """The entry."""
    why: Why
    """Why it is here."""
    score: float
    """Between 0 and 1; 1 is an exact title. Comparable within one result only."""
    spans: tuple[tuple[int, int], ...] = ()
    """The letters to highlight: start and end indexes into `shown`."""
    shown: str = ""
    """The text that answered: the title, the alias, or a line of the body."""
