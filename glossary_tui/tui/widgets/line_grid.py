"""Lines that meet: box-drawing characters chosen by what leaves each cell, and in which direction."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_SHAPES = " │─╰││╭├─╯─┴╮┤┬┼"
"""By the sum of the directions that a line leaves a cell in; corners are round."""


class Cell(NamedTuple):
    """A cell of the drawing."""

    row: int
    column: int


class LineGrid:
    """Horizontal and vertical lines, each belonging to someone, joined where they meet."""

    def __init__(self) -> None:
        self._leaving: dict[Cell, int] = {}
        self._owners: dict[Cell, set[int]] = {}

    def across(self, row: int, one: int, other: int, owner: int) -> None:
        """A line on *row* from column *one* to *other*, both included."""
        first, last = sorted((one, other))
        for column in range(first, last + 1):
            leaving = (_EAST if column < last else 0) | (_WEST if column > first else 0)
            self._add(Cell(row, column), leaving, owner)

    def down(self, column: int, one: int, other: int, owner: int) -> None:
        """A line in *column* from row *one* to *other*, both included."""
        first, last = sorted((one, other))
        for row in range(first, last + 1):
            leaving = (_SOUTH if row < last else 0) | (_NORTH if row > first else 0)
            self._add(Cell(row, column), leaving, owner)

    def _add(self, cell: Cell, leaving: int, owner: int) -> None:
        self._leaving[cell] = self._leaving.get(cell, 0) | leaving
        self._owners.setdefault(cell, set()).add(owner)

    def drawn(self) -> dict[Cell, tuple[str, frozenset[int]]]:
        """The character of each cell, and whose lines run through it."""
        return {
            cell: (_SHAPES[leaving], frozenset(self._owners[cell]))
            for cell, leaving in self._leaving.items()
        }
