"""Which rows of a column of texts hold a letter, as the bits of one number for each letter.

A text that is a few slips away lacks few of the letters and has few others. To find that out of all
rows at once takes some operations on numbers of so many bits, a hundredth of what it takes to look
at the texts one by one; and few are left that have to be.
"""

from __future__ import annotations

from itertools import compress, count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ALPHABET = "etaoinsrhldcumfpgwybvkxjqz0123456789"
"""The letters that a row may be said to have too many of."""
_OTHER, _YES = b"\xff", b"\xfe"
"""Bytes that no text in UTF-8 has: for a letter of several bytes, and for a row that holds one."""
_BYTES = bytes(range(256))
_DIGITS = _BYTES.replace(_YES, b"1").replace(b"\n", b"0")
_TRUTH = bytes(code != ord("0") for code in range(256))
_FEW = 16
"""One row in so many is few enough to go from one to the next."""
_AT_ONCE = 50_000
"""How many rows are looked at in one step: as many as a key can wait for."""


class Holders:
    """The letters of *size* texts, which *joined* holds, a newline between two."""

    def __init__(self, joined: str, size: int) -> None:
        self._joined = joined
        self._size = size
        self._holding: dict[str, int] = {}

    def step(self) -> bool:
        """Looks for some letters ahead of the first question. True while some are left."""
        left = [letter for letter in _ALPHABET if letter not in self._holding]
        for letter in left[: max(_AT_ONCE // (self._size + 1), 1)]:
            self._holding[letter] = _holding(self._joined, letter)
        return len(left) > 0

    def near(self, text: str, most: int, first: int = 0, last: int | None = None) -> list[int]:
        """Every row from *first* to before *last* that is at most *most* slips from *text*; some more."""
        last = self._size if last is None else last
        rows = (1 << (last - first)) - 1
        rows &= ~_over(most, [rows ^ held for held in self._held(text, first, rows)])
        others = [letter for letter in _ALPHABET if letter not in text]
        rows &= ~_over(most, self._held(others, first, rows))
        return _numbers(rows, first)

    def near_begun(self, text: str, most: int, first: int, last: int) -> list[int]:
        """Every row with a beginning that is at most *most* slips from *text*; some more."""
        rows = (1 << (last - first)) - 1
        rows &= ~_over(most, [rows ^ held for held in self._held(text, first, rows)])
        return _numbers(rows, first)

    def holding(self, letters: str, first: int, last: int) -> list[int]:
        """The rows that hold all *letters*, in any order."""
        rows = (1 << (last - first)) - 1
        for held in self._held(letters, first, rows):
            rows &= held
        return _numbers(rows, first)

    def _held(self, letters: Iterable[str], first: int, rows: int) -> list[int]:
        """Which of *rows*, counted from *first* on, hold each of *letters*."""
        found = []
        for letter in dict.fromkeys(letters):
            holding = self._holding.get(letter)
            if holding is None:
                holding = _holding(self._joined, letter)
                if letter in _ALPHABET:
                    self._holding[letter] = holding
            found.append((holding >> first) & rows)
        return found


def _holding(joined: str, letter: str) -> int:
    """The rows of *joined* that hold *letter*, a bit for each."""
    raw = joined.encode("utf-8", "surrogatepass")
    mark = letter.encode("utf-8", "surrogatepass")
    if len(mark) > 1:
        raw = raw.replace(mark, _OTHER)
        mark = _OTHER
    # What is left are line ends, some with the letter before them, as often as it stands there.
    raw = raw.translate(None, _BYTES.replace(mark, b"").replace(b"\n", b"")) + b"\n"
    digits = raw.replace(mark + b"\n", _YES).translate(_DIGITS, mark)
    return int(digits[::-1], 2)


def _over(most: int, sets: Iterable[int]) -> int:
    """The rows that are in more than *most* of *sets*."""
    counted = [0] * (most + 1)
    for rows in sets:
        for number in range(most, 0, -1):
            counted[number] |= counted[number - 1] & rows
        counted[0] |= rows
    return counted[most]


def _numbers(rows: int, first: int) -> list[int]:
    """The numbers of *rows*, ascending, of which the lowest bit is *first*."""
    digits = bin(rows)[:1:-1]
    if rows.bit_count() > len(digits) // _FEW:
        return list(compress(count(first), digits.encode().translate(_TRUTH)))
    found = []
    at = digits.find("1")
    while at >= 0:
        found.append(first + at)
        at = digits.find("1", at + 1)
    return found
