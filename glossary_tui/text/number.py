"""Singular and plural of English words, strictly: *rats* is no form of *rate*."""

from __future__ import annotations

from glossary_tui.text.fold import IRREGULAR_PLURALS

_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"


def plurals(word: str) -> tuple[str, ...]:
    """The plurals that English rules make of *word*, which is folded; the likeliest first."""
    regular = [f"{word}s"]
    if word.endswith(_SIBILANTS):
        regular = [f"{word}es"]
    elif word.endswith("o"):
        regular.append(f"{word}es")
    elif word.endswith("y") and word[-2:-1] not in _VOWELS:
        regular = [f"{word[:-1]}ies"]
    return (*(many for many, one in IRREGULAR_PLURALS.items() if one == word), *regular)


def is_same_word(one: str, other: str) -> bool:
    """Whether two folded words are the same but for their number."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return long in plurals(short) or short in plurals(long)


def number_key(word: str) -> str:
    """A key that all words share that `is_same_word` takes for one, and some others do too."""
    return IRREGULAR_PLURALS.get(word, word).rstrip("esiy") or word[:1]
