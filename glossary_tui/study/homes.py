"""From a term that progress is kept of to its entry, and back."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.study.card import TermId


class Homes:
    """The entries of a glossary by the name and the id that their progress is kept under.

    *home_of* gives both for an entry. Of several glossaries that are open together, an entry's id
    begins with its part's name, and its own id follows.
    """

    def __init__(self, glossary: Glossary, home_of: Callable[[Entry], tuple[str, str]]) -> None:
        self.glossary = glossary
        """The glossary."""
        self.home_of = home_of
        """The name that an entry's progress is kept under, and its id there."""

    def entry(self, term: TermId) -> Entry | None:
        """The entry of *term*, if it is open."""
        for part in self.glossary.parts or ("",):
            entry = self.glossary.by_id(f"{part}/{term.entry}" if part else term.entry)
            if entry is not None and self.home_of(entry) == term:
                return entry
        return None

    @property
    def names(self) -> frozenset[str]:
        """The names that the progress of the open glossaries is kept under."""
        if not self.glossary.parts:
            return frozenset(self.home_of(entry)[0] for entry in self.glossary.entries[:1])
        return frozenset(self.home_of(entry)[0] for entry in self.glossary)
