"""Bodies that were read for the last few queries: while one types, many answers stay in sight."""

from __future__ import annotations

from glossary_tui.search.excerpt import plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_KEPT = 200
"""How many bodies are kept."""
_LONGEST = 10_000
"""Letters of a body beyond which it is not."""


class Bodies:
    """Bodies by their rows; *read* gives those of some rows, packed, as far as they can be had."""

    def __init__(self, read: Callable[[list[int]], Mapping[int, bytes]]) -> None:
        self._read = read
        self._kept: dict[int, tuple[str, str]] = {}
        self._packed: Mapping[int, bytes] = {}

    def of(self, row: int, ahead: Iterable[int] = ()) -> tuple[str, str]:
        """The body in *row*, and its `plain_letters`; '' where it cannot be had.

        Those in the rows *ahead* are fetched with it, and unpacked when they are asked for.
        """
        body = self._kept.get(row)
        if body is None:
            if row not in self._packed:
                wanted = [each for each in ahead if each != row and each not in self._kept]
                self._packed = self._read([row, *wanted])
            text = unpacked(self._packed.get(row, b""))
            body = text, plain_letters(text)
            if 0 < len(text) <= _LONGEST:
                if len(self._kept) >= _KEPT:
                    del self._kept[next(iter(self._kept))]
                self._kept[row] = body
        return body


def packed(text: str) -> bytes:
    """A body as it is kept."""
    from zlib import compress

    return compress(text.encode("utf-8", "surrogatepass"), 1)


def unpacked(body: bytes) -> str:
    """What `packed` was given; '' for anything else."""
    from zlib import decompress, error

    try:
        return decompress(body).decode("utf-8", "surrogatepass")
    except (error, ValueError):
        return ""
