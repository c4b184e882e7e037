"""Answers to a query that no name holds as it stands: slips, shortened words, parts of words."""

from __future__ import annotations

from itertools import repeat

from glossary_tui.search.forms import skeletons
from glossary_tui.search.lexicon import slip_cost
from glossary_tui.search.names import SMALL_WORDS
from glossary_tui.search.smallest import smallest
from glossary_tui.text.distance import keeping_order, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.search.answers import Penalties
    from glossary_tui.search.columns import Columns
    from glossary_tui.search.lexicon import Lexicon

    Reached = dict[tuple[str, int], list[tuple[int, float]]]
    """What `pieces` knows of a word from some letter of the query on."""

_MOST_WORDS = 8
_MOST_NAMES = 300
_MOST_MATCHES = 2_000
_MOST_SHORTENED = 80
_MISSING = 2.5
"""What a typed word costs that a name does not have."""
_SPARE = 0.4
"""What a word of the name costs that was not typed."""
_LONGEST = 60
_LONGEST_SHORTENED = 24


def by_parts(columns: Columns, lexicon: Lexicon, words: list[str]) -> tuple[list[int], Penalties]:
    """Names in which every word stands somewhere, inside another word perhaps; and what they cost."""
    if len(words) > _MOST_WORDS:
        return [], lambda _: ()
    near = [lexicon.parts(word) for word in words]
    names = smallest(_in_every(columns, near), _MOST_NAMES)
    return names, lambda names: _costs(columns, names, near)


def by_words(
    columns: Columns, lexicon: Lexicon, words: list[str], *, begun: bool
) -> dict[int, float]:
    """Names that hold something near every word, or near all but one."""
    words = words[:_MOST_WORDS]
    last = len(words) - 1
    near = [lexicon.near(word, begun=begun and number == last) for number, word in enumerate(words)]
    chosen = _in_every(columns, near)
    if not chosen and len(words) > 1:
        for number in range(len(words)):
            chosen |= _in_every(columns, near[:number] + near[number + 1 :])
    names = smallest(chosen, _MOST_NAMES)
    return dict(zip(names, _costs(columns, names, near), strict=True))


def _in_every(columns: Columns, near: list[dict[int, float]]) -> set[int]:
    """The names that hold a word of each of *near*."""
    postings, starts = columns.postings, columns.posting_starts
    chosen: set[int] | None = None
    for costs in sorted(near, key=len):
        if not costs:
            return set()
        parts = [postings[starts[word] : starts[word + 1]] for word in costs]
        if chosen is None:
            chosen = set().union(*parts)
        else:
            chosen = set().union(*[chosen.intersection(part) for part in parts])
    return chosen or set()


def _costs(columns: Columns, names: Iterable[int], near: list[dict[int, float]]) -> list[float]:
    """What it costs to read the typed words, each near some words, as the words of each of *names*."""
    starts, sequence = columns.starts, columns.sequence
    owned = [sequence[starts[name] : starts[name + 1]] for name in names]
    if len(near) > 1:
        return [_cost(own.tolist(), near) for own in owned]
    get = near[0].get
    missing = repeat(_MISSING)
    best = [(min(_MISSING, *map(get, own, missing)), len(own)) for own in owned]
    return [cost + _SPARE * (size - (cost < _MISSING)) for cost, size in best]


def _cost(left: list[int], near: list[dict[int, float]]) -> float:
    """The same of a name of several words, of which those are taken away that have been read."""
    total = 0.0
    for costs in near:
        best, chosen = _MISSING, None
        for word in left:
            cost = costs.get(word, _MISSING)
            if cost < best:
                best, chosen = cost, word
        total += best
        if chosen is not None:
            left.remove(chosen)
    return total + _SPARE * len(left)


def by_slips(columns: Columns, joined: str) -> dict[int, float]:
    """Names that are a few slips from the whole query, wherever its words are parted."""
    most = 1 if len(joined) < 5 else 2 if len(joined) < 9 else 3
    if not 2 < len(joined) <= _LONGEST:
        return {}
    column = columns.joined
    first, last = column.rows_like(joined)
    near = within(joined, column.area(first, last).split("\n"), most)[:_MOST_NAMES]
    return {column.numbers[first + row]: slip_cost(slips, len(joined)) + 0.1 for row, slips in near}


def by_letters(columns: Columns, joined: str, number: int) -> dict[int, float]:
    """Names whose letters the query keeps in order: without vowels, or the starts of words."""
    found: dict[int, float] = {}
    if not 1 < len(joined) <= _LONGEST:
        return found
    skeleton = skeletons(joined)
    if len(skeleton) > 1:
        equal = set(columns.skeletons.equal(skeleton))
        others = columns.skeletons.beginning(skeleton) if len(skeleton) > 2 else ()
        names = smallest(equal.union(others), _MOST_NAMES)
        texts = [columns.text(name) for name in names]
        kept = set(keeping_order(joined, texts))
        for at, name in enumerate(names):
            cost = 0.8 if name in equal else 1.6
            cost += 0.6 * (texts[at][0] != joined[0])
            found[name] = cost + 0.8 * (at not in kept)
    if number > 2 or len(joined) > _LONGEST_SHORTENED:
        return found
    reached: Reached = {}
    for name in _spelling(columns, joined):
        words = [columns.words[word] for word in columns.words_of(name)]
        cost = pieces(joined, words, reached)
        if cost < found.get(name, 9.0):
            found[name] = cost
    return found


def _spelling(columns: Columns, joined: str) -> list[int]:
    """The best names, by number, that begin like *joined* and hold its letters in their order."""
    column = columns.joined
    first, last = column.rows_like(joined)
    found = keeping_order(joined, column.area(first, last).split("\n"))[:_MOST_MATCHES]
    return smallest([column.numbers[first + row] for row in found], _MOST_SHORTENED)


def pieces(joined: str, words: list[str], known: Reached | None = None) -> float:
    """What it costs to read *joined* as shortened *words* in their order, run together.

    Each word gives its first letters, or some of its letters from the first on. 9 where it cannot
    be read so. What *known* holds of other words is not found out again.
    """
    known = {} if known is None else known
    costs = {0: 0.9}
    for word in words[:_MOST_WORDS]:
        after: dict[int, float] = {}
        skip = 0.1 if word in SMALL_WORDS else 0.7
        for start, cost in costs.items():
            if cost + skip < after.get(start, 9.0):
                after[start] = cost + skip
            reached = known.get((word, start))
            if reached is None:
                reached = known[word, start] = _reached(joined, start, word)
            for end, broken in reached:
                if cost + broken + 0.05 < after.get(end, 9.0):
                    after[end] = cost + broken + 0.05
        costs = after
    return costs.get(len(joined), 9.0)


def _reached(joined: str, start: int, word: str) -> list[tuple[int, float]]:
    """Where the letters of *word* may end in *joined* from *start* on, and what the gaps cost."""
    found: list[tuple[int, float]] = []
    if joined[start : start + 1] != word[:1]:
        return found
    at, end = -1, start
    broken = 0.0
    while end < len(joined):
        place = word.find(joined[end], at + 1)
        if place < 0:
            break
        broken += 0.1 * (place > at + 1)
        at, end = place, end + 1
        found.append((end, broken))
    return found
