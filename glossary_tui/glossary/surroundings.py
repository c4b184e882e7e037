"""What lies around a term: its neighbours, and behind each what it alone leads to."""

from __future__ import annotations

from itertools import islice

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary.links import Direction, LinkGraph
    from glossary_tui.model import Entry


class Spoke(NamedTuple):
    """A neighbour, as seen from the centre."""

    entry: Entry
    direction: Direction
    """Whether the centre names it, is named by it, or both."""
    beyond: tuple[Entry, ...]
    """What it leads to that lies two steps from the centre; the centre's closest kin first."""


class Surroundings(NamedTuple):
    """A term in the middle of its neighbours."""

    centre: Entry
    spokes: tuple[Spoke, ...]
    """First those that the centre names, then those that name each other, then those that name it.

    Within these in the order of `LinkGraph.neighbours`.
    """
    further: int
    """How many entries lie two steps away."""


_MOST_BEHIND = 800
"""How many of the entries two steps away are told."""
_ORDER = ("names", "both", "named by")


def surroundings(graph: LinkGraph, centre: Entry) -> Surroundings:
    """The neighbours of *centre*, and each entry two steps away behind one of them.

    Of several that lead to an entry, it stands behind the one that has least behind it so far.
    """
    near = graph.neighbours(centre)
    beyond: dict[str, list[Entry]] = {entry.id: [] for entry in near}
    second = graph.second_steps(centre)
    for step in islice(second, _MOST_BEHIND):
        least = min((beyond[middle.id] for middle in step.through), key=len)
        least.append(step.entry)
    named = len(graph.named(centre))
    naming = {entry.id for entry in graph.referenced_by(centre)}
    spokes = []
    for number, entry in enumerate(near):
        direction: Direction = "named by"
        if number < named:
            direction = "both" if entry.id in naming else "names"
        spokes.append(Spoke(entry, direction, tuple(beyond[entry.id])))
    spokes.sort(key=lambda spoke: _ORDER.index(spoke.direction))
    return Surroundings(centre, tuple(spokes), len(second))
