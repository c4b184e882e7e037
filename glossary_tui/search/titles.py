"""The search of a glossary whose index is not there yet: by titles, which are in order anyway."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, islice

from glossary_tui.search.filters import Filters
from glossary_tui.search.hit import Hit
from glossary_tui.search.hits import Hits, listed
from glossary_tui.search.query import Query, parse
from glossary_tui.search.searcher import Searcher
from glossary_tui.search.sorted_text import SortedTexts
from glossary_tui.search.spans import Highlighter
from glossary_tui.search.tiers import BEGINS, EXACT, PARTS, WORDS
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.search.hit import Why

    Answers = list[tuple[int, int]]
    """The positions of the entries that answer, best first, each with its tier."""

_LOOKED_AT = 2_000
"""Titles that hold a word of the query that are looked at: a key has no time for more."""


class TitleSearcher(Searcher):
    """Finds the entries of *glossary* by their titles, and by every name that is typed in full.

    Nothing is made for it but a column of the titles. What has slips in it, initials and the words
    of the bodies are found once there is an index.
    """

    def find(self, text: str, limit: int | None = 1_000) -> Hits:
        """What `search` finds, each hit made when it is asked for."""
        query = parse(text)
        if not query.whole or query.in_text or (limit is not None and limit < 1):
            return Hits(0, listed([]))
        found = self._titled(query, limit)
        if not len(found) and query.plain.rstrip() != query.whole:
            found = self._titled(Query(plain=query.whole, whole=query.whole), limit)
        return found

    def nearest(self, text: str, limit: int = 5) -> tuple[Entry, ...]:  # noqa: ARG002 # the base's
        """None: to compare every name takes longer than it takes until there is an index."""
        return ()

    def step(self, entries: int = 25) -> bool:  # noqa: ARG002 # the base's
        """There is nothing to prepare."""
        return False

    def _titled(self, query: Query, limit: int | None) -> Hits:
        allowed = self._filters.allowed(query) if query.has_filters else None
        wanted = query.plain.strip() or " ".join((*query.beginnings, *query.phrases))
        folded = fold(wanted)
        if not folded:
            return self._listed(allowed, limit)
        found: dict[int, int] = {}
        for position, tier in chain(self._called(wanted), self._holding(folded, limit)):
            if position not in self.hidden and (allowed is None or position in allowed):
                found.setdefault(position, tier)
        answers = sorted(found.items(), key=lambda answer: answer[1])[:limit]
        return Hits(len(answers), _maker(self._glossary, answers, folded))

    def _called(self, wanted: str) -> Iterator[tuple[int, int]]:
        """The entries that are called what is *wanted*, by whichever of their names."""
        for entry in self._glossary.candidates(wanted):
            yield self._glossary.position(entry), EXACT

    def _holding(self, folded: str, limit: int | None) -> Iterator[tuple[int, int]]:
        """Those whose titles hold the words of a *folded* query, those that begin with it first."""
        titles = self._titles
        first, last = titles.rows(folded)
        yield from ((row, BEGINS) for row in range(first, last))
        if limit is not None and last - first >= limit:
            return
        words = folded.split()
        for row in islice(_rows_with(titles, max(words, key=len)), _LOOKED_AT):
            title = f" {titles[row]}"
            if all(f" {word}" in title for word in words):
                yield row, WORDS
            elif all(word in title for word in words):
                yield row, PARTS

    @cached_property
    def _titles(self) -> SortedTexts:
        """The folded titles: a row is a position."""
        titles = self._glossary.folded_titles
        return SortedTexts(titles, range(len(titles)))

    @cached_property
    def _filters(self) -> Filters:
        return _TitleFilters(self._glossary, self._titles)


class _TitleFilters(Filters):
    """What the operators of a query let through, as titles tell it."""

    def __init__(self, glossary: Glossary, titles: SortedTexts) -> None:
        self._glossary = glossary
        self._titles = titles

    def _beginning(self, text: str) -> set[int]:
        return set(range(*self._titles.rows(text)))

    def _holding(self, phrase: str) -> set[int]:
        rows = _rows_with(self._titles, phrase.rstrip())
        return {row for row in rows if f" {phrase}" in f" {self._titles[row]} "}


def _rows_with(titles: SortedTexts, text: str) -> Iterator[int]:
    """The rows that hold *text* anywhere, in order."""
    at = titles.text.find(text)
    while at >= 0:
        row = titles.row_at(at)
        yield row
        at = titles.text.find(text, titles.starts[row + 1])


def _maker(glossary: Glossary, answers: Answers, folded: str) -> Callable[[int], Hit]:
    """Makes hits of *answers* to a *folded* query."""
    highlighter = Highlighter(folded)

    def make(index: int) -> Hit:
        position, tier = answers[index]
        entry = glossary.entries[position]
        names = (entry.title, *entry.aliases) if tier == EXACT else ()
        shown = next((name for name in names if fold(name) == folded), entry.title)
        why: Why = "alias" if shown != entry.title else "title" if tier <= BEGINS else "words"
        return Hit(entry, why, 1 / (1 + tier), highlighter.words(shown), shown)

    return make
