"""The smallest of many numbers, without sorting them all."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

_MANY = 4
"""How many times as many numbers there are as are wanted, before it is worth leaving some out."""
_SAMPLES = 256


def smallest(numbers: Collection[int], most: int) -> list[int]:
    """The *most* smallest of *numbers*, ascending, each as often as it is among them.

    Of many numbers a sample tells which are too large, so that few are left to sort: where it is
    wrong, which only costs time, all are sorted.
    """
    size = len(numbers)
    if size > _MANY * most and size > _MANY * _SAMPLES:
        numbers = list(numbers)
        sample = sorted(numbers[:: size // _SAMPLES])
        bound = sample[min(len(sample) * most // size * 5 // 4 + 8, len(sample) - 1)]
        below = [number for number in numbers if number <= bound]
        if len(below) >= most:
            numbers = below
    return sorted(numbers)[:most]
