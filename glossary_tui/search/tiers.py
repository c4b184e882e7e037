"""What makes one name a better answer than another.

A tier is a reason, and the better reason always wins. Inside a tier the smaller penalty wins,
then the name of fewer words, then the term that more entries name, then the name of fewer
letters, then the order of the glossary.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from glossary_tui.search.disorder import asides, disorder
from glossary_tui.search.forms import variants
from glossary_tui.search.loose import by_letters, by_parts, by_slips, by_words
from glossary_tui.search.names import ALIAS, ASIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from glossary_tui.search.answers import Answers, Penalties, Ranked
    from glossary_tui.search.columns import Columns
    from glossary_tui.search.lexicon import Lexicon

EXACT, FORM, INITIALS, BEGINS, WORD, BEGUN, WORDS, INITIALS_BEGUN, PARTS, LOOSE = range(10)
"""The tiers, best first; each is a method of `Ranking`."""
_LONGEST_ACRONYM = 12
_MOST_WORDS = 24
"""Words of a query beyond which it is only compared with names as it stands."""
_WHOLE_WORD = 5
"""Letters from which on one typed word is taken for a whole one."""

_FEW = 5
"""Answers from which on nothing needs to be guessed, though none of them is quite what was typed."""
_ONE_SLIP, _DEAREST, _DEARER, _APART = 1.3, 3.2, 1.2, 1.5
"""What a guess may cost: beside better answers; alone; more for each further word; more than the
best guess."""
_BY_INITIALS = (INITIALS, INITIALS_BEGUN)


class Ranking:
    """The answers to one query."""

    def __init__(self, columns: Columns, lexicon: Lexicon, answers: Answers) -> None:
        self._columns = columns
        self._lexicon = lexicon
        self._answers = answers
        self._add = answers.add

    def rank(
        self,
        folded: str,
        *,
        begun: bool,
        literal: Callable[[int], bool] | None = None,
    ) -> Ranked:
        """The answers to *folded* text, best first; with *begun* its last word may be unfinished.

        *literal* says whether a name is written as the query is, marks between words included.
        """
        joined = folded.replace(" ", "")
        words = folded.split(" ")
        self._exact(folded, joined)
        if len(words) > _MOST_WORDS:
            self._beginning(words, joined, begun=begun, literal=None)
            return self._answers.sorted()
        self._forms(words, joined)
        self._initials(words, joined)
        self._beginning(words, joined, begun=begun, literal=literal)
        if not self._answers.is_full:
            self._words(words, begun=begun)
        if not self._answers.is_full and 1 < len(joined) <= _LONGEST_ACRONYM:
            self._add(self._columns.initials.beginning(joined), INITIALS_BEGUN)
        if not self._answers.is_full:
            self._guess(words, joined, begun=begun)
        return self._answers.sorted()

    def called(self, folded: str, *, begun: bool, shortest: int) -> Ranked:
        """The answers whose names are the words of *folded* text, or hold all of them.

        With *begun* the last word may be unfinished if it has *shortest* letters or more.
        """
        joined = folded.replace(" ", "")
        words = folded.split(" ")
        self._exact(folded, joined)
        if len(words) <= _MOST_WORDS:
            self._forms(words, joined)
            self._initials(words, joined)
            is_long = len(words[-1]) >= shortest
            if is_long:
                self._beginning(words, joined, begun=begun, literal=None)
            if not self._answers.is_full:
                self._words(words, begun=begun and is_long)
        return self._answers.sorted()

    def _exact(self, folded: str, joined: str) -> None:
        """The name as it is typed, or with its words joined or parted."""
        columns, kind = self._columns, self._columns.kind
        names = columns.joined.equal(joined)
        same = [n for n in names if columns.text(n) == folded and kind[n] != ASIDE]
        self._add(same, EXACT, lambda names: [min(kind[name], ALIAS) for name in names])
        self._add(names, FORM, lambda names: [min(kind[name], ALIAS) / 10 for name in names])

    def _forms(self, words: list[str], joined: str) -> None:
        """The name in another number or spelling."""
        columns = self._columns
        if len(words) > 1:
            forms = [self._lexicon.exact(word) for word in words]
            first = bisect_left(range(len(columns)), len(words), key=columns.size)
            last = bisect_left(range(len(columns)), len(words) + 1, first, key=columns.size)
            holding = []
            for costs in forms:
                names: set[int] = set()
                for word in costs:
                    some = columns.names_with(word, word + 1)
                    names.update(some[bisect_left(some, first) : bisect_left(some, last)])
                if not names:
                    break
                holding.append(names)
            else:
                same = [
                    name
                    for name in set.intersection(*holding)
                    if all(map(dict.__contains__, forms, columns.words_of(name)))
                ]
                self._add(same, FORM, _each(0.6))
        if len(joined) > 2 and len(words[-1]) > 1:
            for form in variants(joined):
                self._add(columns.joined.equal(form), FORM, _each(0.7))

    def _initials(self, words: list[str], joined: str) -> None:
        """The initials of the name's words, also in the plural."""
        if len(words) > 1 and max(map(len, words)) > 1:
            return
        if 1 < len(joined) <= _LONGEST_ACRONYM:
            initials = self._columns.initials
            kind = self._columns.kind
            self._add(
                initials.equal(joined),
                INITIALS,
                lambda names: [0.5 * (kind[name] >= ALIAS) for name in names],
            )
            if joined.endswith("s") and len(joined) > 2:
                plural = INITIALS if len(joined) > 3 else INITIALS_BEGUN
                self._add(initials.equal(joined[:-1]), plural, _each(1.0))

    def _beginning(
        self,
        words: list[str],
        joined: str,
        *,
        begun: bool,
        literal: Callable[[int], bool] | None,
    ) -> None:
        """Names that begin with the query, those that end a word where it ends first.

        A single long word may also stand anywhere in a name before it may be the beginning of
        another word: *cluster* is *Kubernetes cluster* rather than *Clustering*.
        """
        columns = self._columns
        starts, sequence = columns.starts, columns.sequence
        last = len(words) - 1
        word = columns.word(words[last])
        names = self._answers.choose(columns.joined.beginning(joined))
        whole: list[int] = []
        if word is not None:
            whole = [
                name
                for name in names
                if starts[name] + last < starts[name + 1] and sequence[starts[name] + last] == word
            ]
        self._add(whole, BEGINS, literal and (lambda names: [1.0 - literal(n) for n in names]))
        if last == 0 and len(joined) >= _WHOLE_WORD and word is not None:
            self._add(columns.names_with(word, word + 1), WORD, partial(asides, columns))
        if len(whole) < len(names):
            partly = sorted(set(names).difference(whole)) if whole else names
            self._add(partly, BEGUN, self._continuing(words) if begun else _each(1.0))

    def _continuing(self, words: list[str]) -> Penalties:
        """Whether names are not the words that were typed, the last one being unfinished."""
        starts, sequence = self._columns.starts, self._columns.sequence
        first, end = self._columns.words_beginning(words[-1])
        last = len(words) - 1

        def penalties(names: Sequence[int]) -> list[float]:
            return [
                0.0
                if starts[name] + last < starts[name + 1]
                and first <= sequence[starts[name] + last] < end
                else 1.0
                for name in names
            ]

        return penalties

    def _words(self, words: list[str], *, begun: bool) -> None:
        """Names that hold every word, in any order."""
        columns = self._columns
        last = len(words) - 1
        wanted = []
        for number, word in enumerate(words):
            parts = [columns.names_with(form, form + 1) for form in self._lexicon.exact(word)]
            if begun or number < last:
                parts.append(columns.names_with(*columns.words_beginning(word)))
            wanted.append((sum(map(len, parts)), parts))
        wanted.sort(key=lambda each: each[0])
        names: Collection[int]
        if len(words) == 1 and len(wanted[0][1]) == 1:
            names = wanted[0][1][0]
        else:
            names = _in_all([parts for _, parts in wanted])
        self._add(names, WORDS, lambda names: disorder(columns, names, words))

    def _guess(self, words: list[str], joined: str, *, begun: bool) -> None:
        """Names that hold the letters; and where no better tier answers, slips and shortenings."""
        columns, lexicon = self._columns, self._lexicon
        numbers = self._answers.numbers()
        tiers = {tier: numbers[tier] for tier in numbers if tier not in _BY_INITIALS}
        sure = sum(tiers.values()) >= _FEW or min(tiers, default=LOOSE) <= WORD
        if sure:
            names, penalties = by_parts(columns, lexicon, words)
            self._add(names, PARTS, penalties)
            return
        costs = by_words(columns, lexicon, words, begun=begun)
        for more in (by_slips(columns, joined), by_letters(columns, joined, len(words))):
            for name, cost in more.items():
                if cost < costs.get(name, 99.0):
                    costs[name] = cost
        most = _ONE_SLIP if tiers else _DEAREST + _DEARER * (len(words) - 1)
        most = min(most, min(costs.values(), default=0.0) + _APART)
        costs = {name: cost for name, cost in costs.items() if cost <= most}
        self._add(costs, LOOSE, lambda names: map(costs.__getitem__, names))


def _each(penalty: float) -> Penalties:
    """The same penalty for every name."""
    return lambda names: [penalty] * len(names)


def _in_all(wanted: Sequence[Sequence[Iterable[int]]]) -> set[int]:
    """The names that stand in some list of each of *wanted*, of which the first has the fewest."""
    names: set[int] = set()
    names.update(*wanted[0])
    for parts in wanted[1:]:
        if not names:
            break
        names = set().union(*[names.intersection(part) for part in parts])
    return names
