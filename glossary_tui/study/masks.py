"""A text in which the term cannot be read: for cards that ask for its name."""

from __future__ import annotations

import re

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.stems import share_stem
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.model import Entry

MASK = "_____"
"""What stands for a masked word, or for several that follow one another: no length is told."""
_WORDS = """
    a about above after all also an and any are as at based be because been before being below
    between both but by can could did do does during each either etc every few for from further
    had has have he her his how i if in into is it its itself just may me might more most much
    must my neither no nor not of off on once one only onto or other our over own per s same she
    should so some such t than that the their them then there these they this those through to
    too two under until up upon us very via was we were what when where which while who whom
    whose why will with within without would you your
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
"""Words that say nothing about a term. They stay, but for a name that has no others."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HUMPS = re.compile(r"[A-Z]?[a-z]{3,}|[A-Z]{2,}(?![a-z])")
_RUN = re.compile(rf"{MASK}(?:[\s\-–—/·.&+*()]*{MASK})+")
_ARTICLE = re.compile(rf"\b([Aa])n?(?=\s+{MASK})")
_INSIDE = re.compile(r"\(([^()]*)\)")
_SPACED = 0x0590
"""The first letter of the scripts that do not, or not always, put spaces between words."""


class Secret(NamedTuple):
    """What must not be read in a masked text."""

    words: frozenset[str]
    """Folded content words of all names."""
    initials: frozenset[str]
    """What the names' first letters spell, in capitals."""
    names: tuple[str, ...]
    """The names as they are written."""


def secret(entry: Entry, *more: str) -> Secret:
    """What hides *entry*: its title and aliases, and *more* names."""
    names = tuple(dict.fromkeys((entry.title, *entry.aliases, *more)))
    words: set[str] = set()
    initials: set[str] = set()
    for name in names:
        words |= content_words(name)
        initials |= _initials(name)
    return Secret(frozenset(words), frozenset(initials), names)


def name_words(name: str) -> frozenset[str]:
    """The folded words of *name* that carry its meaning; all of them where none does."""
    folded = frozenset(fold(name).split())
    return folded - FUNCTION_WORDS or folded


def content_words(name: str) -> frozenset[str]:
    """What gives *name* away: its words, the parts of a CamelCase word, and all of them joined.

    “Data set” tells a “dataset” as well as the one word does.
    """
    pieces = [*_WORD.findall(name), *_HUMPS.findall(name)]
    if len(pieces) > 1:
        pieces.append("".join(_WORD.findall(name)))
    folded = {word for piece in pieces for word in fold(piece).split()}
    return frozenset(folded - FUNCTION_WORDS) or frozenset(folded)


def _initials(name: str) -> set[str]:
    """CNN for a Convolutional Neural Network; of the words that matter, and of all."""
    words = [word for word in fold(_INSIDE.sub(" ", name)).split() if word[0].isalpha()]
    matter = [word for word in words if word not in FUNCTION_WORDS]
    found = {"".join(word[0] for word in group).upper() for group in (words, matter)}
    return {each for each in found if len(each) > 1}


def masked(text: str, hidden: Secret) -> str:
    """*text* with every word masked that gives *hidden* away."""
    for name in sorted(hidden.names, key=len, reverse=True):
        text = _literal(name).sub(MASK, text)
    spans = [match.span() for match in _WORD.finditer(text)]
    words = [text[start:end] for start, end in spans]
    folded = {word: fold(word) for word in words}
    telling = {word for word in folded if _tells(word, folded[word].split(), hidden)}
    hide = [word in telling for word in words]
    joined = hidden.words | {f"{word}s" for word in hidden.words}
    for index in range(len(words) - 1):
        if spans[index + 1][0] - spans[index][1] <= 1:
            pair = folded[words[index]] + folded[words[index + 1]]
            if pair.replace(" ", "") in joined:
                hide[index] = hide[index + 1] = True
    pieces, last = [], 0
    for (start, end), is_hidden in zip(spans, hide, strict=True):
        if is_hidden:
            pieces += [text[last:start], MASK]
            last = end
    masked_text = "".join([*pieces, text[last:]])
    return _ARTICLE.sub(r"\1/an", _RUN.sub(MASK, masked_text))


def shown_share(masked_text: str, text: str) -> float:
    """How much of *text*'s words *masked_text* still shows, 0 to 1."""
    total = len(_WORD.findall(text))
    return len(_WORD.findall(masked_text)) / total if total else 0.0


def _literal(name: str) -> re.Pattern[str]:
    """*name* as it is written, in any case and with any gaps between its parts."""
    parts = [re.escape(part) for part in re.split(r"[\s\-–—/]+", name.strip()) if part]
    pattern = r"[\s\-–—/]*".join(parts) or r"(?!)"
    if all(ord(letter) < _SPACED or not letter.isalpha() for letter in name):
        pattern = rf"(?<![^\W_]){pattern}(?![^\W_])"
    return re.compile(pattern, re.IGNORECASE)


def _tells(word: str, parts: list[str], hidden: Secret) -> bool:
    """Whether *word*, whose folded *parts* these are, gives *hidden* away."""
    bare = word.rstrip("s")
    if (word.isupper() and word in hidden.initials) or (bare in hidden.initials and bare.isupper()):
        return True
    return any(
        share_stem(part, secret_word)
        for part in parts
        if part not in FUNCTION_WORDS or part in hidden.words
        for secret_word in hidden.words
    )


def plain_names(names: Iterable[str]) -> tuple[str, ...]:
    """*names*, each also without its parenthesis and by what stands in it."""
    found: list[str] = []
    for name in names:
        found += [name, without_parenthesis(name), *_INSIDE.findall(name)]
    return tuple(dict.fromkeys(filter(None, found)))


def without_parenthesis(name: str) -> str:
    """*name* without what stands in parentheses."""
    return " ".join(_INSIDE.sub(" ", name).split())
