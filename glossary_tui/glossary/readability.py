"""How hard English prose is to read: words, sentences, syllables, the Flesch–Kincaid grade."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’\-–][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_ENDING = re.compile(r"(?<!l)e$|[^aeiouytd]ed$|[^aeiouyszxc]es$")
_FUNCTION_WORDS = frozenset((
    "the", "and", "that", "with", "to", "from", "are", "this", "it", "for", "by", "you", "which",
    "its", "as", "they", "when", "than", "into", "one", "each", "has", "can", "be", "or", "how",
))  # fmt: skip
"""Words that hold English sentences together and that its neighbours hardly know."""
_ENGLISH_SHARE = 0.1


def words(text: str) -> list[str]:
    """The words of *text*; a hyphenated compound is one word."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """The sentences of *text*, split after a full stop, question mark or exclamation mark."""
    return [part.strip() for part in _SENTENCE_END.split(text) if words(part)]


def syllables(word: str) -> int:
    """An estimate of the spoken syllables of an English *word*, one or more.

    Groups of vowels are counted; a final silent *e* (also in *-es* and *-ed*) is not.
    """
    total = 0
    for part in re.split(r"['’\-–]", word.lower()):
        count = len(_VOWELS.findall(part))
        if count > 1 and _SILENT_ENDING.search(part):
            count -= 1
        total += max(count, 1) if part else 0
    return max(total, 1)


def reading_grade(text: str) -> float:
    """The US school grade at which *text* is read with ease.

    Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas" (1975):
    ``0.39 · words/sentences + 11.8 · syllables/words − 15.59``.
    """
    found = words(text)
    if not found:
        return 0.0
    per_sentence = len(found) / max(len(sentences(text)), 1)
    per_word = sum(map(syllables, found)) / len(found)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def is_english(text: str) -> bool:
    """Whether *text* is English prose, as far as its commonest words tell."""
    found = [word.lower() for word in words(text)]
    known = sum(word in _FUNCTION_WORDS for word in found)
    return bool(found) and known >= _ENGLISH_SHARE * len(found)
