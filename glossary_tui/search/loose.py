"""Answers to a query that no name holds as it stands: slips, shortened words, parts of words."""

from __future__ import annotations

import re
from heapq import nsmallest
from itertools import islice

from glossary_tui.search.forms import skeletons
from glossary_tui.search.lexicon import slip_cost
from glossary_tui.search.names import SMALL_WORDS
from glossary_tui.text.distance import within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.search.columns import Columns
    from glossary_tui.search.lexicon import Lexicon
    from glossary_tui.search.sorted_text import SortedTexts

_MOST_WORDS = 8
_MOST_NAMES = 300
_MOST_ROWS = 10_000
_MOST_MATCHES = 2_000
_MOST_SHORTENED = 80
_MISSING = 2.5
"""What a typed word costs that a name does not have."""
_SPARE = 0.4
"""What a word of the name costs that was not typed."""
_LONGEST = 60
_LONGEST_SHORTENED = 24


def by_parts(columns: Columns, lexicon: Lexicon, words: list[str]) -> dict[int, float]:
    """Names in which every word stands somewhere, inside another word perhaps."""
    if len(words) > _MOST_WORDS:
        return {}
    near = [lexicon.parts(word) for word in words]
    return _priced(columns, _in_every(columns, near), near)


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
    return _priced(columns, chosen, near)


def _in_every(columns: Columns, near: list[dict[int, float]]) -> set[int]:
    """The names that hold a word of each of *near*."""
    chosen: set[int] | None = None
    for costs in sorted(near, key=len):
        if not costs:
            return set()
        parts = [columns.names_with(word, word + 1) for word in costs]
        if chosen is None:
            chosen = set().union(*parts)
        else:
            chosen = set().union(*[chosen.intersection(part) for part in parts])
    return chosen or set()


def _priced(columns: Columns, names: set[int], near: list[dict[int, float]]) -> dict[int, float]:
    return {name: _cost(columns.words_of(name), near) for name in nsmallest(_MOST_NAMES, names)}


def _cost(own: Iterable[int], near: list[dict[int, float]]) -> float:
    """What it costs to read the typed words as the words of a name."""
    left = list(own)
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


def _rows_like(column: SortedTexts, joined: str) -> tuple[int, int]:
    """The rows that begin like *joined*, by as few of its letters as leave a bounded number."""
    first, last = column.rows(joined[:1])
    if last - first > _MOST_ROWS:
        first, last = column.rows(joined[:2])
    return first, min(last, first + _MOST_ROWS)


def by_slips(columns: Columns, joined: str) -> dict[int, float]:
    """Names that are a few slips from the whole query, wherever its words are parted."""
    most = 1 if len(joined) < 5 else 2 if len(joined) < 9 else 3
    if not 2 < len(joined) <= _LONGEST:
        return {}
    column = columns.joined
    first, last = _rows_like(column, joined)
    lines = column.area(first, last).split("\n")
    return {
        column.numbers[first + row]: slip_cost(slips, len(joined)) + 0.1
        for row, slips in within(joined, lines, most)[:_MOST_NAMES]
    }


def by_letters(columns: Columns, joined: str, words: int) -> dict[int, float]:
    """Names whose letters the query keeps in order: without vowels, or the starts of words."""
    found: dict[int, float] = {}
    if not 1 < len(joined) <= _LONGEST:
        return found
    skeleton = skeletons(joined)
    if len(skeleton) > 1:
        equal = set(columns.skeletons.equal(skeleton))
        others = columns.skeletons.beginning(skeleton) if len(skeleton) > 2 else ()
        for name in nsmallest(_MOST_NAMES, equal.union(others)):
            text = columns.text(name)
            letters = iter(text)
            cost = 0.8 if name in equal else 1.6
            cost += 0.6 * (text[0] != joined[0])
            found[name] = cost + 0.8 * (not all(letter in letters for letter in joined))
    if words > 2 or len(joined) > _LONGEST_SHORTENED:
        return found
    column = columns.joined
    first, last = _rows_like(column, joined)
    pattern = "^" + re.escape(joined[0])
    for letter in joined[1:]:
        pattern += f"[^{re.escape(letter)}\\n]*{re.escape(letter)}"
    area = column.area(first, last)
    start = column.starts[first]
    matches = islice(re.finditer(pattern, area, re.MULTILINE), _MOST_MATCHES)
    names = [column.numbers[column.row_at(start + match.start())] for match in matches]
    for name in nsmallest(_MOST_SHORTENED, names):
        cost = pieces(joined, columns.text(name).split(" "))
        if cost < found.get(name, 9.0):
            found[name] = cost
    return found


def pieces(joined: str, words: list[str]) -> float:
    """What it costs to read *joined* as shortened *words* in their order, run together.

    Each word gives its first letters, or some of its letters from the first on. 9 where it cannot
    be read so.
    """
    costs = {0: 0.9}
    for word in words[:_MOST_WORDS]:
        after: dict[int, float] = {}
        skip = 0.1 if word in SMALL_WORDS else 0.7
        for start, cost in costs.items():
            if cost + skip < after.get(start, 9.0):
                after[start] = cost + skip
            at, end = -1, start
            broken = 0.0
            while end < len(joined):
                place = word.find(joined[end], at + 1)
                if place < 0 or (at < 0 and place > 0):
                    break
                broken += 0.1 * (place > at + 1)
                at, end = place, end + 1
                if cost + broken + 0.05 < after.get(end, 9.0):
                    after[end] = cost + broken + 0.05
        costs = after
    return costs.get(len(joined), 9.0)
