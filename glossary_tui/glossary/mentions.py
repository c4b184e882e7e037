"""Which terms of a glossary a text mentions, and where."""

from __future__ import annotations

import re
from functools import cached_property

from glossary_tui.glossary.common_words import COMMON_WORDS
from glossary_tui.glossary.spellings import (
    Keys,
    Spelling,
    folded_words,
    is_whole,
    names,
    odd,
    spellings,
)
from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry

    Words = list[tuple[str, int, int]]
    Answers = list[tuple[Spelling, int]]

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
        self._keys = Keys()
        self._common = frozenset(map(self._keys.phrase, common))
        self._known: dict[str, Answers] = {}

    def find(self, text: str, *, everything: bool = False) -> list[Mention]:
        """The mentions in *text*, in order of appearance; none overlaps another.

        Where two do, the longer one is taken, of equals the earlier. *everything* brings common
        words too.
        """
        words = self._keys.words(text)
        table = self._table
        found = [
            mention
            for first, (key, _, _) in enumerate(words)
            if key in table
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

    def _from(self, text: str, words: Words, first: int, *, everything: bool) -> Iterator[Mention]:
        """The mentions that begin with the word of index *first*."""
        key, start, end = words[first]
        last = first
        positions = self._table.get(key)
        while positions is not None:
            if positions:
                written = text[start:end]
                answers = self._answers(written, positions)
                if answers and key in self._common and not everything:
                    unusual = written[1:] != written[1:].lower()
                    answers = [each for each in answers if unusual and each[0].is_striking]
                mention = answers and self._mention(text, start, end, answers)
                if mention:
                    yield mention
            last += 1
            if last == len(words):
                return
            following, _, end = words[last]
            key = f"{key} {following}"
            positions = self._table.get(key)

    def _answers(self, written: str, positions: tuple[int, ...]) -> Answers:
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
    def _table(self) -> dict[str, tuple[int, ...]]:
        """The positions of the entries with a name of each key; none for a name's beginnings."""
        table: dict[str, tuple[int, ...]] = {}
        phrase = self._keys.phrase
        for position, entry in enumerate(self._glossary.entries):
            for name in names(entry):
                key = phrase(name)
                here = table.get(key, ())
                if key and position not in here:
                    table[key] = (*here, position)
        for key in list(table):
            space = key.rfind(" ")
            while space > 0 and key[:space] not in table:
                table[key[:space]] = ()
                space = key.rfind(" ", 0, space)
        return table


_NEGATED = re.compile(r"\bnon-\Z", re.IGNORECASE)
