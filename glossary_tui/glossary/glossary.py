"""The glossary: every entry, by each of its names."""

from __future__ import annotations

from functools import cached_property

from glossary_tui.glossary.names import NameIndex, common_mark, folded_names, mark_of, own_id
from glossary_tui.glossary.records import Chosen
from glossary_tui.text.fold import fold, singular
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary_tui.model import Entry

_SAME_NAME, _WORST, _NO_MATCH = 4, 7, 8
"""Ranks of an answer: the last at which it has the very name, the last that counts, none."""


class Glossary:
    """Entries in the order of their folded titles, and what any name of theirs leads to.

    Immutable: when files change, a new one is made. Entries are told apart by id; of two with
    the same id the later one counts.
    """

    def __init__(self, entries: Iterable[Entry], parts: Iterable[str] = ()) -> None:
        self.parts: tuple[str, ...] = tuple(parts)
        """Where several glossaries are shown together, what the ids of each begin with."""
        by_id = {entry.id: entry for entry in entries}
        keyed = sorted((fold(entry.title), entry.id) for entry in by_id.values())
        self.entries: Sequence[Entry] = tuple(by_id[entry_id] for _, entry_id in keyed)
        """Every entry, sorted by folded title, then id. An entry's index here is its position.

        Of a large glossary each is made when it is asked for: two of the same position are equal,
        and need not be the same object.
        """
        self.folded_titles: Sequence[str] = tuple(folded for folded, _ in keyed)
        """The folded title of each entry, by position."""

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @cached_property
    def ids(self) -> Sequence[str]:
        """The id of each entry, by position."""
        return tuple(entry.id for entry in self.entries)

    def position(self, entry: Entry) -> int:
        """Where *entry* stands in `entries`. Raises KeyError for one of another glossary."""
        position = self.position_of(entry.id)
        if position is None:
            raise KeyError(entry.id)
        return position

    def by_id(self, entry_id: str) -> Entry | None:
        """The entry of exactly this id."""
        position = self.position_of(entry_id)
        return None if position is None else self.entries[position]

    def position_of(self, entry_id: str) -> int | None:
        """The position of the entry of this id, if there is one."""
        entries = self.entries
        own = entry_id.partition("/")[2] if self.parts else entry_id
        found = self.names.of_name(fold(own))
        return next((each for each in found if entries[each].id == entry_id), None)

    @cached_property
    def tagged(self) -> Mapping[str, Sequence[int]]:
        """The positions of the entries of each tag, tags in alphabetical order."""
        found: dict[str, list[int]] = {}
        for position, entry in enumerate(self.entries):
            for tag in entry.tags:
                found.setdefault(tag, []).append(position)
        return {tag: found[tag] for tag in sorted(found, key=fold)}

    @cached_property
    def by_tag(self) -> Mapping[str, Sequence[Entry]]:
        """The entries of each tag, tags in alphabetical order."""
        return {tag: Chosen(self.entries, positions) for tag, positions in self.tagged.items()}

    @cached_property
    def shared_titles(self) -> frozenset[str]:
        """The titles that more than one entry has: these are told apart by id."""
        folded = self.folded_titles
        pairs = zip(range(len(folded)), folded, folded[1:], strict=False)
        twins = {at for first, one, other in pairs if one == other for at in (first, first + 1)}
        return frozenset(self.entries[position].title for position in twins)

    @cached_property
    def names(self) -> NameIndex:
        """Where each name of each entry leads, roughly; `candidates` tells the names apart."""
        return NameIndex.of(self.entries, prefixed=bool(self.parts))

    @cached_property
    def mark(self) -> int:
        """A number that says whether what was made of an earlier glossary's names is of these."""
        marks = [mark_of(entry.id, entry.title, entry.aliases) for entry in self.entries]
        return common_mark(marks)

    def part_of(self, entry: Entry) -> str:
        """Which of the `parts` *entry* belongs to; '' where there are none."""
        return entry.id.partition("/")[0] if self.parts else ""

    def candidates(self, name: str, near: Entry | None = None) -> tuple[Entry, ...]:
        """Every entry that *name* may mean, by the first of these rules that any entry meets.

        The id, or a path that ends in it; the file's stem; the title; an alias; any of these
        folded, the title also without its parenthesis or by what stands in it; the singular or
        plural of one; one with its words joined or split. Two entries that answer by the same
        rule are both given. Where several glossaries are shown together, a name that stands in
        the entry *near* means one of its own glossary first.
        """
        if not self.parts:
            return self._looked_up(name)
        found = self._looked_up(name, self.part_of(near)) if near is not None else ()
        return found or self._across(name)

    def resolve(self, name: str, near: Entry | None = None) -> Entry | None:
        """The one entry that *name* means, or None where there is none or more than one."""
        found = self.candidates(name, near)
        return found[0] if len(found) == 1 else None

    def _across(self, name: str) -> tuple[Entry, ...]:
        """What *name* means in several glossaries: a full id, else what is called so in any."""
        exact = self.by_id(path_of(name))
        if exact is not None:
            return (exact,)
        called = [self._looked_up(name, part, worst=_SAME_NAME) for part in self.parts]
        return tuple(entry for found in called for entry in found) or self._looked_up(name)

    def _looked_up(self, name: str, part: str = "", *, worst: int = _WORST) -> tuple[Entry, ...]:
        target = path_of(name)
        found = self._by_rank(name, target, part, worst)
        while not found and "/" in target:
            target = target.partition("/")[2]
            found = self._by_rank(target, target, part, worst)
        return found

    def _by_rank(self, name: str, target: str, part: str, worst: int) -> tuple[Entry, ...]:
        folded = fold(name)
        best: dict[str, Entry] = {}
        best_rank = worst
        targeted = fold(target)
        places = [*self.names.of_name(folded)]
        if targeted != folded:
            places += self.names.of_name(targeted)
        for position in dict.fromkeys(places):
            entry = self.entries[position]
            if part and self.part_of(entry) != part:
                continue
            rank = _rank(entry, self._own_id(entry), name.strip(), folded, target)
            if rank < best_rank:
                best, best_rank = {}, rank
            if rank == best_rank:
                best[entry.id] = entry
        return tuple(best.values())

    def _own_id(self, entry: Entry) -> str:
        """The id of *entry* in its own glossary."""
        return own_id(entry, prefixed=bool(self.parts))


def _rank(entry: Entry, own: str, name: str, folded: str, target: str) -> int:
    """Which rule of `Glossary.candidates` *entry* meets, or `_NO_MATCH`."""
    if target in (own, *entry.old_paths):
        return 0
    if target == entry.stem:
        return 1
    if name == entry.title:
        return 2
    if name in entry.aliases:
        return 3
    names = folded_names(entry, own)
    if folded in names:
        return _SAME_NAME
    if singular(folded) in map(singular, names):
        return 5
    if _joined(folded) in map(_joined, names):
        return 6
    return _NO_MATCH


def _joined(folded: str) -> str:
    return singular(folded.replace(" ", ""))
