"""The answers to a query, each made when it is looked at."""

from __future__ import annotations

from glossary_tui.search.hit import Hit
from glossary_tui.search.names import ACRONYM, ALIAS
from glossary_tui.search.spans import Highlighter
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry
    from glossary_tui.search.answers import Ranked
    from glossary_tui.search.columns import Columns
    from glossary_tui.search.fulltext import Words
    from glossary_tui.search.hit import Why


_KEPT = 100
"""Hits that are kept: more than a window has rows."""
_AHEAD = 40
"""How many rows' bodies are fetched at once: about those in sight."""


class Hits:
    """So many hits, best first. A hit is made when it is asked for; the last few are kept.

    Those are what a list has in sight, which is asked for to be drawn, and again by who looks after it.
    """

    def __init__(self, size: int, make: Callable[[int], Hit]) -> None:
        self._size = size
        self._make = make
        self._kept: dict[int, Hit] = {}

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: int) -> Hit:
        if not -self._size <= index < self._size:
            raise IndexError(index)
        index %= self._size
        hit = self._kept.get(index)
        if hit is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            hit = self._kept[index] = self._make(index)
        return hit

    def __iter__(self) -> Iterator[Hit]:
        return map(self._make, range(self._size))


def listed(entries: Sequence[Entry]) -> Callable[[int], Hit]:
    """Makes hits of entries that are only listed: nothing of their names was asked for."""

    def make(index: int) -> Hit:
        return Hit(entries[index], "title", 0.5, (), entries[index].title)

    return make


def by_name(
    glossary: Glossary, columns: Columns, found: Ranked, folded: str
) -> Callable[[int], Hit]:
    """Makes hits of answers by name."""
    from glossary_tui.search import tiers

    highlighter = Highlighter(folded)
    answers: dict[int, Callable[[str, str], bool]] = {
        tiers.BEGINS: str.startswith,
        tiers.BEGUN: str.startswith,
        tiers.WORD: _has_words,
        tiers.WORDS: _has_words,
        tiers.PARTS: str.__contains__,
    }

    def make(index: int) -> Hit:
        each = found[index]
        entry = glossary.entries[columns.entry[each.name]]
        shown = columns.written(entry, each.name)
        score = 1 / (1 + each.tier + min(each.penalty, 90) / 100)
        kind = columns.kind[each.name]
        if each.tier in (tiers.INITIALS, tiers.INITIALS_BEGUN):
            return Hit(entry, "acronym", score, highlighter.initials(shown), shown)
        why: Why = "alias" if kind >= ALIAS else "acronym" if kind == ACRONYM else "title"
        if why != "title" and answers.get(each.tier, _never)(fold(entry.title), folded):
            # Of two names that answer so, people know the entry by its title.
            why, shown = "title", entry.title
        if each.tier in (tiers.WORD, tiers.WORDS, tiers.PARTS):
            why = "words"
        elif each.tier == tiers.LOOSE:
            why = "letters" if highlighter.is_shortening_of(columns.text(each.name)) else "typo"
        return Hit(entry, why, score, highlighter.words(shown), shown)

    return make


def _has_words(title: str, folded: str) -> bool:
    """Whether each of the typed words begins one of *title*."""
    words = title.split()
    return all(any(word.startswith(typed) for word in words) for typed in folded.split())


def _never(_title: str, _folded: str) -> bool:
    return False


def by_text(
    full_text: Words,
    entries: Sequence[Entry],
    found: list[tuple[int, int]],
    words: list[str],
    *,
    begun: bool,
) -> Callable[[int], Hit]:
    """Makes hits of answers by body, each a row of *full_text* and its position in *entries*."""
    from glossary_tui.search.excerpt import Excerpts

    excerpts = Excerpts(words, begun=begun)

    def make(index: int) -> Hit:
        row, position = found[index]
        entry = entries[position]
        ahead = (row for row, _ in found[index + 1 : index + _AHEAD])
        line, spans = excerpts.of(*full_text.bodies.of(row, ahead))
        return Hit(entry, "text", 1 / (1 + index), spans, line or entry.title)

    return make
