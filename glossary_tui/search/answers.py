"""The answers to a query while they are gathered: the best name of each entry."""

from __future__ import annotations

from heapq import nsmallest

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from glossary_tui.search.columns import Columns

_LOOKED_AT = 200
"""How many names of a tier are looked at closely, the best by number, at least."""


class Found(NamedTuple):
    """One entry that answers, and by which of its names. Found are sorted best first."""

    tier: int
    """The reason."""
    penalty: float
    """What speaks against it among answers of the same tier."""
    words: int
    """How many words the name has."""
    central: int
    """Minus the number of times that the term is named by others."""
    name: int
    """The number of the name."""


class Answers:
    """The best answers among the *allowed* positions of a glossary, at most *limit*.

    *times_named* says of a position how many other entries name its term. Those at *hidden*
    positions are none.
    """

    def __init__(
        self,
        columns: Columns,
        limit: int | None,
        allowed: set[int] | None,
        times_named: Callable[[int], int],
        hidden: frozenset[int] = frozenset(),
    ) -> None:
        self._columns = columns
        self._limit = limit
        self._allowed = allowed
        self._times_named = times_named
        self._hidden = hidden
        self._best: dict[int, Found] = {}

    def sorted(self) -> list[Found]:
        """The answers, best first."""
        return sorted(self._best.values())[: self._limit]

    def drop(self, tier: int) -> None:
        """Forgets the answers of one tier."""
        self._best = {at: found for at, found in self._best.items() if found.tier != tier}

    @property
    def is_full(self) -> bool:
        """Whether better tiers have filled the list, so that the next ones cannot enter it."""
        return self._limit is not None and len(self._best) >= self._limit

    def choose(self, names: Iterable[int]) -> list[int]:
        """Those of *names* that are looked at: all of them, or the best by number."""
        if self._allowed is not None:
            allowed, entry = self._allowed, self._columns.entry
            names = [name for name in names if entry[name] in allowed]
        if self._limit is None:
            return sorted(set(names))
        return nsmallest(max(_LOOKED_AT, 2 * self._limit), names)

    def add(
        self, names: Iterable[int], tier: int, penalty: Callable[[int], float] | None = None
    ) -> None:
        """Adds the entries that answer by *names*, unless they do so by a better tier."""
        columns, best = self._columns, self._best
        entry, starts, hidden = columns.entry, columns.starts, self._hidden
        for name in self.choose(names):
            position = entry[name]
            if position in hidden:
                continue
            held = best.get(position)
            if held is not None and held.tier < tier:
                continue
            found = Found(
                tier,
                penalty(name) if penalty else 0.0,
                starts[name + 1] - starts[name],
                -self._times_named(position),
                name,
            )
            if held is None or found < held:
                best[position] = found
