"""The glossary in memory: every entry, by each of its names."""

from __future__ import annotations

import re
from functools import cached_property

from glossary_tui.text.fold import fold, singular
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary_tui.model import Entry

_PARENTHESIS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")


class Glossary:
    """Entries in the order of their folded titles, and what any name of theirs leads to.

    Immutable: when files change, a new one is made. Entries are told apart by id; of two with
    the same id the later one counts.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        by_id = {entry.id: entry for entry in entries}
        keyed = sorted((fold(entry.title), entry.id) for entry in by_id.values())
        self.entries: tuple[Entry, ...] = tuple(by_id[entry_id] for _, entry_id in keyed)
        """Every entry, sorted by folded title, then id. An entry's index here is its position."""
        self.folded_titles: tuple[str, ...] = tuple(folded for folded, _ in keyed)
        """The folded title of each entry, by position."""

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {entry.id: position for position, entry in enumerate(self.entries)}

    def position(self, entry: Entry) -> int:
        """Where *entry* stands in `entries`. Raises KeyError for one of another glossary."""
        return self._positions[entry.id]

    def by_id(self, entry_id: str) -> Entry | None:
        """The entry of exactly this id."""
        position = self._positions.get(entry_id)
        return None if position is None else self.entries[position]

    @cached_property
    def by_tag(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each tag, tags in alphabetical order."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            for tag in entry.tags:
                found.setdefault(tag, []).append(entry)
        return {tag: tuple(found[tag]) for tag in sorted(found, key=fold)}

    @cached_property
    def shared_titles(self) -> frozenset[str]:
        """The titles that more than one entry has: these are told apart by id."""
        pairs = zip(self.entries, self.entries[1:], strict=False)
        folded = zip(self.folded_titles, self.folded_titles[1:], strict=False)
        return frozenset(
            entry.title
            for both, (one, other) in zip(pairs, folded, strict=True)
            if one == other
            for entry in both
        )

    @cached_property
    def _by_key(self) -> dict[str, tuple[int, ...]]:
        """Positions by a coarse key of each name; `candidates` tells the names apart."""
        found: dict[str, tuple[int, ...]] = {}
        for position, entry in enumerate(self.entries):
            for key in set(map(_key, _folded_names(entry))):
                found[key] = (*found.get(key, ()), position)
        return found

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
        for key in dict.fromkeys((_key(folded), _key(fold(target)))):
            for position in self._by_key.get(key, ()):
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
    names = _folded_names(entry)
    if folded in names:
        return 4
    if singular(folded) in map(singular, names):
        return 5
    if _joined(folded) in map(_joined, names):
        return 6
    return _NO_MATCH


def _joined(folded: str) -> str:
    return singular(folded.replace(" ", ""))


def _key(folded: str) -> str:
    """A key that all forms of a name share: number, joined or split words; some others do too."""
    return singular(folded).replace(" ", "").replace("e", "")


def _folded_names(entry: Entry) -> tuple[str, ...]:
    """Every folded name that leads to *entry*: title, parts of the title, aliases, id, old paths."""
    title = entry.title
    names = [title, *entry.aliases, entry.id, *entry.old_paths]
    if "/" in entry.id:
        names.append(entry.stem)
    inside = _PARENTHESIS.search(title)
    if inside:
        names.append(_PARENTHESIS.sub(" ", title))
        if entry.acronym:
            names.append(inside[1])
    return tuple(dict.fromkeys(filter(None, map(fold, names))))
