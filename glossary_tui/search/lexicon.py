"""From a typed word to the words of the index that it may stand for, each at a cost."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import accumulate

from glossary_tui.search.forms import numbers, skeletons, variants
from glossary_tui.search.holders import Holders
from glossary_tui.text.distance import keeping_order, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.search.columns import Columns

FORM = 0.1
"""What another form of the word costs: number or spelling."""
_PREFIX = 0.3
_PART = 0.8
_LONGEST = 40
"""Letters of a word beyond which it is only looked up as it stands."""
_REMEMBERED = 64
"""How many words are remembered with what they may stand for: those of the query being typed."""
_WITH_FORMS = 3
"""How many of the nearest words count in the singular and the plural."""
_MOST = 300
"""How many words of the index one typed word may stand for."""


def slip_cost(slips: int, letters: int) -> float:
    """What *slips* cost in a word of so many *letters*: the shorter the word, the dearer."""
    return slips * (0.5 + 3 / max(letters, 3))


class Lexicon:
    """The words of the index, found by what is nearly them."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self.exact = lru_cache(_REMEMBERED)(self._exact)
        """The word itself and its other forms: indexes with their costs."""
        self.parts = lru_cache(_REMEMBERED)(self._parts)
        """The words that hold a word anywhere: indexes with their costs."""
        self.near = lru_cache(_REMEMBERED)(self._near)
        """The words that a word may be a slip or a shortening of: indexes with their costs.

        With *begun* the word may be unfinished.
        """

    is_prepared = False
    """Whether the first misspelt word finds its helpers made and its library imported."""

    def step(self) -> None:
        """Makes a part of what the first misspelt word needs, and imports its library."""
        if "skeletons" not in vars(self._columns):
            len(self._columns.skeletons)
        elif not self.holders.step():
            self._near("qzq", begun=True)
            self.is_prepared = True

    @cached_property
    def holders(self) -> Holders:
        """The words by their letters."""
        return Holders("\n".join(self._columns.words), len(self._columns.words))

    def _exact(self, word: str) -> dict[int, float]:
        find = self._columns.word
        index = find(word)
        found = {} if index is None else {index: 0.0}
        if 2 < len(word) <= _LONGEST:
            for form in variants(word):
                index = find(form)
                if index is not None:
                    found.setdefault(index, FORM)
        return found

    def _parts(self, word: str) -> dict[int, float]:
        text, starts = self._text
        found: dict[int, float] = {}
        at = text.find(word)
        while at >= 0 and len(found) < _MOST:
            row = _row(starts, at)
            inside = at - starts[row]
            found[row] = (_PART if inside else _PREFIX) + 0.02 * min(
                starts[row + 1] - starts[row] - 1 - len(word), 20
            )
            at = text.find(word, starts[row + 1] - 1)
        return found

    def _near(self, word: str, *, begun: bool) -> dict[int, float]:
        found = dict(self.exact(word))
        if len(word) > _LONGEST:
            return found
        if len(word) > 1 or not word.isascii():
            _merge(found, self.parts(word))
        if len(word) > 2 or not word.isascii():
            _merge(found, self._slips(word))
            _merge(found, self._shortened(word))
            if begun and len(word) > 3:
                _merge(found, self._slips_begun(word))
        else:
            first, last = self._columns.words_beginning(word)
            _merge(found, dict.fromkeys(range(first, min(last, first + _MOST)), _PREFIX))
        return found

    def _slips(self, word: str) -> dict[int, float]:
        """Words that are one or two slips away, and the plural or singular of the nearest."""
        most = 2 if len(word) > 3 else 1
        words = self._columns.words
        rows = [row for row in self.holders.near(word, most) if len(words[row]) > 1]
        near = within(word, [words[row] for row in rows], most)
        found: dict[int, float] = {}
        for length, slips, row in sorted((len(words[rows[at]]), n, rows[at]) for at, n in near):
            cost = slip_cost(slips, max(len(word), length))
            found[row] = cost + 0.3 * (words[row][0] != word[0])
        for index in nsmallest(_WITH_FORMS, found, key=found.__getitem__):
            for text in numbers(words[index]):
                form = self._columns.word(text)
                if form is not None:
                    _merge(found, {form: found[index] + FORM})
        return found

    def _slips_begun(self, word: str) -> dict[int, float]:
        """Words whose beginning is one or two slips from *word*, the first letter being right."""
        columns = self._columns
        size = len(word)
        most = 1 if size < 7 else 2
        rows = self.holders.near_begun(word, most, *columns.words_beginning(word[0]))
        near = within(word, [columns.words[row][:size] for row in rows], most)[:_MOST]
        return {rows[at]: slip_cost(slips, size) + 0.5 for at, slips in near}

    def _shortened(self, word: str) -> dict[int, float]:
        """Words that begin with the same letter and hold the letters of *word* in order."""
        words = self._columns.words
        skeleton = skeletons(word)
        found: dict[int, float] = {}
        rows = self.holders.holding(word, *self._columns.words_beginning(word[0]))
        rows = [row for row in rows if len(words[row]) - len(word) <= 1.6 * len(word)]
        rows = [rows[at] for at in keeping_order(word, [words[row] for row in rows])[:_MOST]]
        bare = skeletons("\n".join([words[row] for row in rows])).split("\n")
        for row, consonants in zip(rows, bare, strict=False):
            missing = len(words[row]) - len(word)
            same = consonants == skeleton
            found[row] = (0.7 if same else 1.1) + (0.03 if same else 0.1) * missing
        return found

    @cached_property
    def _text(self) -> tuple[str, array[int]]:
        words = self._columns.words
        starts = array("i", accumulate([len(word) + 1 for word in words], initial=0))
        return "\n".join(words) + "\n", starts


def _row(starts: array[int], at: int) -> int:
    return bisect_right(starts, at) - 1


def _merge(found: dict[int, float], more: dict[int, float]) -> None:
    for word, cost in more.items():
        if cost < found.get(word, 99.0):
            found[word] = cost
