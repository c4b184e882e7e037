"""The folded letters of a shown text, and where each of them stands in it."""

from __future__ import annotations

import unicodedata
from itertools import accumulate, compress, pairwise

from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Spans = tuple[tuple[int, int], ...]

_SILENT = frozenset("'’‘`´ʼ")
"""Marks inside a word that folding leaves out without parting the word."""

_SMALL = bytes(ord(chr(code).lower() if chr(code).isalnum() else " ") for code in range(128)) * 2
_IS_LETTER = bytes(chr(code).isalnum() for code in range(128)) * 2
"""What becomes of the letters of ASCII, and which they are. The second half is never used."""


class Letters:
    """The folded letters of a text, with nothing between its words."""

    def __init__(self, shown: str) -> None:
        self.places: list[tuple[int, int]] = []
        """Start and end, in the shown text, of what each letter was made of."""
        self.starts: list[int] = []
        """The index of each word's first letter."""
        self.text = ""
        """The letters."""
        if shown.isascii():
            self._read_ascii(shown)
        else:
            self._read(shown)

    def _read_ascii(self, shown: str) -> None:
        raw = shown.encode()
        at = list(compress(range(len(raw)), raw.translate(_IS_LETTER)))
        self.places = list(zip(at, map((1).__add__, at), strict=True))
        words = raw.translate(_SMALL).split()
        self.text = b"".join(words).decode()
        self.starts = list(accumulate(map(len, words), initial=0))[:-1]
        if not _SILENT.isdisjoint(shown):
            parted = pairwise(at)
            inside = {
                after for before, after in parted if _SILENT.issuperset(shown[before + 1 : after])
            }
            self.starts = [start for start in self.starts if at[start] not in inside]

    def _read(self, shown: str) -> None:
        letters: list[str] = []
        apart = True
        for start, end in _clusters(shown):
            folded = fold(shown[start:end]).replace(" ", "")
            if not folded or not any(map(_is_letter, folded)):
                apart = apart or shown[start] not in _SILENT
                continue
            if apart:
                self.starts.append(len(letters))
                apart = False
            letters += folded
            self.places += [(start, end)] * len(folded)
        self.text = "".join(letters)

    def words(self) -> Iterator[tuple[int, str]]:
        """Each word, with the index of its first letter."""
        ends = [*self.starts[1:], len(self.text)]
        for start, end in zip(self.starts, ends, strict=False):
            yield start, self.text[start:end]

    def spans(self, chosen: Iterable[int]) -> Spans:
        """The letters of these indexes as sorted, separate spans of the shown text."""
        found: list[tuple[int, int]] = []
        for index in sorted(set(chosen)):
            start, end = self.places[index]
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return tuple(found)


def _is_letter(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNM"


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Each letter with the marks that follow it: start and end."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or unicodedata.category(text[at])[0] != "M":
            yield start, at
            start = at
