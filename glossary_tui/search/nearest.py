"""What to offer where a search finds nothing at all."""

from __future__ import annotations

from glossary_tui.text.distance import within
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry


def nearest(glossary: Glossary, text: str, limit: int = 5) -> tuple[Entry, ...]:
    """The entries whose title or alias takes the fewest slips to become *text*, nearest first.

    A name that shares less than about a third of the letters is no neighbour, so that there may
    be none. Every name is looked at: this is for a person who waits for an answer, not for keys.
    """
    folded = fold(text)
    names: list[str] = []
    positions: list[int] = []
    for position, entry in enumerate(glossary.entries):
        for name in (entry.title, *entry.aliases):
            names.append(fold(name))
            positions.append(position)
    found = within(folded, names, len(folded) * 2 // 3)
    unique = dict.fromkeys(positions[index] for index, _ in found)
    return tuple(glossary.entries[position] for position in list(unique)[:limit])
