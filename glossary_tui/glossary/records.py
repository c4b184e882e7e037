"""Entries that are made when they are asked for, so that a hundred thousand need no objects."""

from __future__ import annotations

from collections.abc import Sequence

from glossary_tui.model import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import overload


class Records(Sequence[Entry]):
    """*size* entries, each made by *make* from its position whenever it is asked for.

    *every* makes them all, one after the other, where that is done at less cost.
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
        if not -self._size <= index < self._size:
            raise IndexError(index)
        return self._make(index % self._size)

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
