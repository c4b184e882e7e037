"""Who names whom, as two columns of numbers: small to hold, quick to walk, easy to store."""

from __future__ import annotations

from array import array
from itertools import accumulate

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Protocol

    class Rows(Protocol):
        """Whatever has a row of positions for each position."""

        def row(self, position: int) -> Sequence[int]:
            """The positions that stand in the row of *position*."""


class Adjacency(NamedTuple):
    """The rows of a sparse matrix, one after the other. Vertices are positions in a glossary."""

    starts: array[int]
    """Where each row begins in `targets`, and, last, where the last one ends."""
    targets: array[int]
    """The positions that each row holds."""

    def row(self, position: int) -> array[int]:
        """The positions that stand in the row of *position*."""
        return self.targets[self.starts[position] : self.starts[position + 1]]

    def stored(self) -> tuple[bytes, bytes]:
        """The columns as bytes."""
        return self.starts.tobytes(), self.targets.tobytes()

    @classmethod
    def restored(cls, starts: bytes, targets: bytes) -> Adjacency:
        """The columns that `stored` gave."""
        return cls(array("i", starts), array("i", targets))

    @property
    def transposed(self) -> Adjacency:
        """The same arrows the other way round, each row in ascending order."""
        size = len(self.starts) - 1
        counts = [0] * (size + 1)
        for target in self.targets:
            counts[target + 1] += 1
        starts = array("i", accumulate(counts))
        free = starts[:]
        targets = array("i", bytes(len(self.targets) * self.targets.itemsize))
        for position in range(size):
            for target in self.row(position):
                targets[free[target]] = position
                free[target] += 1
        return Adjacency(starts, targets)


def adjacency(rows: Iterable[Iterable[int]]) -> Adjacency:
    """The columns of *rows*, in their order."""
    starts, targets = array("i", [0]), array("i")
    for row in rows:
        targets.extend(row)
        starts.append(len(targets))
    return Adjacency(starts, targets)


class _Side:
    """What is known of the graph from one end of a path: layers of growing distance."""

    def __init__(self, root: int) -> None:
        self.parents: dict[int, int] = {root: root}
        self.costs: dict[int, int] = {root: 0}
        self.layer: list[int] = [root]

    def grow(self, both: Sequence[Rows]) -> None:
        """Replace the outermost layer by the next, each vertex with its cheapest parent."""
        layer: dict[int, tuple[int, int]] = {}
        for vertex in self.layer:
            near = _near(both, vertex)
            offer = (self.costs[vertex] + len(near), vertex)
            for target in near:
                if target not in self.parents and offer < layer.get(target, (offer[0] + 1, 0)):
                    layer[target] = offer
        self.layer = sorted(layer)
        for vertex, (cost, parent) in layer.items():
            self.parents[vertex] = parent
            self.costs[vertex] = cost

    def way(self, vertex: int) -> list[int]:
        """From *vertex* to the root."""
        found = [vertex]
        while self.parents[vertex] != vertex:
            vertex = self.parents[vertex]
            found.append(vertex)
        return found


def _near(both: Sequence[Rows], vertex: int) -> set[int]:
    return {target for arrows in both for target in arrows.row(vertex)}


def shortest_path(both: Sequence[Rows], start: int, goal: int) -> list[int]:
    """A shortest way from *start* to *goal* along the arrows of *both*; empty if there is none.

    Of several, one over vertices with few neighbours, which say more about what they join. The
    way back is the same way reversed.
    """
    if start > goal:
        return shortest_path(both, goal, start)[::-1]
    ends = (_Side(start), _Side(goal))
    meeting = [start] if start == goal else []
    while not meeting:
        side, other = sorted(ends, key=lambda end: len(end.layer))
        side.grow(both)
        if not side.layer:
            return []
        meeting = [vertex for vertex in side.layer if vertex in other.parents]
    first, second = ends

    def cost(vertex: int) -> tuple[int, int]:
        return first.costs[vertex] + second.costs[vertex] + len(_near(both, vertex)), vertex

    best = min(meeting, key=cost)
    return [*first.way(best)[::-1], *second.way(best)[1:]]
