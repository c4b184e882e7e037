"""Entries that are made when they are asked for, so that a hundred thousand need no objects."""

from __future__ import annotations

from collections.abc import Sequence

from glossary_tui.model import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import overload


_KEPT = 300
"""Entries that are kept: what a few letters in a row find, and what stands around it."""


class Records(Sequence[Entry]):
    """*size* entries, each made by *make* from its position when it is asked for.

    *every* makes them all, one after the other, where that is done at less cost. The last few that
    were asked for are kept: most of what one letter finds, the next one finds too, and of what is
    shown more than one wants to know.
    """

    def __init__(
        self,
        size: int,
        make: Callable[[int], Entry],
        every: Callable[[], Iterator[Entry]] | None = None,
    ) -> None:
        self._size = size
        self._make = make
        self._every = every
        self._kept: dict[int, Entry] = {}

    def __len__(self) -> int:
        return self._size

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> Entry: ...
        @overload
        def __getitem__(self, index: slice) -> Sequence[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            chosen = range(self._size)[index]
            return (
                self
                if len(chosen) == self._size and chosen[:1] == range(1)
                else Chosen(self, chosen)
            )
        kept = self._kept.get(index)
        if kept is not None:
            return kept
        if not -self._size <= index < self._size:
            raise IndexError(index)
        made = self._make(index % self._size)
        if len(self._kept) >= _KEPT:
            self._kept = {}  # another one: some other thread may be looking into this one
        self._kept[index] = made
        return made

    def __iter__(self) -> Iterator[Entry]:
        return self._every() if self._every else map(self._make, range(self._size))


class Chosen(Sequence[Entry]):
    """Those of *entries* that stand at *positions*, in that order."""

    def __init__(self, entries: Sequence[Entry], positions: Sequence[int]) -> None:
        self._entries = entries
        self._positions = positions

    def __len__(self) -> int:
        return len(self._positions)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> Entry: ...
        @overload
        def __getitem__(self, index: slice) -> Sequence[Entry]: ...

    def __getitem__(self, index: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(index, slice):
            return Chosen(self._entries, self._positions[index])
        return self._entries[self._positions[index]]

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entries.__getitem__, self._positions)
