"""What to offer where a search finds nothing at all."""

from __future__ import annotations

from glossary_tui.text.distance import slips, within
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.search.columns import Columns


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
    found = within(folded, names, _most(folded))
    unique = dict.fromkeys(positions[index] for index, _ in found)
    return tuple(glossary.entries[position] for position in list(unique)[:limit])


def nearest_indexed(
    glossary: Glossary, columns: Columns, text: str, limit: int = 5
) -> tuple[Entry, ...]:
    """The same by the index of *glossary*, which knows the names without their spaces.

    Those are never further away than the names are, so that few of these need be looked at.
    """
    folded = fold(text)
    most = _most(folded)
    joined = columns.joined.text.split("\n")
    found: dict[int, int] = {}
    for row, least in within(folded.replace(" ", ""), joined, most):
        if len(found) >= limit and least > sorted(found.values())[limit - 1]:
            break
        position = columns.entry[columns.joined.numbers[row]]
        if position not in found:
            entry = glossary.entries[position]
            names = (entry.title, *entry.aliases)
            found[position] = min([slips(folded, fold(name)) for name in names])
    near = sorted((away, position) for position, away in found.items() if away <= most)
    return tuple(glossary.entries[position] for _, position in near[:limit])


def _most(folded: str) -> int:
    """The slips beyond which a name is no neighbour."""
    return len(folded) * 2 // 3
