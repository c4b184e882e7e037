"""The graph of a glossary of which a few entries have changed, without following every link again."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cached_property

from glossary_tui.glossary.adjacency import adjacency
from glossary_tui.glossary.link_targets import targets_of
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.names import NameIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from glossary_tui.glossary.adjacency import Adjacency, Rows
    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry


class Moves:
    """Which entry of one glossary stands where in another, which has a few others."""

    def __init__(
        self,
        to: Sequence[int],
        back: Callable[[int], int],
        gone: Iterable[int],
        added: Iterable[int],
    ) -> None:
        self.to = to
        """The new position of each old one; -1 where the entry has gone or changed."""
        self.back = back
        """The old position of a new one; -1 where the entry has come or changed."""
        self.gone = frozenset(gone)
        """The old positions of entries that have gone or changed."""
        self.added = frozenset(added)
        """The new positions of entries that have come or changed."""

    def with_renewed(self, renewed: Mapping[int, int]) -> Moves:
        """The same for links: what stood at the positions *renewed* is what links lead to there now."""
        to = array("i", self.to)
        for old, new in renewed.items():
            to[old] = new
        before = {new: old for old, new in renewed.items()}

        def back(position: int) -> int:
            old = before.get(position)
            return self.back(position) if old is None else old

        return Moves(to, back, self.gone, self.added)

    def all_of(self, positions: Iterable[int]) -> list[int]:
        """The new positions of old ones that are still there."""
        to = self.to
        return [to[position] for position in positions if to[position] >= 0]


class OverlaidGraph(LinkGraph):
    """Which entry names which in *glossary*, which *moves* tell from that of *base*.

    *touched* are the hashes of all names of the entries that have gone or come, or are called
    otherwise: links that lead to an entry of such a name, or may, are followed again, and those of
    entries that have come or changed; no others.
    """

    def __init__(
        self,
        glossary: Glossary,
        base: LinkGraph,
        base_names: NameIndex,
        moves: Moves,
        touched: Iterable[int],
    ) -> None:
        super().__init__(glossary)
        self._base = base
        self._base_names = base_names
        self._moves = moves
        self._touched = touched

    @cached_property
    def _followed(self) -> dict[int, list[int]]:
        """The rows of the entries whose links may lead elsewhere than they did."""
        old: set[int] = set()
        for number in self._touched:
            old.update(self._base.loose.of_hash(number))
            for position in self._base_names.of_hash(number):
                old.update(self._base.named_by(position))
        positions = self._moves.added.union(self._moves.all_of(old))
        return {position: targets_of(self._glossary, position) for position in sorted(positions)}

    @property
    def _named(self) -> Rows:
        return _Named(self._base, self._moves, self._followed)

    @cached_property
    def _naming(self) -> Rows:
        return _Naming(self._base, self._moves, self._followed)

    @cached_property
    def _whole(self) -> tuple[Adjacency, Adjacency, NameIndex]:
        """Everything in columns: for what walks all of the graph."""
        size = range(len(self._glossary))
        named = adjacency(map(self._named.row, size))
        return named, adjacency(map(self._naming.row, size)), NameIndex((), ())

    def named(self, entry: Entry) -> Sequence[int]:
        """The positions of the entries that *entry* names, each once, in its author's order."""
        return self._named.row(self._glossary.position(entry))


class _Named:
    """Whom each entry names."""

    def __init__(self, base: LinkGraph, moves: Moves, followed: dict[int, list[int]]) -> None:
        self._base = base
        self._moves = moves
        self._followed = followed

    def row(self, position: int) -> Sequence[int]:
        """The positions that the entry at *position* names."""
        followed = self._followed.get(position)
        if followed is not None:
            return followed
        return array("i", self._moves.all_of(self._base.names_from(self._moves.back(position))))


class _Naming:
    """By whom each entry is named."""

    def __init__(self, base: LinkGraph, moves: Moves, followed: dict[int, list[int]]) -> None:
        self._base = base
        self._moves = moves
        self._followed = followed
        self._by_target: dict[int, list[int]] = {}
        for position, targets in followed.items():
            for target in targets:
                self._by_target.setdefault(target, []).append(position)

    def row(self, position: int) -> Sequence[int]:
        """The positions of the entries that name the one at *position*, ascending."""
        old = self._moves.back(position)
        held = self._moves.all_of(self._base.named_by(old)) if old >= 0 else []
        kept = [each for each in held if each not in self._followed]
        for each in self._by_target.get(position, ()):
            kept.insert(bisect_left(kept, each), each)
        return array("i", kept)
