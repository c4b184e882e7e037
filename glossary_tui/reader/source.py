"""The bytes of a file that is to be changed: a few stretches of them, and not one byte more."""

from __future__ import annotations

import re
from bisect import bisect_left

from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.document import read_document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_BOM = "\ufeff"


class Edit(NamedTuple):
    """A stretch of a text, and what is to stand there."""

    start: int
    """The index of its first letter."""
    end: int
    """The index after its last letter."""
    text: str
    """What replaces it."""


class Source:
    """A file as its reader sees it, with the way back from that text to its bytes.

    Raises ValueError, with the reason, for a file of which the reader does not see every letter:
    one that is not UTF-8, is cut, or holds control characters. Such a file cannot be changed
    without losing something.
    """

    def __init__(self, data: bytes) -> None:
        try:
            raw = data.decode()
        except UnicodeDecodeError as error:
            raise ValueError("it is not UTF-8") from error
        self._start = len(_BOM) if raw.startswith(_BOM) else 0
        self._raw = raw
        self._returns = [
            match.start() - count - self._start
            for count, match in enumerate(re.finditer("\r\n", raw))
        ]
        self.document = read_document(data)
        """What the reader makes of it."""
        self.text = self.document.text
        """The text in which edits are placed: clean, newlines only."""
        if self.text != raw[self._start :].replace("\r\n", "\n"):
            raise ValueError("it holds control characters or is too long")
        line_ends = raw.count("\n")
        self._newline = "\r\n" if len(self._returns) * 2 > line_ends else "\n"

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes with *edits* made; they must not overlap. Line ends are the file's own."""
        pieces = []
        position = 0
        for start, end, text in sorted(edits):
            begin = self._place(start)
            if begin < position:
                raise ValueError("edits overlap")
            pieces += [self._raw[position:begin], text.replace("\n", self._newline)]
            position = self._place(end)
        pieces.append(self._raw[position:])
        return "".join(pieces).encode()

    def _place(self, offset: int) -> int:
        """Where in the raw text the letter at *offset* of the text stands."""
        return offset + self._start + bisect_left(self._returns, offset)
