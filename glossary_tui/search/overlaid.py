"""The search of a glossary of which a few entries have changed, without making its index anew."""

from __future__ import annotations

from bisect import bisect_right
from heapq import merge

from glossary_tui.glossary.records import Chosen
from glossary_tui.search.hits import Hits, listed
from glossary_tui.search.query import parse
from glossary_tui.search.searcher import Searcher
from glossary_tui.search.tiers import PARTS, WORD
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary import Glossary
    from glossary_tui.glossary.overlaid_links import Moves
    from glossary_tui.model import Entry
    from glossary_tui.search.hit import Hit

_SURE = 1 / (2 + WORD)
"""The score of an answer beside which nothing is guessed, at least."""
_GUESSED = 1 / (1 + PARTS)
"""That of a guess, at most."""


class OverlaidSearcher(Searcher):
    """Finds the entries of *glossary*: those that *base* finds, but for what has changed.

    *moves* tell the two glossaries apart. Answers are ordered as one index would order them, but
    for what it would have guessed.
    """

    def __init__(self, glossary: Glossary, base: Searcher, moves: Moves) -> None:
        from glossary_tui.glossary import Glossary as Made

        self.base = base
        """The search of the glossary as it was."""
        super().__init__(glossary)
        self._moves = moves
        self._places = sorted(moves.added)
        self._more = Searcher(Made([glossary.entries[place] for place in self._places]))
        base.hidden = moves.gone

    def find(self, text: str, limit: int | None = 1_000) -> Hits:
        """What `search` finds, each hit made when it is asked for."""
        query = parse(text)
        if query.has_filters and not query.in_text and not query.plain.strip():
            positions = self._allowed_positions(text)
            entries = Chosen(self._glossary.entries, positions[:limit])
            return Hits(len(entries), listed(entries))
        held, more = self.base.find(text, limit), list(self._more.find(text, limit))
        if not more:
            return held
        best = held[0].score if len(held) else 0.0
        if best >= _SURE:
            more = [hit for hit in more if hit.score > _GUESSED]
        elif more and more[0].score >= _SURE and best <= _GUESSED:
            held = Hits(0, listed([]))
        return _merged(held, more, limit)

    def nearest(self, text: str, limit: int = 5) -> tuple[Entry, ...]:
        """What to offer where nothing is found: the entries that come nearest to *text* by name."""
        from glossary_tui.search.nearest import away_from

        folded = fold(text)
        near = sorted(
            (away_from(folded, entry), self._glossary.position(entry), entry)
            for searcher in (self.base, self._more)
            for entry in searcher.nearest(text, limit)
        )
        return tuple(entry for _, _, entry in near[:limit])

    def _allowed_positions(self, text: str) -> list[int]:
        """The positions that the operators of a query let through which asks for nothing else."""
        held = self._moves.all_of(self.base.allowed(text))
        return list(merge(held, [self._places[at] for at in self._more.allowed(text)]))

    def step(self, entries: int = 25) -> bool:
        """Does a part of what later queries need. True while something is left."""
        return self._more.step(entries) or self.base.step(entries)

    def take_text(self) -> None:
        """Look for the bodies once more, which somebody else has read, or has not."""
        self.base.take_text()

    @property
    def is_ready(self) -> bool:
        """Whether a query of the names finds everything prepared."""
        return self.base.is_ready

    @property
    def is_text_ready(self) -> bool:
        """Whether a query of the bodies is answered in full."""
        return self.base.is_text_ready and self._more.is_text_ready

    def read_text(self) -> None:
        """Reads all bodies now."""
        self._more.read_text()
        self.base.read_text()


def _merged(held: Hits, more: list[Hit], limit: int | None) -> Hits:
    """*more* among the hits that are *held*, each behind those that answer as well."""
    sources: list[int | Hit] = list(range(len(held)))
    places = [
        bisect_right(range(len(held)), -hit.score, key=lambda at: -held[at].score) for hit in more
    ]
    for place, hit in reversed([*zip(places, more, strict=True)]):
        sources.insert(place, hit)
    sources = sources[:limit]

    def make(index: int) -> Hit:
        source = sources[index]
        return held[source] if isinstance(source, int) else source

    return Hits(len(sources), make)
