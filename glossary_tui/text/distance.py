"""Slips of the keyboard: how far one word is from another. The only importer of rapidfuzz.

A slip is a letter too many, too few, another one, or two that changed places: the optimal string
alignment distance (Damerau, *A technique for computer detection and correction of spelling
errors*, 1964), in which no letter is touched twice. rapidfuzz costs 19 ms to import, so it is
imported when the first word needs it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def slips(one: str, other: str) -> int:
    """How many slips lie between two texts: 0 when they are equal, symmetric."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def within(word: str, choices: Sequence[str], most: int) -> list[tuple[int, int]]:
    """Which *choices* lie at most *most* slips from *word*: their indexes, each with its slips.

    Nearest first, then in the order of *choices*.
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, choices, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(index, distance) for _, distance, index in found]


def keeping_order(letters: str, choices: Sequence[str]) -> list[int]:
    """The indexes of the *choices* that hold all *letters* in their order, whatever lies between."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.process import extract

    most = len(letters)
    found = extract(letters, choices, scorer=LCSseq.similarity, score_cutoff=most, limit=None)
    return [index for _, _, index in found]


def common(one: str, other: str) -> list[tuple[int, int]]:
    """The runs of letters of *other* that stand in *one* too, as start and end indexes."""
    from rapidfuzz.distance import Indel

    return [(op.dest_start, op.dest_end) for op in Indel.opcodes(one, other) if op.tag == "equal"]


def edits(
    one: Sequence[str], other: Sequence[str]
) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """How *one* becomes *other*: equal, replace, insert or delete, with the span in each."""
    from rapidfuzz.distance import Levenshtein

    return [
        (op.tag, (op.src_start, op.src_end), (op.dest_start, op.dest_end))
        for op in Levenshtein.opcodes(one, other)
    ]
