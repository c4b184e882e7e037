"""The glossary: every entry, by each of its names."""

from __future__ import annotations

from functools import cached_property

from glossary_tui.glossary.names import NameIndex, folded_names
from glossary_tui.glossary.records import Chosen
from glossary_tui.text.fold import fold, singular
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary_tui.model import Entry


class Glossary:
    """Entries in the order of their folded titles, and what any name of theirs leads to.

    Immutable: when files change, a new one is made. Entries are told apart by id; of two with
    the same id the later one counts.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
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

    def position(self, entry: Entry) -> int:
        """Where *entry* stands in `entries`. Raises KeyError for one of another glossary."""
        position = self._position(entry.id)
        if position is None:
            raise KeyError(entry.id)
        return position

    def by_id(self, entry_id: str) -> Entry | None:
        """The entry of exactly this id."""
        position = self._position(entry_id)
        return None if position is None else self.entries[position]

    def _position(self, entry_id: str) -> int | None:
        entries = self.entries
        found = self.names.of_id(entry_id)
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
        return NameIndex.of(self.entries)

    @cached_property
    def mark(self) -> int:
        """A number that says whether what was made of an earlier glossary's names is of these."""
        from zlib import crc32

        mark = 0
        for entry in self.entries:
            names = "\n".join((entry.id, entry.title, *entry.aliases, ""))
            mark = crc32(names.encode("utf-8", "surrogatepass"), mark)
        return mark

    def candidates(self, name: str) -> tuple[Entry, ...]:
        """Every entry that *name* may mean, by the first of these rules that any entry meets.

        The id, or a path that ends in it; the file's stem; the title; an alias; any of these
        folded, the title also without its parenthesis or by what stands in it; the singular or
        plural of one; one with its words joined or split. Two entries that answer by the same
        rule are both given.
        """
        target = path_of(name)
        found = self._by_rank(name, target)
        while not found and "/" in target:
            target = target.partition("/")[2]
            found = self._by_rank(target, target)
        return found

    def resolve(self, name: str) -> Entry | None:
        """The one entry that *name* means, or None where there is none or more than one."""
        found = self.candidates(name)
        return found[0] if len(found) == 1 else None

    def _by_rank(self, name: str, target: str) -> tuple[Entry, ...]:
        folded = fold(name)
        best: dict[str, Entry] = {}
        best_rank = _NO_MATCH - 1
        targeted = fold(target)
        places = [*self.names.of_name(folded)]
        if targeted != folded:
            places += self.names.of_name(targeted)
        for position in dict.fromkeys(places):
            entry = self.entries[position]
            rank = _rank(entry, name.strip(), folded, target)
            if rank < best_rank:
                best, best_rank = {}, rank
            if rank == best_rank:
                best[entry.id] = entry
        return tuple(best.values())


_NO_MATCH = 8


def _rank(entry: Entry, name: str, folded: str, target: str) -> int:
    """Which rule of `Glossary.candidates` *entry* meets, or `_NO_MATCH`."""
    if target == entry.id or target in entry.old_paths:
        return 0
    if target == entry.stem:
        return 1
    if name == entry.title:
        return 2
    if name in entry.aliases:
        return 3
    names = folded_names(entry)
    if folded in names:
        return 4
    if singular(folded) in map(singular, names):
        return 5
    if _joined(folded) in map(_joined, names):
        return 6
    return _NO_MATCH


def _joined(folded: str) -> str:
    return singular(folded.replace(" ", ""))
