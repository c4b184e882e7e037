"""The search of a glossary."""

from __future__ import annotations

import gc
from array import array
from contextlib import suppress
from functools import cached_property

from glossary_tui.glossary.records import Chosen
from glossary_tui.search.hit import Hit
from glossary_tui.search.query import Query, parse
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.search.columns import Columns
    from glossary_tui.search.filters import Filters
    from glossary_tui.search.fulltext import FullText
    from glossary_tui.search.hits import Hits
    from glossary_tui.search.kept_text import Kept, KeptText
    from glossary_tui.search.lexicon import Lexicon
    from glossary_tui.search.namings import Namings
    from glossary_tui.search.tiers import Ranking

    Stored = tuple[Any, ...]

_COUNTED = 1_000
"""Entries whose links a query counts or looks up, as long as some are left."""
_READ = 25
"""Entries that a query of the bodies reads, as long as some are left."""
_CALLED_SO = 10
"""How many answers of the bodies may stand first because of their names."""
_RANKED = 500
"""How many answers of the bodies are put in order, however few are wanted."""
_SMALL = 500
"""Entries of a glossary whose bodies a query reads at once."""


class Searcher:
    """Finds the entries of a glossary.

    Nothing is done before the first query; `step` does ahead, in small parts, what queries need.
    *stored* is what `Searcher.stored` gave for the same entries, asked for when it is needed: then
    no index is built, and no links are counted. *kept* says what is kept of the bodies.
    """

    def __init__(
        self,
        glossary: Glossary,
        stored: Callable[[], Stored | None] | None = None,
        kept: Callable[[], Kept | None] | None = None,
    ) -> None:
        self._glossary = glossary
        self._given = stored
        self._kept = kept
        self.awaits_text = False
        """Whether another process reads the bodies, so that `step` need not: see `take_text`."""
        self._times: Sequence[int] = ()
        self._counting = True
        self.hidden: frozenset[int] = frozenset()
        """The positions of entries that are not to be found any more."""

    def search(self, text: str, limit: int | None = 50) -> list[Hit]:
        """The entries that *text* may mean, best first: at most *limit*, or all for None.

        An empty query has no answer. Never raises.
        """
        return list(self.find(text, limit))

    def find(self, text: str, limit: int | None = 1_000) -> Hits:
        """What `search` finds, each hit made when it is asked for: for counting and scrolling."""
        from glossary_tui.search.hits import Hits, listed

        query = parse(text)
        if not query.whole or (limit is not None and limit < 1):
            return Hits(0, listed([]))
        len(self._columns)
        if self._counting:
            self._count(_COUNTED)
        found = self._in_text(query, limit) if query.in_text else self._named(query, limit)
        if not found and query.plain.rstrip() != query.whole:
            found = self._named(Query(plain=query.whole, whole=query.whole), limit)
        return found

    def nearest(self, text: str, limit: int = 5) -> tuple[Entry, ...]:
        """What to offer where nothing is found: the entries that come nearest to *text* by name."""
        from glossary_tui.search.nearest import nearest, nearest_indexed

        if "_columns" in self.__dict__ and len(self._columns):
            return nearest_indexed(self._glossary, self._columns, text, limit, self.hidden)
        return nearest(self._glossary, text, limit, self.hidden)

    def step(self, entries: int = 25) -> bool:
        """Does a part of what later queries need, as much as so many entries take.

        First the index, in one go, then the links, then the bodies. True while something is left.
        """
        if "_columns" not in self.__dict__:
            return len(self._columns) >= 0
        if not self._lexicon.is_prepared:
            self._lexicon.step()
            if self._lexicon.is_prepared:
                self.find("qz", limit=1)  # imports what queries need
            return True
        if self._counting:
            self._count(100 * entries)
            return True
        if self.awaits_text and not self._full_text.is_kept:
            return False
        return self._full_text.step(entries)

    def take_text(self) -> None:
        """Look for the bodies once more, which somebody else has read, or has not."""
        self.awaits_text = False
        if "_full_text" in self.__dict__ and not self._full_text.is_complete:
            self._full_text.close()
            del self._full_text

    @property
    def is_ready(self) -> bool:
        """Whether a query of the names finds everything prepared."""
        return "_columns" in self.__dict__ and self._lexicon.is_prepared and not self._counting

    @property
    def is_text_ready(self) -> bool:
        """Whether the bodies have all been read, so that a query of them is answered in full."""
        return "_full_text" in self.__dict__ and self._full_text.is_complete

    def read_text(self) -> None:
        """Reads all bodies now, so that the next query of them is answered in full."""
        while self._full_text.step(_SMALL):
            pass

    def stored(self) -> Stored:
        """The index as numbers, bytes and text that `marshal` can write, and how central terms are."""
        self._count_all()
        return stored(array("I", self._times).tobytes(), self._columns.stored(self._glossary))

    @cached_property
    def _columns(self) -> Columns:
        from glossary_tui.search.columns import Columns

        given, self._given = self._given, None
        stored = given() if given else None
        restored = Columns.restored(stored[1:], self._glossary) if stored else None
        if stored and restored:
            self._times = array("I", stored[0])
            self._counting = False
            return restored
        # Nothing made here is garbage, and looking for some is a tenth of the time.
        collecting = gc.isenabled()
        gc.disable()
        try:
            return Columns(self._glossary)
        finally:
            if collecting:
                gc.enable()

    @cached_property
    def _lexicon(self) -> Lexicon:
        from glossary_tui.search.lexicon import Lexicon

        return Lexicon(self._columns)

    @cached_property
    def _filters(self) -> Filters:
        from glossary_tui.search.filters import Filters

        return Filters(self._glossary, self._columns)

    @cached_property
    def _namings(self) -> Namings:
        from glossary_tui.search.namings import Namings

        return Namings(self._glossary)

    @cached_property
    def reading_order(self) -> array[int]:
        """The positions of the entries, those that are named most first."""
        len(self._columns)
        self._count_all()
        times = self._times
        return array("I", sorted(range(len(times)), key=lambda position: -times[position]))

    @cached_property
    def _full_text(self) -> FullText | KeptText:
        from glossary_tui.search.fulltext import FullText

        entries = self._glossary.entries
        kept = self._kept() if self._kept else None
        if kept is not None:
            from glossary_tui.search.kept_text import KeptText

            with suppress(ValueError):
                return KeptText(kept, entries)
        return FullText(Chosen(entries, self.reading_order), positions=self.reading_order)

    def _count(self, entries: int) -> None:
        """Counts the links of so many more entries."""
        self._counting = self._namings.step(entries)
        if not self._counting:
            self._times = self._namings.times

    def _count_all(self) -> None:
        if self._counting:
            self._namings.complete()
            self._count(0)

    def _ranking(self, limit: int | None, allowed: set[int] | None) -> Ranking:
        from glossary_tui.search.answers import Answers
        from glossary_tui.search.tiers import Ranking

        answers = Answers(self._columns, limit, allowed, self._times, self.hidden)
        return Ranking(self._columns, self._lexicon, answers)

    def _named(self, query: Query, limit: int | None) -> Hits:
        """The entries whose names answer."""
        from glossary_tui.search.hits import Hits, by_name

        allowed = self._filters.allowed(query) if query.has_filters else None
        wanted = query.plain.strip() or " ".join((*query.beginnings, *query.phrases))
        folded = fold(wanted)
        if not folded:
            return self._listed(allowed, limit)
        ranking = self._ranking(limit, allowed)
        begun = not query.plain[-1:].isspace()
        typed = wanted.casefold()
        literal = None
        if not typed.replace(" ", "").isalnum():

            def literal(name: int) -> bool:
                entry = self._glossary.entries[self._columns.entry[name]]
                written = self._columns.written(entry, name)
                return written.casefold().startswith(typed)

        found = ranking.rank(folded, begun=begun, literal=literal)
        return Hits(len(found), by_name(self._glossary, self._columns, found, folded))

    def _listed(self, allowed: set[int] | None, limit: int | None) -> Hits:
        """The entries that the operators let through, in the glossary's order."""
        from glossary_tui.search.hits import Hits, listed

        positions = range(len(self._glossary)) if allowed is None else sorted(allowed)
        entries = Chosen(self._glossary.entries, positions[:limit])
        return Hits(len(entries), listed(entries))

    def allowed(self, text: str) -> list[int]:
        """The positions of the entries that the operators in *text* let through, ascending."""
        return sorted(self._filters.allowed(parse(text)) or ())

    def _in_text(self, query: Query, limit: int | None) -> Hits:
        """The entries whose bodies answer, of those that have been read."""
        from glossary_tui.search.fulltext import MOST_RANKED
        from glossary_tui.search.hits import Hits, by_text

        full_text = self._full_text
        if not full_text.is_complete:
            small = len(self._glossary) <= _SMALL
            full_text.step(len(self._glossary) if small else _READ)
        begun = not query.plain[-1:].isspace()
        folded = fold(query.plain)
        order = full_text.positions
        words = folded.split()
        allowed = self._filters.allowed(query) if query.has_filters else None
        # No more are put in order than are listed, but for few: the best are among the first.
        is_all = limit is None or allowed is not None
        most = MOST_RANKED if is_all else min(max(limit or 0, _RANKED), MOST_RANKED)
        found = full_text.find(words, query.phrases, query.without, begun=begun, most=most)
        positions = list(map(order.__getitem__, found))
        rows = dict(zip(positions, found, strict=True))
        if allowed is not None:
            positions = [position for position in positions if position in allowed]
        if self.hidden:
            positions = [position for position in positions if position not in self.hidden]
        positions = self._by_name_first(folded, positions, begun=begun)[:limit]
        answers = [(rows[position], position) for position in positions]
        words = [word for phrase in query.phrases for word in phrase.split()] + words
        made = by_text(full_text, self._glossary.entries, answers, words, begun=begun)
        return Hits(len(answers), made)

    def _by_name_first(self, folded: str, positions: list[int], *, begun: bool) -> list[int]:
        """*positions* with those first whose entries are called by all of the words."""
        if not folded or not positions:
            return positions
        from glossary_tui.search.fulltext import SHORTEST_PREFIX

        ranking = self._ranking(_CALLED_SO, set(positions))
        found = ranking.called(folded, begun=begun, shortest=SHORTEST_PREFIX)
        called = [self._columns.entry[each.name] for each in found]
        return list(dict.fromkeys((*called, *positions))) if called else positions


def stored(times: bytes, columns: tuple[object, ...]) -> Stored:
    """What a `Searcher` takes: how often each term is named, and the *columns*, both as they are stored."""
    return (times, *columns)
