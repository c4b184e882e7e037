"""The words of running text and of names, made comparable; and how a name may be written."""

from __future__ import annotations

import re
from itertools import islice

from glossary_tui.glossary.names import Run, name_key, run_of
from glossary_tui.model.record import NamedTuple
from glossary_tui.text.fold import fold, singular
from glossary_tui.text.number import is_same_word, number_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.model import Entry

_UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3041-\u3096\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Letters of scripts that put no spaces between words, and of Korean, whose words take endings."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83"
    "\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d"
    "\u0c81-\u0c83\u0cbc-\u0ccd\u0d00-\u0d03\u0d3b-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u200b-\u200d\u00ad\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
"""What belongs to the letter before it: accents, vowel signs, joiners, soft hyphens."""
_WORD = re.compile(
    rf"([{_UNSPACED}][{_MARKS}]*"
    rf"|[^\W_{_UNSPACED}]+(?:[{_MARKS}]+[^\W_{_UNSPACED}]*)*(?:\+\+|\#)?)"
    r"(?:['’]s(?![^\W_]))?"
)
"""A word, or a letter where words cannot be told apart; a possessive 's is none of it."""
_LETTER = re.compile(f"[{_UNSPACED}]")
_ODD = re.compile(rf"[^\w\s/'’‘`ʼ‐-―−\-{_MARKS}]|\n[^\S\n]*\n")
"""What stands between the words of a name only if it is a part of that name."""
_ENDS = "!?…\"“”„«»'’‘()[]{}（）,;: "
"""What a sentence may put at either end of a name, so that it tells nothing there."""
_PARENTHESIS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_KEPT_WORDS = 20_000
"""Words that are remembered from one text to the next."""
_KEPT_BEGINNINGS = 4_000
"""Words of names whose beginnings are remembered: most are one of a few."""
_SHORT, _MIXED = 3, 4
"""Letters of a name, and of one with capitals inside, that counts in its own case only."""


class Word(NamedTuple):
    """A word of running text."""

    start: int
    """The index of its first letter."""
    end: int
    """The index after its last letter, before a possessive 's."""
    beginning: Run
    """The same for all forms of the word."""
    inner: tuple[Run, ...]
    """Its part of the key of a name in which others follow it; two where its number is in doubt."""
    last: tuple[Run, ...]
    """Its part of the key of a name that it ends."""
    unspaced: bool
    """Whether it is a letter of a script that tells no words apart."""


class Words:
    """The words of running text, each understood once."""

    def __init__(self) -> None:
        self._runs = _Runs()

    def of(self, text: str) -> list[Word]:
        """The words of *text*, in order."""
        runs = self._runs
        found = []
        for match in _WORD.finditer(text):
            start, end = match.span(1)
            beginning, last, unspaced = runs[match[1]]
            inner = last if match.end() == end else (*last, *runs[match[0]][1])
            found.append(Word(start, end, beginning, inner, last, unspaced))
        return found


class Beginnings(dict[str, Run]):
    """What is the same for all forms of a word, and no more of it: names have very many words."""

    def __init__(self) -> None:
        self._shared = _Shared()

    def of(self, name: str) -> tuple[Run, ...]:
        """The beginnings of the first two words of *name*, as far as it has so many."""
        return tuple([self[match[1]] for match in islice(_WORD.finditer(name), 2)])

    def __missing__(self, word: str) -> Run:
        if len(self) >= _KEPT_BEGINNINGS:
            self.clear()
        begin = self[word] = self._shared.beginning(fold(word))
        return begin


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of *text* begin and end, possessives left out."""
    return [match.span(1) for match in _WORD.finditer(text)]


def phrase(text: str) -> str:
    """A key that *text* shares with all that say the same in another number."""
    return " ".join([number_key(fold(match[1])) for match in _WORD.finditer(text)])


class _Shared(dict[str, Run]):
    """The numbers of the beginnings of words, which are few: each is made once."""

    def beginning(self, folded: str) -> Run:
        """The same for all forms of a *folded* word."""
        return self[number_key(folded)[:_SHORT]]

    def __missing__(self, letters: str) -> Run:
        made = self[letters] = run_of(letters)
        return made


class _Runs(dict[str, tuple[Run, tuple[Run, ...], bool]]):
    """What is the same of a word wherever it stands; what is not there yet is made."""

    def __init__(self) -> None:
        self._shared = _Shared()

    def __missing__(self, word: str) -> tuple[Run, tuple[Run, ...], bool]:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        folded = fold(word)
        begin = self._shared.beginning(folded)
        keys = dict.fromkeys(map(name_key, _in_doubt(folded)))
        made = self[word] = (begin, tuple(map(run_of, keys)), bool(_LETTER.match(word)))
        return made


def _in_doubt(word: str) -> tuple[str, ...]:
    """*word*, and what it may be in the other number where `singular` leaves that open."""
    one = singular(word)
    if one.endswith("s"):
        return (word, one[:-1])  # schemas, lenses
    if one.endswith(("a", "i", "o", "u")):
        return (word, f"{one}s")  # schema
    return (word,)


class Spelling(NamedTuple):
    """One name of an entry."""

    name: str
    """As it is written, but for `before` and `after`."""
    words: tuple[str, ...]
    """Its folded words."""
    odd: str
    """The signs between its words that a text must have there too, as the comma of a list."""
    before: str
    """Signs that belong in front: the dot of *.NET*."""
    after: str
    """Signs that belong behind: the star of *A\\**."""
    is_title: bool
    """Whether it is the entry's title, also without parentheses; else an alias."""

    @property
    def is_striking(self) -> bool:
        """Whether it is one word with capitals inside, as no everyday word is."""
        return len(self.words) == 1 and self.name[1:] != self.name[1:].lower()

    def is_written(self, written: str, words: tuple[str, ...]) -> bool:
        """Whether a text that says *written*, in folded *words*, says this name."""
        if len(self.words) == 1 and self.name.isascii() and self._keeps_case:
            return written in (self.name, f"{self.name}s")
        return len(words) == len(self.words) and all(map(is_same_word, words, self.words))

    @property
    def _keeps_case(self) -> bool:
        size = len(self.name)
        return size <= _SHORT or self.name.isupper() or (size <= _MIXED and self.is_striking)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of *text*, folded, without possessives."""
    return tuple([fold(match[1]) for match in _WORD.finditer(text)])


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether what stands from *start* to *end* is more than a part of a word there.

    Only single letters of unspaced scripts are in doubt: inside a run of them they mean nothing.
    """
    if end - start > 1 or not _LETTER.match(text, start):
        return True
    return not (_LETTER.match(text, end) or (start and _LETTER.match(text, start - 1)))


def odd(text: str) -> str:
    """The signs of *text* that no name has between its words unless it is written so."""
    return "".join(_ODD.findall(text))


def names(entry: Entry) -> dict[str, bool]:
    """The names of *entry* as a text may write them, and whether each is its title.

    Title and aliases; a title with parentheses without them, without what they hold, and by the
    acronym in them; a name with hyphens also without.
    """
    title = entry.title
    if "(" in title or "（" in title:
        found = {_PARENTHESIS.sub(" ", title).strip(): True}
        found.setdefault(_PARENTHESIS.sub(r" \1 ", title).strip(), True)
        found.setdefault(entry.acronym, False)
    else:
        found = {title: True}
    for alias in entry.aliases:
        found.setdefault(alias, False)
    for name in list(found):
        if "-" in name:
            found.setdefault(name.replace("-", ""), found[name])
    return found


def spellings(entry: Entry) -> list[Spelling]:
    """How a text may write the names of *entry*; those without a letter or digit left out."""
    return [
        spelling
        for name, is_title in names(entry).items()
        if (spelling := _spelling(name, is_title=is_title))
    ]


def _spelling(name: str, *, is_title: bool) -> Spelling | None:
    """How *name* is written; None for one without a letter or digit."""
    bare = name.strip(_ENDS)
    matches = list(_WORD.finditer(bare))
    if not matches:
        return None
    start, end = matches[0].start(1), matches[-1].end(1)
    inner = bare[start:end]
    return Spelling(
        inner,
        tuple([fold(match[1]) for match in matches]),
        odd(inner),
        bare[:start],
        bare[end:],
        is_title,
    )
