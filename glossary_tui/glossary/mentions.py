"""Which terms of a glossary a text mentions, and where."""

from __future__ import annotations

import re
from functools import cached_property

from glossary_tui.glossary.common_words import COMMON_WORDS
from glossary_tui.glossary.names import NO_LETTERS, hash_of, joined
from glossary_tui.glossary.spellings import (
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
    from collections.abc import Iterable, Iterator

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.glossary.names import Run
    from glossary_tui.glossary.spellings import Word
    from glossary_tui.model import Entry

    Answers = list[tuple[Spelling, int]]

_LONGEST, _LONGEST_UNSPACED = 10, 24
"""Words of the longest name that is looked for; letters, where words cannot be told apart."""
_MOST_FORMS = 8
"""In how many numbers of its words a name is tried."""
_PAIRS = 1 << 23
"""Pairs of beginnings that are told apart, mostly: a megabyte of bits."""
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
        self._common = frozenset(map(phrase, common))
        self._known: dict[str, Answers] = {}

    def prepare(self) -> None:
        """Make what finding needs, so that no text has to wait for it."""
        _ = self._glossary.names, self._pairs

    def find(self, text: str, *, everything: bool = False) -> list[Mention]:
        """The mentions in *text*, in order of appearance; none overlaps another.

        Where two do, the longer one is taken, of equals the earlier. *everything* brings common
        words too.
        """
        words = self._words.of(text)
        found = [
            mention
            for first in range(len(words))
            for mention in self._from(text, words, first, everything=everything)
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

    def _from(
        self, text: str, words: list[Word], first: int, *, everything: bool
    ) -> Iterator[Mention]:
        """The mentions that begin with the word of index *first*."""
        index = self._glossary.names
        start = words[first].start
        longest = self._longest(words, first)
        before: tuple[Run, ...] = (NO_LETTERS,)
        for word in words[first : first + longest]:
            positions = [
                position
                for run in before
                for last in word.last
                for position in index.of_hash(hash_of(joined(run, last)))
            ]
            if positions:
                mention = self._at(text, start, word.end, positions, everything=everything)
                if mention:
                    yield mention
            if longest > 1:
                before = tuple(joined(run, inner) for run in before for inner in word.inner)
                before = before[:_MOST_FORMS]

    def _longest(self, words: list[Word], first: int) -> int:
        """How many words a name can have that begins with the word of index *first*."""
        if first + 1 == len(words):
            return 1
        pair = joined(words[first].beginning, words[first + 1].beginning).number % _PAIRS
        if not self._pairs[pair >> 3] >> (pair & 7) & 1:
            return 1
        return _LONGEST_UNSPACED if words[first].unspaced else _LONGEST

    def _at(
        self, text: str, start: int, end: int, positions: Iterable[int], *, everything: bool
    ) -> Mention | None:
        """The mention from *start* to *end* of entries at *positions*, if it is one."""
        written = text[start:end]
        answers = self._answers(written, positions)
        if answers and not everything and phrase(written) in self._common:
            unusual = written[1:] != written[1:].lower()
            answers = [each for each in answers if unusual and each[0].is_striking]
        return self._mention(text, start, end, answers) if answers else None

    def _answers(self, written: str, positions: Iterable[int]) -> Answers:
        """The entries of *positions* that are called what is *written*, and how each is spelt."""
        answers = self._known.get(written)
        if answers is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            signs, words = odd(written), folded_words(written)
            answers = self._known[written] = [
                (spelling, position)
                for position in positions
                for spelling in spellings(self._glossary.entries[position])
                if spelling.odd == signs and spelling.is_written(written, words)
            ]
        return answers

    def _mention(self, text: str, start: int, end: int, answers: Answers) -> Mention | None:
        """What *answers* make of what stands at *start* in *text*, once its surroundings are seen."""
        if _NEGATED.search(text, max(start - 5, 0), start) or not is_whole(text, start, end):
            return None
        fitting = [
            (len(spelling.before + spelling.after), spelling, position)
            for spelling, position in answers
            if text.startswith(spelling.after, end) and text.endswith(spelling.before, 0, start)
        ]
        if not fitting:
            return None
        most = max(signs for signs, _, _ in fitting)
        fitting = [each for each in fitting if each[0] == most]
        titled = [each for each in fitting if each[1].is_title] or fitting
        entries = self._glossary.entries
        return Mention(
            start - len(titled[0][1].before),
            end + len(titled[0][1].after),
            tuple([entries[position] for position in dict.fromkeys(each[2] for each in titled)]),
        )

    @cached_property
    def _pairs(self) -> bytearray:
        """A bit for each pair of beginnings that two words of a text must have to begin a name."""
        bits = bytearray(_PAIRS >> 3)
        for entry in self._glossary.entries:
            for name in names(entry):
                begin = self._words.beginning(name)
                if len(begin) == 2:
                    pair = joined(*begin).number % _PAIRS
                    bits[pair >> 3] |= 1 << (pair & 7)
        return bits


_NEGATED = re.compile(r"\bnon-\Z", re.IGNORECASE)
