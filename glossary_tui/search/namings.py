"""How often each term is named by other entries: a cheap measure of what is central."""

from __future__ import annotations

from array import array

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
        self.times = array("I")
        """How many entries name each position; of none before all links have been counted."""

    @property
    def is_complete(self) -> bool:
        """Whether it is known of every entry."""
        return len(self.times) >= len(self._entries)

    def step(self, entries: int) -> bool:
        """Counts the links of so many more entries, then looks so many up. True while some are left.

        To look an entry up may mean to read it from a file: a key has no time for that.
        """
        size = len(self._entries)
        first, self._counted = self._counted, min(self._counted + entries, size)
        counts = self._counts
        for entry in self._entries[first : self._counted]:
            for target in {link.target.lower() for link in entry.links}:
                counts[target] = counts.get(target, 0) + 1
        entries -= self._counted - first
        known = len(self.times)
        self.times.extend(map(self._of, self._entries[known : known + entries]))
        return not self.is_complete

    def complete(self) -> None:
        """Does all that is left."""
        while self.step(2 * len(self._entries)):  # each entry is counted and looked up
            pass

    def _of(self, entry: Entry) -> int:
        names = {entry.title.lower(), entry.id.lower(), entry.stem.lower()}
        names.update(map(str.lower, entry.aliases))
        return sum([self._counts.get(name, 0) for name in names])
