"""Which letters of a shown text a query stands for."""

from __future__ import annotations

from glossary_tui.search.forms import variants
from glossary_tui.search.letters import Letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.search.letters import Spans

_MOST_WORDS = 50
"""Words of a shown text, or of a query, beyond which nothing but equal letters is looked for."""


class Highlighter:
    """Finds the letters that one folded query stands for, in any number of texts."""

    def __init__(self, folded: str) -> None:
        self._joined = folded.replace(" ", "")
        self._words = folded.split()[:_MOST_WORDS]
        self._forms = [(word, *variants(word)) for word in self._words]

    def words(self, shown: str) -> Spans:
        """The letters of the words of *shown* that the query names, shortens or misspells."""
        letters = Letters(shown)
        at = _find_at_start(letters, self._joined)
        if at >= 0 and not (len(self._forms) == 1 and _is_there(letters, self._forms[0])):
            return letters.spans(range(at, at + len(self._joined)))
        chosen: list[int] = []
        for word, forms in zip(self._words, self._forms, strict=True):
            chosen += _one_word(letters, word, forms)
        if len(self._words) == 1 or not chosen:
            chosen = chosen or _in_order(letters, self._joined)
        return letters.spans(chosen)

    def initials(self, shown: str) -> Spans:
        """The first letters of words of *shown* that spell the query, if they do."""
        letters = Letters(shown)
        chosen = []
        words = iter(letters.words())
        for letter in self._joined:
            chosen += next(([start] for start, word in words if word.startswith(letter)), [])
        if len(chosen) < len(self._joined.removesuffix("s")):
            return self.words(shown)
        return letters.spans(chosen)

    def is_shortening_of(self, folded: str) -> bool:
        """Whether a folded name holds the letters of the query in their order."""
        letters = iter(folded)
        return all(letter in letters for letter in self._joined)


def _is_there(letters: Letters, forms: tuple[str, ...]) -> bool:
    return any(own in forms for _, own in letters.words())


def _find_at_start(letters: Letters, joined: str) -> int:
    """Where *joined* stands from the beginning of a word on, or -1."""
    at = letters.text.find(joined)
    while at >= 0 and at not in letters.starts:
        at = letters.text.find(joined, at + 1)
    return at if joined else -1


def _one_word(letters: Letters, word: str, forms: tuple[str, ...]) -> list[int]:
    """The letters of the one word of the text that *word* is nearest to."""
    words = list(letters.words())[:_MOST_WORDS]
    for start, own in words:
        if own in forms:
            return list(range(start, start + len(own)))
    at = _find_at_start(letters, word)
    if at < 0:
        at = letters.text.find(word)
    if at >= 0:
        return list(range(at, at + len(word)))
    if len(word) < 3 or not words:
        return []
    from glossary_tui.text.distance import common, slips

    start, own = min(words, key=lambda each: slips(word, each[1]))
    if slips(word, own) > 2:
        near = [each for each in words if each[1].startswith(word[0])]
        start, own = min(near, key=lambda each: slips(word, each[1][: len(word)]), default=(0, ""))
        if slips(word, own[: len(word)]) > len(word) // 2:
            return []
    return [start + at for first, end in common(word, own) for at in range(first, end)]


def _in_order(letters: Letters, joined: str) -> list[int]:
    """Letters that spell *joined* in order, those that begin a word where there is a choice."""
    chosen = []
    at = 0
    for letter in joined:
        found = letters.text.find(letter, at)
        if found < 0:
            return []
        if found != at:
            text = letters.text
            begins = (start for start in letters.starts if start >= at and text[start] == letter)
            found = next(begins, found)
        chosen.append(found)
        at = found + 1
    return chosen
