"""Other spellings of one word: number, British and American, and the skeleton of consonants.

Variants are made of the typed word, at the time of the query, and looked up in the vocabulary:
nothing is stored for a title that nobody asks for. A variant need not be a word of any language.
"""

from __future__ import annotations

from glossary_tui.text.fold import singular

_BRITISH = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("isers", "izers"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("yse", "yze"),
    ("yses", "yzes"),
    ("ysing", "yzing"),
    ("ysed", "yzed"),
    ("yser", "yzer"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("oural", "oral"),
    ("ourless", "orless"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("ence", "ense"),
    ("ences", "enses"),
    ("elled", "eled"),
    ("elling", "eling"),
    ("eller", "eler"),
    ("ellers", "elers"),
    ("alled", "aled"),
    ("alling", "aling"),
    ("elment", "ellment"),
    ("ilment", "illment"),
    ("ilful", "illful"),
    ("amme", "am"),
    ("ammes", "ams"),
    ("ement", "ment"),
)
"""Endings that differ between British and American spelling."""
_ENDINGS = _BRITISH + tuple((american, british) for british, american in _BRITISH)
_ANY_ENDING = tuple(old for old, _ in _ENDINGS)
_INSIDE = (
    ("ae", "e"),
    ("oe", "e"),
    ("our", "or"),
    ("grey", "gray"),
    ("mould", "mold"),
    ("sulph", "sulf"),
    ("alumin", "alumini"),
    ("tyre", "tire"),
    ("ageing", "aging"),
    ("sceptic", "skeptic"),
    ("artefact", "artifact"),
    ("cheque", "check"),
    ("plough", "plow"),
    ("defence", "defense"),
)
"""Letters inside a word that differ between British and American spelling."""
_VOWELS = b"aeiou"
_DOUBLED = tuple(2 * bytes((code,)) for code in b"bcdfglmnprstz")


def variants(word: str) -> dict[str, None]:
    """The folded *word* in other forms, likeliest first, itself left out: number, then spelling."""
    forms = dict.fromkeys(numbers(word))
    for spelling in _spellings(word):
        forms[spelling] = None
        forms[spelling + "s"] = None
        forms[spelling.removesuffix("s")] = None
    forms.pop(word, None)
    return forms


def numbers(word: str) -> list[str]:
    """Plural and singular forms of *word*, without asking which of the two it is."""
    if len(word) < 2:
        return []
    key = singular(word)
    forms = [many for many in (word + "s", word + "es") if singular(many) == key]
    forms.append(key)
    if word.endswith("y"):
        forms.append(word[:-1] + "ies")
    if word.endswith("s") and len(word) > 3 and not word.endswith("ss"):
        forms.append(word[:-1])
        if word.endswith("es"):
            forms.append(word[:-2])
    for one, many in (("is", "es"), ("us", "i"), ("um", "a"), ("on", "a"), ("x", "ces")):
        if word.endswith(one):
            forms.append(word[: -len(one)] + many)
        if word.endswith(many) and len(word) > 4:
            forms.append(word[: -len(many)] + one)
    if word.endswith(("ix", "ex")):
        forms.append(word[:-2] + "ices")
    if word.endswith("ices"):
        forms += [word[:-4] + "ix", word[:-4] + "ex"]
    return forms


def _spellings(word: str) -> list[str]:
    """*word* as it is spelt on the other side of the Atlantic."""
    forms = []
    if word.endswith(_ANY_ENDING):
        for old, new in _ENDINGS:
            if word.endswith(old) and len(word) > len(old) + 1:
                forms.append(word[: -len(old)] + new)
    for british, american in _INSIDE:
        for old, new in ((british, american), (american, british)):
            at = word.find(old)
            while at >= 0 and len(word) > 4 and len(forms) < 40:
                forms.append(word[:at] + new + word[at + len(old) :])
                at = word.find(old, at + 1)
    return forms


def skeletons(joined: str) -> str:
    """*joined* without its vowels and with every doubled consonant once; other text is kept.

    What is left of a word when people shorten it: `trnsfrmr`, `lnr rgrssn`. It works on a whole
    column at once: lines stay lines.
    """
    letters = joined.encode("utf-8", "surrogatepass").translate(None, _VOWELS)
    for pair in _DOUBLED:
        letters = letters.replace(pair, pair[:1])
    return letters.decode("utf-8", "surrogatepass")
