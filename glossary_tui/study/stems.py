"""Whether two English words share a stem. Errs on the side of yes: a mask must not leak.

Two folded words share a stem when what follows their common beginning is an English ending in
both (*neur-al*, *neur-on*), when one begins or ends with the other (*check*, *checkpoint*;
*sampling*, *resampling*), or when they begin alike for six letters and most of their length
(*percept-ion*, *percept-ron*). Prefixes such as *over-* are left off first where a word remains.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = re.compile(
    r"""(?:
    a|able|ables|ably|ability|abilities|al|als|ally|ality|alities|alis\w*|aliz\w*|an|ance|ances|ancy
    |ans|ant|ants|ar|ars|ary|ate|ated|ately|ates|ating|ation|ations|ational|ative|atively|ator|ators
    |cal|ces|ctic|d|de|ded|dence|dent|der|ders|des|ding|e|ed|ee|en|ence|ences|ency|encies|ened|ener
    |ening|ens|ent|ents|ently|er|ers|ery|es|est|ful|fully|ge|ged|ges|ging|i|ia|ial|ially|ian|ians
    |iance|iate|iated|iation|ible|ibility|ic|ical|ically|ice|ices|icity|ied|ience|ient|ients|ier
    |iers|ies|iest|ification|ified|ifier|ifiers|ifies|ify|ifying|ile|ility|ilities|ine|ing|ings|ingly
    |ion|ional|ions|ious|is|ise|ised|iser|isers|ises|ish|ising|isation|isations|ism|isms|ist|ists
    |istic|istics|ities|ition|itional|itions|itive|ity|ium|ive|ived|ively|iveness|ives|iving|ivity
    |ization|izations|ize|ized|izer|izers|izes|izing|k|ked|king|le|les|less|let|lets|like|ling|ly
    |ment|ments|ness|o|on|onal|ons|or|ors|ory|ous|ously|ption|ptions|ptive|s|se|sed|ses|sing|sion
    |sions|sis|sive|st|t|tal|ted|tic|tical|tically|tics|ting|tion|tional|tionally|tions|tive|tively
    |ts|ual|ually|uate|um|ure|ured|ures|us|ution|utional|utions|ve|ved|ver|vers|ves|ving|ward|wards
    |wise|y|yed|ying|yse|yze|yzed|yzer|yzing|ze|zed|zer|zers|zes|zing
    )?""",
    re.VERBOSE,
)
_PREFIXES = (
    "anti", "auto", "bi", "co", "cross", "de", "dis", "down", "extra", "hyper", "in", "inter",
    "intra", "macro", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "non", "out", "over",
    "para", "post", "pre", "pro", "pseudo", "re", "self", "semi", "sub", "super", "trans", "ultra",
    "un", "under", "uni", "up",
)  # fmt: skip
_SHORT = 3
"""Letters that a stem has at least, but where a final *e* is all that follows it."""
_LONG = 6
"""Letters from which on a common beginning may speak for itself."""
_WHOLE = 4
"""Letters of a word that counts when it is found inside another."""


@lru_cache(maxsize=65536)
def share_stem(one: str, other: str) -> bool:
    """Whether two folded words share a stem; symmetric. Equal words do."""
    if one == other:
        return True
    if one.isdecimal() or other.isdecimal():
        return False
    return any(_alike(left, right) for left in _bare(one) for right in _bare(other))


def _bare(word: str) -> list[str]:
    """*word*, and what a prefix leaves of it if that is a word's length."""
    rests = [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    return [word, *(rest for rest in rests if len(rest) >= _WHOLE)]


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if len(short) >= _WHOLE and (long.startswith(short) or long.endswith(short)):
        return True
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    if common >= _LONG and common * 10 >= len(long) * 6:
        return True
    enough = common >= _SHORT or (common == 2 and short[2:] in ("e", "es"))
    return enough and _is_ending(one, common) and _is_ending(other, common)


def _is_ending(word: str, start: int) -> bool:
    tail = word[start:]
    if _ENDINGS.fullmatch(tail):
        return True
    # embed, embedding: the last letter may be doubled before the ending
    return tail[:1] == word[start - 1] and _ENDINGS.fullmatch(tail[1:]) is not None
