"""Bodies that were read for the last few queries: while one types, many answers stay in sight."""

from __future__ import annotations

from glossary_tui.search.excerpt import plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_KEPT = 200
"""How many bodies are kept."""
_LONGEST = 10_000
"""Letters of a body beyond which it is not."""


class Bodies:
    """Bodies by their rows, each with its `plain_letters`; *read* gives the body of a row."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self._kept: dict[int, tuple[str, str]] = {}

    def __getitem__(self, row: int) -> tuple[str, str]:
        body = self._kept.get(row)
        if body is None:
            text = self._read(row)
            body = text, plain_letters(text)
            if 0 < len(text) <= _LONGEST:
                if len(self._kept) >= _KEPT:
                    del self._kept[next(iter(self._kept))]
                self._kept[row] = body
        return body
