"""The matches of a search through all views of an entry, and which of them is the present one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Finder:
    """Walks through matches in reading order, from the last to the first again.

    A match is (view, index within the view).
    """

    def __init__(self, counts: Sequence[int]) -> None:
        self._matches = [(view, index) for view, n in enumerate(counts) for index in range(n)]
        self._at = -1

    def __len__(self) -> int:
        return len(self._matches)

    @property
    def current(self) -> tuple[int, int] | None:
        """The present match; None before the first step, and where nothing matches."""
        return self._matches[self._at] if self._at >= 0 else None

    @property
    def number(self) -> int:
        """The present match's number, counted from 1; 0 before the first step."""
        return self._at + 1

    def seek(self, view: int, index: int) -> tuple[int, int] | None:
        """Make the first match at or after (*view*, *index*) the present one, else the first."""
        later = (n for n, match in enumerate(self._matches) if match >= (view, index))
        self._at = next(later, 0) if self._matches else -1
        return self.current

    def step(self, step: int) -> tuple[int, int] | None:
        """Make the match *step* away the present one, counted around the ends."""
        if self._matches:
            self._at = (self._at + step) % len(self._matches) if self._at >= 0 else min(step, 0)
            self._at %= len(self._matches)
        return self.current
