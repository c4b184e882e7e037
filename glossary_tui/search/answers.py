"""The answers to a query while they are gathered, and in the end the best name of each entry."""

from __future__ import annotations

from bisect import bisect_right
from itertools import repeat

from glossary_tui.model.record import NamedTuple
from glossary_tui.search.smallest import smallest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from glossary_tui.search.columns import Columns

    Penalties = Callable[[Sequence[int]], Iterable[float]]
    """What speaks against each of some names among answers of the same tier."""
    Part = tuple[list[int], Penalties | None]
    """Names, ascending, and their penalties; none has any for None."""

_LOOKED_AT = 200
"""How many names of a tier are looked at closely, the best by number, at least."""


class Found(NamedTuple):
    """One entry that answers, and by which of its names."""

    tier: int
    """The reason."""
    penalty: float
    """What speaks against it among answers of the same tier."""
    name: int
    """The number of the name."""


class Answers:
    """The best answers among the *allowed* positions of a glossary, at most *limit*.

    *times* says of each position how many other entries name its term, where that is known. Those
    at *hidden* positions are none.
    """

    def __init__(
        self,
        columns: Columns,
        limit: int | None,
        allowed: set[int] | None,
        times: Sequence[int] = (),
        hidden: frozenset[int] = frozenset(),
    ) -> None:
        self._columns = columns
        self._limit = limit
        self._allowed = allowed
        self._times = times
        self._hidden = hidden
        self._tiers: dict[int, list[Part]] = {}
        self._positions: set[int] = set()

    def sorted(self) -> Ranked:
        """The answers, best first, each entry by the best of its names."""
        size = len(self._positions)
        if self._limit is not None:
            size = min(size, self._limit)
        return Ranked(self._columns, sorted(self._tiers.items()), size, self._times)

    def numbers(self) -> dict[int, int]:
        """How many entries answer by each tier, the better ones first."""
        seen: set[int] = set()
        numbers = {}
        for tier, parts in sorted(self._tiers.items()):
            before = len(seen)
            for names, _ in parts:
                seen.update(map(self._columns.entry.__getitem__, names))
            numbers[tier] = len(seen) - before
        return {tier: number for tier, number in numbers.items() if number}

    @property
    def is_full(self) -> bool:
        """Whether better tiers have filled the list, so that the next ones cannot enter it."""
        return self._limit is not None and len(self._positions) >= self._limit

    def choose(self, names: Collection[int]) -> list[int]:
        """Those of *names* that are looked at, ascending: all of them, or the best by number."""
        if self._allowed is not None:
            allowed, entry = self._allowed, self._columns.entry
            names = [name for name in names if entry[name] in allowed]
        if self._limit is None:
            return sorted(set(names))
        return smallest(names, max(_LOOKED_AT, 2 * self._limit))

    def add(self, names: Collection[int], tier: int, penalties: Penalties | None = None) -> None:
        """Adds the entries that answer by *names*, unless they do so by a better tier.

        What speaks against them is asked for when they are put in order, if ever.
        """
        if not len(names):
            return
        chosen = self.choose(names)
        entry = self._columns.entry
        if self._hidden:
            chosen = [name for name in chosen if entry[name] not in self._hidden]
        self._positions.update(map(entry.__getitem__, chosen))
        self._tiers.setdefault(tier, []).append((chosen, penalties))


class Ranked:
    """*size* answers of *tiers*, best first: a tier is put in order when it is come to.

    Most of the time nobody goes further than the rows in sight, which are of the first or second.
    """

    def __init__(
        self,
        columns: Columns,
        tiers: list[tuple[int, list[Part]]],
        size: int,
        times: Sequence[int],
    ) -> None:
        self._columns = columns
        self._size = size
        self._times = times
        self._left = iter(tiers)
        self._seen: set[int] = set()
        self._found: list[tuple[int, float, int]] = []

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: int) -> Found:
        if not 0 <= index < self._size:
            raise IndexError(index)
        while index >= len(self._found):
            self._rank(*next(self._left))
        return Found(*self._found[index])

    def __iter__(self) -> Iterator[Found]:
        return map(self.__getitem__, range(self._size))

    def _rank(self, tier: int, parts: list[Part]) -> None:
        """Find the answers of the next tier."""
        penalties: dict[int, float] = {}
        for names, costs in parts:
            found = dict(zip(names, costs(names) if costs else repeat(0.0), strict=False))
            for name, penalty in penalties.items():
                if penalty <= found.get(name, penalty):
                    found[name] = penalty
            penalties = found
        names = sorted(penalties)
        if self._times:
            names = self._central_first(names)
        names.sort(key=penalties.__getitem__)
        entry, seen = self._columns.entry, self._seen
        for name in names:
            position = entry[name]
            if position not in seen:
                seen.add(position)
                self._found.append((tier, penalties[name], name))

    def _central_first(self, names: list[int]) -> list[int]:
        """*names*, ascending and so by the number of their words, the central ones of each first."""
        positions = map(self._columns.entry.__getitem__, names)
        central = dict(zip(names, map(self._times.__getitem__, positions), strict=True))
        size = self._columns.size
        ordered: list[int] = []
        while len(ordered) < len(names):
            first = len(ordered)
            last = bisect_right(names, size(names[first]), first, key=size)
            # Reversed, a sort still keeps the order of what is equal.
            ordered += sorted(names[first:last], key=central.__getitem__, reverse=True)
        return ordered
