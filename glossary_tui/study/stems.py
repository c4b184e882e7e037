"""Whether two English words share a stem. Errs on the side of yes: a mask must not leak.

Two folded words share a stem when, after a common beginning, both go on with an English ending
(*neur-al*, *neur-on*), when one begins or ends with the other (*check*, *checkpoint*; *sampling*,
*resampling*), or when they begin alike for six letters and most of their length (*percept-ion*,
*percept-ron*). A prefix such as *over-* may be left off first.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ENDINGS = re.compile(
    r"""(?:
    a|able|ables|ably|ability|abilities|al|als|ally|ality|alities|alist|alists|an|ance|ances|ancy|ant
    |ants|ar|ars|ary|ate|ated|ately|ates|ating|ation|ations|ational|ative|atively|ator|ators|cal|cies
    |cy|e|ed|ee|ement|ements|en|ence|ences|ency|encies|ened|ener|ening|ens|ent|ents|ently|er|ers|ery
    |es|est|ful|fully|i|ia|ial|ially|ian|ians|iance|iate|iated|iation|ibility|ible|ic|ical|ically|ice
    |icity|ics|ied|ience|ient|ients|ier|iers|ies|iest|ification|ified|ifier|ifiers|ifies|ify|ifying
    |ile|ility|ine|ing|ings|ingly|ion|ional|ionally|ions|ious|is|is(?:e|ed|er|ers|es|ing|ation|ations)
    |ish|ism|isms|ist|istic|istics|ists|ities|ition|itional|itions|itive|ity|ium|ive|ively|iveness
    |ives|ivity|iz(?:e|ed|er|ers|es|ing|able|ation|ations)|le|less|let|lets|ly|ment|ments|ness|o|on
    |onal|ons|or|ors|ory|ous|ously|s|sis|ses|tic|tical|tically|tics|ual|ually|um|ure|ured|ures|us|ward
    |wards|wise|y|yed|ying
    )?""",
    re.VERBOSE,
)
_CHANGES = re.compile(
    r"""[dtskc]|[dkgcsvz](?:e|ed|er|ers|es|ing)|(?:den|ten|cen|gen)(?:t|ce|cy|cies|ces)|p?tions?
    |p?tional|p?tive|ptual|[sx]ions?|sive|utions?|utional|ble|bles|bility|yz(?:e|ed|er|ing)|ys(?:e|ed|er|is)
    |ron|rons""",
    re.VERBOSE,
)
"""What a stem's last letter may turn into: *descend*, *descent*; *decide*, *decision*."""
_PREFIXES = (
    "anti", "auto", "bi", "co", "cross", "de", "dis", "down", "extra", "hyper", "in", "inter",
    "intra", "macro", "meta", "micro", "mid", "mini", "mis", "mono", "multi", "non", "out", "over",
    "para", "post", "pre", "pro", "pseudo", "re", "self", "semi", "sub", "super", "trans", "ultra",
    "un", "under", "uni", "up",
)  # fmt: skip
_SHORT = 3
"""Letters that a stem has at least, but where a final *e* is all that follows it."""
_FIRM = 4
"""Letters of a common beginning from which on its last one may change, or stand in an ending."""
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
    short, long = sorted((one, other), key=len)
    if len(short) >= _WHOLE and long.endswith(short):
        return True
    return any(_alike(left, right) for left in _bare(one) for right in _bare(other))


@lru_cache(maxsize=8192)
def _bare(word: str) -> list[str]:
    """*word*, and what a prefix leaves of it if that may be a word."""
    rests = [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    return [word, *(rest for rest in rests if len(rest) >= _SHORT)]


def _alike(one: str, other: str) -> bool:
    if one[:2] != other[:2]:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) >= _WHOLE and long.startswith(short):
        return True
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    if common >= _LONG and common * 10 >= len(long) * 6:
        return True
    if common == 2:
        return short[2:] in ("e", "es") and _is_ending(long, 2)
    stems = [common, *range(max(common - 2, _FIRM), common)] if common >= _SHORT else []
    if any(_is_ending(one, stem) and _is_ending(other, stem) for stem in stems):
        return True
    return common >= _FIRM and _may_change(one, common) and _may_change(other, common)


def _is_ending(word: str, stem: int) -> bool:
    tail = word[stem:]
    if _ENDINGS.fullmatch(tail):
        return True
    # embed, embedding: the last letter may be doubled before the ending.
    return tail[:1] == word[stem - 1] and _ENDINGS.fullmatch(tail[1:]) is not None


def _may_change(word: str, stem: int) -> bool:
    return _is_ending(word, stem) or _CHANGES.fullmatch(word[stem:]) is not None
