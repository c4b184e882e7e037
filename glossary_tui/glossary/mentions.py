"""Which terms of a glossary a text mentions, and where."""

from __future__ import annotations

import re
from functools import cached_property

from glossary_tui.glossary.common_words import COMMON_WORDS
from glossary_tui.glossary.names import NO_LETTERS, hash_of, joined
from glossary_tui.glossary.spellings import (
    Beginnings,
    Spelling,
    Words,
    folded_words,
    is_whole,
    names,
    odd,
    phrase,
    spellings,
)
from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.glossary.names import Run
    from glossary_tui.glossary.phrases import Phrases
    from glossary_tui.glossary.spellings import Word
    from glossary_tui.model import Entry

    Answers = list[tuple[Spelling, int]]
    Place = tuple[int, int, Iterable[int]]
    """From where to where, and the positions of the entries that may be meant."""

_LONGEST, _LONGEST_UNSPACED = 10, 24
"""Words of the longest name that is looked for; letters, where words cannot be told apart."""
_MOST_FORMS = 8
"""In how many numbers of its words a name is tried."""
_FEW, _PAIRS, _MANY_PAIRS = 4_000, 1 << 21, 1 << 23
"""Pairs of beginnings that are told apart, mostly, up to so many entries and of more: a megabyte of
bits. Of fewer than 21 bits, the third letter would not count in full."""
_LONG = 50_000
"""Letters of a text from which on a table of all names pays."""
_BETWEEN_BREATHS = 16
"""Entries whose names are looked at in about a millisecond."""
_KEPT = 20_000
"""Answers that are remembered from one text to the next."""


class Mention(NamedTuple):
    """A run of letters that names a term."""

    start: int
    """The index of its first letter in the text."""
    end: int
    """The index after its last letter; a possessive 's stands behind it."""
    entries: tuple[Entry, ...]
    """The entries that it may mean: one, or several that share the name."""


class Meaning(NamedTuple):
    """What a run of words may mean, wherever it stands."""

    answers: Answers
    """The positions of the entries that are called so, each with how it is spelt."""
    entries: tuple[Entry, ...]
    """What they come to; none where that depends on the signs around the words."""
    is_common: bool
    """Whether it says too little to be found without being asked for."""


class Mentions:
    """Finds the terms of a glossary in running text.

    A term is found by its title, also without what stands in parentheses, and by its aliases; in
    the singular or plural, whatever the case, the accents and the hyphens. Acronyms and short
    names count in their own case only: *CLIP* is a model, to clip is a verb. Names that are
    *common* words are left out unless everything is asked for.
    """

    def __init__(self, glossary: Glossary, common: Iterable[str] = COMMON_WORDS) -> None:
        self._glossary = glossary
        self._words = Words()
        self._made_pairs: bytearray | None = None
        self._common = frozenset(map(phrase, common))
        self._known: dict[str, Meaning] = {}

    @property
    def is_prepared(self) -> bool:
        """Whether a text need not wait."""
        return self._made_pairs is not None

    def prepare(self, breathe: Callable[[], object] | None = None) -> None:
        """Make what finding needs, so that no text has to wait for it.

        *breathe* is called every millisecond or so meanwhile: a thread may let others go on.
        """
        _ = self._glossary.names
        if self._made_pairs is None:
            self._made_pairs = self._pairs_of_names(breathe)

    def renewed(self, glossary: Glossary, added: Iterable[Entry]) -> Mentions:
        """What finds the terms of *glossary*: this one's, but for those that went or were *added*.

        What was made for the others is of use.
        """
        newer = Mentions(glossary)
        newer._common = self._common  # of its own kind
        if self._made_pairs is not None:
            newer._made_pairs = bytearray(self._made_pairs)  # as above
            _add_pairs(newer._made_pairs, added)  # as above
        return newer

    def find(self, text: str, *, everything: bool = False) -> list[Mention]:
        """The mentions in *text*, in order of appearance; none overlaps another.

        Where two do, the longer one is taken, of equals the earlier. *everything* brings common
        words too.
        """
        places = self._phrases.places(text) if len(text) >= _LONG else self._places(text)
        found = [
            mention
            for start, end, positions in places
            if (mention := self._at(text, start, end, positions, everything=everything))
        ]
        found.sort(key=lambda mention: (mention.start - mention.end, mention.start))
        taken = bytearray(len(text))
        chosen = []
        for mention in found:
            # What was taken before is at least as long, so an overlap shows at one of the ends.
            if not taken[mention.start] and not taken[mention.end - 1]:
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                chosen.append(mention)
        return sorted(chosen, key=lambda mention: mention.start)

    def _places(self, text: str) -> Iterator[Place]:
        """Where a name may stand in *text*, by the index that the glossary has anyway."""
        words = self._words.of(text)
        for first in range(len(words)):
            yield from self._places_from(words, first)

    def _places_from(self, words: list[Word], first: int) -> Iterator[Place]:
        """The places that begin with the word of index *first*."""
        index = self._glossary.names
        start = words[first].start
        longest = self._longest(words, first)
        if longest == 1:  # as most are
            alone = words[first].last
            positions = [each for last in alone for each in index.of_hash(hash_of(last))]
            if positions:
                yield start, words[first].end, positions
            return
        before: tuple[Run, ...] = (NO_LETTERS,)
        for word in words[first : first + longest]:
            positions = [
                position
                for run in before
                for last in word.last
                for position in index.of_hash(hash_of(joined(run, last)))
            ]
            if positions:
                yield start, word.end, positions
            before = tuple(joined(run, inner) for run in before for inner in word.inner)
            before = before[:_MOST_FORMS]

    def _longest(self, words: list[Word], first: int) -> int:
        """How many words a name can have that begins with the word of index *first*."""
        if first + 1 == len(words):
            return 1
        bits = self._pairs
        pair = joined(words[first].beginning, words[first + 1].beginning).number % (8 * len(bits))
        if not bits[pair >> 3] >> (pair & 7) & 1:
            return 1
        return _LONGEST_UNSPACED if words[first].unspaced else _LONGEST

    def _at(
        self, text: str, start: int, end: int, positions: Iterable[int], *, everything: bool
    ) -> Mention | None:
        """The mention from *start* to *end* of entries at *positions*, if it is one."""
        written = text[start:end]
        meaning = self._known.get(written) or self._meaning(written, positions)
        if not meaning.answers or (end - start == 1 and not is_whole(text, start, end)):
            return None
        if text[start - 1 : start] == "-" and _NEGATED.search(text, max(start - 5, 0), start):
            return None
        if meaning.is_common and not everything:
            unusual = written[1:] != written[1:].lower()
            striking = [each for each in meaning.answers if unusual and each[0].is_striking]
            return self._amid(text, start, end, striking)
        if meaning.entries:
            return Mention(start, end, meaning.entries)
        return self._amid(text, start, end, meaning.answers)

    def _meaning(self, written: str, positions: Iterable[int]) -> Meaning:
        """What those of *positions* mean that are called what is *written*."""
        if len(self._known) >= _KEPT:
            self._known.clear()
        signs, words = odd(written), folded_words(written)
        answers = [
            (spelling, position)
            for position in positions
            for spelling in spellings(self._glossary.entries[position])
            if spelling.odd == signs and spelling.is_written(written, words)
        ]
        bare = not any(spelling.before or spelling.after for spelling, _ in answers)
        entries = self._entries(answers) if bare else ()
        is_common = phrase(written) in self._common
        meaning = self._known[written] = Meaning(answers, entries, is_common)
        return meaning

    def _amid(self, text: str, start: int, end: int, answers: Answers) -> Mention | None:
        """What *answers* make of what stands at *start* in *text*, once its surroundings are seen."""
        fitting = [
            (len(spelling.before + spelling.after), spelling, position)
            for spelling, position in answers
            if text.startswith(spelling.after, end) and text.endswith(spelling.before, 0, start)
        ]
        if not fitting:
            return None
        most = max(signs for signs, _, _ in fitting)
        best = [(spelling, position) for signs, spelling, position in fitting if signs == most]
        spelling = best[0][0]
        return Mention(start - len(spelling.before), end + len(spelling.after), self._entries(best))

    def _entries(self, answers: Answers) -> tuple[Entry, ...]:
        """The entries of *answers*, each once; where one has that title, no alias counts."""
        titled = [answer for answer in answers if answer[0].is_title] or answers
        entries = self._glossary.entries
        return tuple([entries[position] for position in dict.fromkeys(each[1] for each in titled)])

    @cached_property
    def _phrases(self) -> Phrases:
        from glossary_tui.glossary.phrases import Phrases

        return Phrases(self._glossary)

    @property
    def _pairs(self) -> bytearray:
        """A bit for each pair of beginnings that two words of a text must have to begin a name."""
        if self._made_pairs is None:
            self._made_pairs = self._pairs_of_names(None)
        return self._made_pairs

    def _pairs_of_names(self, breathe: Callable[[], object] | None) -> bytearray:
        pairs = _PAIRS if len(self._glossary) <= _FEW else _MANY_PAIRS
        bits = bytearray(pairs >> 3)
        _add_pairs(bits, self._glossary.entries, breathe)
        return bits


def _add_pairs(
    bits: bytearray, entries: Iterable[Entry], breathe: Callable[[], object] | None = None
) -> None:
    """Set the bits of the names of *entries*."""
    pairs = len(bits) << 3
    beginnings = Beginnings()
    for position, entry in enumerate(entries):
        if breathe is not None and not position % _BETWEEN_BREATHS:
            breathe()
        for name in names(entry):
            begin = beginnings.of(name)
            if len(begin) == 2:
                pair = joined(*begin).number % pairs
                bits[pair >> 3] |= 1 << (pair & 7)


_NEGATED = re.compile(r"\bnon-\Z", re.IGNORECASE)
