"""What to offer where a search finds nothing at all."""

from __future__ import annotations

from glossary_tui.text.distance import slips, within
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.search.columns import Columns

_ALL = 10_000
"""How many names there may be to be all compared."""
_LOOKED_AT = 300
"""How many entries are looked at closely, those whose names are nearest without their spaces."""


def nearest(
    glossary: Glossary, text: str, limit: int = 5, hidden: AbstractSet[int] = frozenset()
) -> tuple[Entry, ...]:
    """The entries whose title or alias takes the fewest slips to become *text*, nearest first.

    Those at *hidden* positions are none.

    A name that shares less than about a third of the letters is no neighbour, so that there may
    be none. Every name is looked at: this is for a person who waits for an answer, not for keys.
    """
    folded = fold(text)
    names: list[str] = []
    positions: list[int] = []
    for position, entry in enumerate(glossary.entries):
        for name in () if position in hidden else (entry.title, *entry.aliases):
            names.append(fold(name))
            positions.append(position)
    found = within(folded, names, _most(folded))
    unique = dict.fromkeys(positions[index] for index, _ in found)
    return tuple(glossary.entries[position] for position in list(unique)[:limit])


def nearest_indexed(
    glossary: Glossary,
    columns: Columns,
    text: str,
    limit: int = 5,
    hidden: AbstractSet[int] = frozenset(),
) -> tuple[Entry, ...]:
    """The same by the index of *glossary*, which knows the names without their spaces.

    Those are never further away than the names are, so that few of these need be looked at. Of very
    many names those are compared that begin like *text*: slips in the first letter have been
    searched for, and a key has no time for more.
    """
    folded = fold(text)
    most = _most(folded)
    column = columns.joined
    joined = folded.replace(" ", "")
    first, last = (0, len(column)) if len(column) <= _ALL else column.rows_like(joined)
    found: dict[int, int] = {}
    names_like = column.area(first, last).split("\n") if first < last else []
    for row, least in within(joined, names_like, most):
        if len(found) >= limit and least > sorted(found.values())[limit - 1]:
            break
        if len(found) >= _LOOKED_AT:
            break
        position = columns.entry[column.numbers[first + row]]
        if position not in found and position not in hidden:
            found[position] = away_from(folded, glossary.entries[position])
    near = sorted((away, position) for position, away in found.items() if away <= most)
    return tuple(glossary.entries[position] for _, position in near[:limit])


def away_from(folded: str, entry: Entry) -> int:
    """How many slips make a name of *entry* of a *folded* text."""
    return min([slips(folded, fold(name)) for name in (entry.title, *entry.aliases)])


def _most(folded: str) -> int:
    """The slips beyond which a name is no neighbour."""
    return len(folded) * 2 // 3
