"""What is studied: a card's identity, and the kinds of cards that an entry makes."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["meaning", "name", "choice", "related"]
    """What a card asks for."""

KINDS: tuple[Kind, ...] = ("meaning", "name", "choice", "related")
"""Every kind: recall the meaning, name the term, choose the term, choose what belongs to it."""
DEFAULT_KINDS: tuple[Kind, ...] = ("meaning", "name")
"""The kinds that are studied where none are configured."""


class TermId(NamedTuple):
    """What a term is known by: the same whether its glossary is open alone or beside others."""

    glossary: str
    """The name that the glossary's progress is kept under."""
    entry: str
    """The entry's id within that glossary."""


class CardId(NamedTuple):
    """What a card is known by, whatever its entry's text becomes."""

    glossary: str
    """The name that the glossary's progress is kept under."""
    entry: str
    """The entry's id within that glossary."""
    kind: Kind
    """What is asked."""

    @property
    def term(self) -> TermId:
        """Which term it is about."""
        return TermId(self.glossary, self.entry)
