"""The one meaning of "the same title": `fold`, `squash`, `singular` and `slug`."""

from __future__ import annotations

from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_KEPT_MARKS = frozenset((7, 8, 9))
"""Combining classes that tell letters apart: nukta, kana voicing, virama. The rest are accents."""
_ASCII = bytes(ord(chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)) * 2
"""What becomes of the letters of ASCII: small ones, blanks. The second half is never used."""
_ASCII_LINES = b"".join(_ASCII[code : code + 1] if code != 10 else b"\n" for code in range(256))
"""The same where line ends stay."""
_DROPPED = b"'`"
_SYMBOL_NAMES = pattern(r"(?<=[^\W_])(\+\+|#)(?![^\W_])")
"""The plus signs of C++ and the sharp of C#: part of the name where they follow a letter."""
_LETTER_CHANGES = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
IRREGULAR_PLURALS = {
    "analyses": "analysis",
    "axes": "axis",
    "corpora": "corpus",
    "criteria": "criterion",
    "hypotheses": "hypothesis",
    "indices": "index",
    "lenses": "lens",
    "lens": "lens",
    "matrices": "matrix",
    "phenomena": "phenomenon",
    "theses": "thesis",
    "vertices": "vertex",
}
"""Plurals that no rule makes, and the singular of each."""

_PLURALS_IN_IES = frozenset(
    ("brownies", "calories", "cookies", "genies", "movies", "rookies", "selfies", "zombies")
)
"""Plurals whose singular ends in *ie*, where most end in *y*."""


def fold(text: str) -> str:
    """*text* without what readers do not tell apart: case, accents, width, dashes, punctuation.

    Words stay apart by one space: `fold("Bayes’s  K-Means") == "bayess k means"`. Text that has
    nothing but punctuation is kept, in lower case, so that a title is never folded to nothing.
    Compatibility forms and accents follow Unicode Standard Annex #15 (NFKD).
    """
    if text.isascii():
        if "+" in text or "#" in text:
            text = _SYMBOL_NAMES.sub(_spell_symbol, text)
        words = text.encode().translate(_ASCII, _DROPPED).decode().split()
        return " ".join(words) or text.lower().strip()
    import unicodedata

    letters = []
    for letter in unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold()):
        category = unicodedata.category(letter)
        if category[0] in "LN" or category in ("Mc", "Me", "Co"):
            letters.append(letter)
        elif category == "Mn":
            if unicodedata.combining(letter) in _KEPT_MARKS or not unicodedata.combining(letter):
                letters.append(letter)
        elif letter in "+#":
            letters.append(letter)
        elif letter not in "'’‘`´ʼ" and category != "Cf":
            letters.append(" ")
    joined = unicodedata.normalize("NFC", "".join(letters)).translate(_LETTER_CHANGES)
    if "+" in joined or "#" in joined:
        joined = _SYMBOL_NAMES.sub(_spell_symbol, joined).replace("+", " ").replace("#", " ")
    return " ".join(joined.split()) or unicodedata.normalize("NFKC", text).casefold().strip()


def folded_words(texts: Sequence[str]) -> list[list[str]]:
    """The words of `fold` of each of *texts*, found in one go where that can be."""
    return plain_words(texts) or [fold(text).split(" ") for text in texts]


def plain_words(texts: Sequence[str]) -> list[list[str]] | None:
    """The same where they are found in one go, else None: there is more than plain words to them."""
    joined = "\n".join(texts)
    if not joined.isascii():
        # A dash and an apostrophe are all that most names have beside ASCII.
        joined = joined.replace("–", "-").replace("’", "'")
    if joined.isascii() and "+" not in joined and "#" not in joined:
        lines = joined.encode().translate(_ASCII_LINES, _DROPPED).decode().split("\n")
        words = [line.split() for line in lines]
        if len(words) == len(texts) and all(words):
            return words
    return None


def _spell_symbol(match: re.Match[str]) -> str:
    return " sharp " if match[1] == "#" else " plus plus "


def squash(text: str) -> str:
    """`fold` with nothing between the words: one key for *image net*, *ImageNet*, *image-net*."""
    return fold(text).replace(" ", "")


def singular(folded: str) -> str:
    """A key that the singular and the plural of *folded* text share; not always a word.

    English rules on every word (`policies` → `policy`, `biases` → `bias`); a final *e* goes too,
    so that `databases` and `database` meet. Other languages are left nearly untouched.
    """
    return " ".join(map(_singular_word, folded.split(" ")))


def _singular_word(word: str) -> str:
    if len(word) < 3 or word[-1] not in "sea":
        return word
    known = IRREGULAR_PLURALS.get(word)
    if known:
        return known
    if word.endswith("ies") and len(word) > 4 and word not in _PLURALS_IN_IES:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "as", "os")):
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def slug(text: str) -> str:
    """*text* as a file name: folded words joined by hyphens, letters of any script kept."""
    return fold(text.replace("*", " star ")).replace(" ", "-")
