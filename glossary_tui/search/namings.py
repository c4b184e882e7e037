"""How often each term is named by other entries: a cheap measure of what is central."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry


class Namings:
    """Counts what the links of a glossary say, as it is written, in small letters.

    Nothing is resolved: a term is as central as its title, its aliases and its id are popular
    among the links. That leaves out the links with another spelling, and costs a hundredth.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._entries = glossary.entries
        self._counts: dict[str, int] = {}
        self._counted = 0

    @property
    def is_complete(self) -> bool:
        """Whether the links of every entry have been counted."""
        return self._counted >= len(self._entries)

    def step(self, entries: int) -> bool:
        """Counts the links of so many more entries. True while some are left."""
        counts = self._counts
        for entry in self._entries[self._counted : self._counted + entries]:
            for target in {link.target.lower() for link in entry.links}:
                counts[target] = counts.get(target, 0) + 1
        self._counted += entries
        return not self.is_complete

    def counts(self) -> list[int]:
        """How many entries name each position; counts what is left."""
        self.step(len(self._entries))
        return list(map(self.of, self._entries))

    def of(self, entry: Entry) -> int:
        """How many of the entries counted so far name *entry*."""
        counts = self._counts
        if not counts:
            return 0
        names = {entry.title.lower(), entry.id.lower(), entry.stem.lower()}
        names.update(map(str.lower, entry.aliases))
        return sum([counts.get(name, 0) for name in names])
