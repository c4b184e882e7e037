"""Titles and bodies in any number, the same every time, out of the words of real ones."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SYLLABLES = (
    "ta re mi con lo gen pri vec tor net ma ti on al is us er cho sta ble ker nel qua dri flu xen "
    "zor phi bra cle dis en fra gno hy in jo ly mo nu or per qui ro sy tri un ver wa"
)


def titles(size: int, real: Sequence[str]) -> list[str]:
    """*size* different titles of one to five words, an acronym after every eighth.

    Words are drawn as they are in glossaries: few are common, most are rare. Their number grows
    with the square root of the size (Heaps' law): about 43,000 in 100,000 titles.
    """
    random = Random(size)
    syllables = SYLLABLES.split()
    known = sorted({word for title in real for word in title.split() if word[0] != "("})
    rare = [
        "".join(random.choices(syllables, k=random.choice((2, 3, 3, 4))))
        for _ in range(int(140 * size**0.5))
    ]
    found: dict[str, None] = {}
    while len(found) < size:
        words = [
            random.choice(known)
            if random.random() < 0.55
            else rare[int(len(rare) * random.random() ** 2)].capitalize()
            for _ in range(random.choice((1, 2, 2, 2, 3, 3, 4, 5)))
        ]
        title = " ".join(words)
        if len(words) > 2 and random.random() < 0.2:
            title += f" ({''.join(word[0] for word in words).upper()})"
        found[title] = None
    return list(found)


def bodies(size: int, real: Sequence[str], letters: int = 2_300) -> list[str]:
    """*size* texts of about so many letters: sentences of real ones, some words exchanged."""
    random = Random(size)
    sentences = [s for text in real for s in re.split(r"(?<=[.!?])\s+", text) if 30 < len(s) < 400]
    words = sorted({word for sentence in sentences for word in re.findall(r"[a-z]{6,}", sentence)})

    def exchanged(match: re.Match[str]) -> str:
        return random.choice(words) if random.random() < 0.2 else match[0]

    made = []
    for _ in range(size):
        text = ""
        while len(text) < letters:
            text += re.sub(r"[a-z]{6,}", exchanged, random.choice(sentences)) + " "
        made.append(text)
    return made
