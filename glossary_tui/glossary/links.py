"""The graph that links make of the entries."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Literal

    from glossary_tui.glossary.adjacency import Adjacency, Rows
    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.glossary.names import NameIndex
    from glossary_tui.model import Entry, Link

    Stored = tuple[bytes, bytes, bytes, bytes, bytes, bytes]
    """The starts and the targets of whom each entry names, then of whom it is named by; the
    columns of `LinkGraph.loose`."""
    Direction = Literal["names", "named by", "both"]
    """Which of two neighbours names the other: the first, the second, or each."""


class Neighbour(NamedTuple):
    """A term that an entry names, and the entries that answer to it."""

    link: Link
    """The link as it was written."""
    entries: tuple[Entry, ...]
    """None: no entry here; one: the entry; more: the reader must choose."""

    @property
    def entry(self) -> Entry | None:
        """The one entry that is meant, if it is only one."""
        return self.entries[0] if len(self.entries) == 1 else None


class SecondStep(NamedTuple):
    """An entry two steps away."""

    entry: Entry
    through: tuple[Entry, ...]
    """The neighbours that lead to it, in their order."""


class SecondSteps:
    """The entries two steps away, in their order. There may be thousands: each is made when asked for."""

    def __init__(
        self, glossary: Glossary, ranked: list[int], through: dict[int, list[int]]
    ) -> None:
        self._entries = glossary.entries
        self._ranked = ranked
        self._through = through

    def __len__(self) -> int:
        return len(self._ranked)

    def __getitem__(self, index: int) -> SecondStep:
        position = self._ranked[index]
        middles = tuple(self._entries[middle] for middle in self._through[position])
        return SecondStep(self._entries[position], middles)

    def __iter__(self) -> Iterator[SecondStep]:
        return (self[index] for index in range(len(self)))


class Step(NamedTuple):
    """From one entry of a path to the next."""

    before: Entry
    after: Entry
    direction: Direction
    """Whether `before` names `after`, is named by it, or both."""
    link: Link
    """The first link from the one that names to the other, as it was written there."""

    @property
    def source(self) -> Entry:
        """The entry that holds `link`."""
        return self.after if self.direction == "named by" else self.before


class LinkGraph:
    """Which entry names which, in both directions.

    A link counts that means one entry, another than its own. What needs the whole graph makes
    it first, in one pass over every link, or takes what `stored` gave for the same entries.
    """

    def __init__(
        self, glossary: Glossary, stored: Callable[[], Stored | None] | None = None
    ) -> None:
        self._glossary = glossary
        self._given = stored

    def stored(self) -> Stored:
        """Who names whom, in both directions, as bytes."""
        from array import array

        named, naming, loose = self._whole
        columns = (array("I", loose.hashes).tobytes(), array("I", loose.positions).tobytes())
        return (*named.stored(), *naming.stored(), *columns)

    def prepare(self) -> None:
        """Make now what needs every link, so that nobody has to wait for it."""
        if len(self._glossary):
            self.times_named(0)

    def related(self, entry: Entry) -> tuple[Neighbour, ...]:
        """The related terms of *entry* in its author's order, each once, unresolved ones too."""
        found: dict[str, Neighbour] = {}
        for link in entry.related:
            if link.is_external:
                continue
            entries = self._glossary.candidates(link.target, entry)
            key = "\n".join(each.id for each in entries) or link.target.casefold()
            if entries != (entry,):
                found.setdefault(key, Neighbour(link, entries))
        return tuple(found.values())

    def unresolved(self, entry: Entry) -> tuple[Link, ...]:
        """The related terms of *entry* that no entry answers to."""
        return tuple(near.link for near in self.related(entry) if not near.entries)

    def referenced_by(self, entry: Entry, most: int | None = None) -> tuple[Entry, ...]:
        """The entries that name *entry*, in the glossary's order, the first *most* of them."""
        return self._entries(self._naming.row(self._glossary.position(entry))[:most])

    def times_named(self, position: int) -> int:
        """How many entries name the one at *position* of the glossary."""
        return len(self._naming.row(position))

    def naming(self, entry: Entry) -> int:
        """How many entries name *entry*."""
        return self.times_named(self._glossary.position(entry))

    def neighbours(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that *entry* names, in its author's order, then those that name it."""
        return self._entries(self._near(self._glossary.position(entry)))

    def named(self, entry: Entry) -> Sequence[int]:
        """The positions of the entries that *entry* names, each once, in its author's order."""
        return self._named.row(self._glossary.position(entry))

    @property
    def adjacency(self) -> Adjacency:
        """`named` of every entry, by its position."""
        return self._whole[0]

    @property
    def loose(self) -> NameIndex:
        """Which entries have links that may come to lead elsewhere by a name that is not theirs yet.

        The hashes of the names that would do it: of links that mean no entry or several, of paths
        that were shortened until they meant one.
        """
        return self._whole[2]

    def second_steps(self, entry: Entry) -> SecondSteps:
        """The neighbours of neighbours: first those that most neighbours lead to.

        Of as many, those with fewer neighbours of their own come first: they are the closer kin.
        """
        here = self._glossary.position(entry)
        near = self._near(here)
        known = {here, *near}
        through: dict[int, list[int]] = {}
        for middle in near:
            for position in self._near(middle):
                if position not in known:
                    through.setdefault(position, []).append(middle)

        def rank(position: int) -> tuple[int, int, int]:
            links = len(self._named.row(position)) + len(self._naming.row(position))
            return -len(through[position]), links, position

        return SecondSteps(self._glossary, sorted(through, key=rank), through)

    def path(self, start: Entry, goal: Entry) -> tuple[Entry, ...]:
        """A shortest way from *start* to *goal*, both included; empty where none leads there.

        Links are followed in either direction. Of several ways, one over terms with few
        neighbours; the way back is the same reversed.
        """
        from glossary_tui.glossary.adjacency import shortest_path

        position = self._glossary.position
        both = (self._named, self._naming)
        return self._entries(shortest_path(both, position(start), position(goal)))

    def steps(self, path: Sequence[Entry]) -> tuple[Step, ...]:
        """How each entry of *path* leads to the next. Raises ValueError where no link does."""
        return tuple(self._step(before, after) for before, after in pairwise(path))

    def direction(self, one: Entry, other: Entry) -> Direction | None:
        """Which of the two names the other; None where neither does."""
        here, there = self._glossary.position(one), self._glossary.position(other)
        names, named = there in self._named.row(here), here in self._named.row(there)
        if names and named:
            return "both"
        return "names" if names else "named by" if named else None

    def _step(self, before: Entry, after: Entry) -> Step:
        direction = self.direction(before, after)
        if direction is None:
            raise ValueError(f"no link joins {before.id} and {after.id}")
        source, target = (after, before) if direction == "named by" else (before, after)
        link = next(
            link
            for link in source.links
            if not link.is_external and self._glossary.resolve(link.target, source) == target
        )
        return Step(before, after, direction, link)

    def _entries(self, positions: Sequence[int]) -> tuple[Entry, ...]:
        return tuple(self._glossary.entries[position] for position in positions)

    def _near(self, position: int) -> list[int]:
        return list(dict.fromkeys((*self._named.row(position), *self._naming.row(position))))

    @property
    def _named(self) -> Rows:
        """Whom each entry names, each once, in its author's order."""
        return self._whole[0]

    @property
    def _naming(self) -> Rows:
        """By whom each entry is named."""
        return self._whole[1]

    def names_from(self, position: int) -> Sequence[int]:
        """The positions of the entries that the one at *position* names, in its author's order."""
        return self._named.row(position)

    def named_by(self, position: int) -> Sequence[int]:
        """The positions of the entries that name the one at *position*, ascending."""
        return self._naming.row(position)

    @cached_property
    def _whole(self) -> tuple[Adjacency, Adjacency, NameIndex]:
        from array import array

        from glossary_tui.glossary.adjacency import Adjacency, adjacency
        from glossary_tui.glossary.link_targets import every_target
        from glossary_tui.glossary.names import NameIndex

        given, self._given = self._given, None
        stored = given() if given else None
        if stored is not None:
            named, naming = Adjacency.restored(*stored[:2]), Adjacency.restored(*stored[2:4])
            hashes, positions = (array("I", column) for column in stored[4:])
            sizes = {len(named.starts), len(naming.starts)}
            if sizes == {len(self._glossary) + 1} and len(hashes) == len(positions):
                return named, naming, NameIndex(hashes, positions)
        loose: set[int] = set()
        named = adjacency(every_target(self._glossary, loose))
        return named, named.transposed, NameIndex.of_pairs(sorted(loose))
