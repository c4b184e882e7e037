"""Plain text in rows and columns of a terminal, whatever the width of its letters."""

from __future__ import annotations

from glossary_tui.text.clean import width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def wrapped(text: str, columns: int) -> list[str]:
    """The words of *text* in rows of at most *columns*; a word wider than a row is cut."""
    rows: list[str] = []
    row = ""
    filled = 0
    for word in text.split(" "):
        wide = width(word)
        if row and filled + 1 + wide <= columns:
            row += f" {word}"
            filled += 1 + wide
            continue
        if row:
            rows.append(row)
        row, filled = word, wide
        while filled > columns:
            head = _fitting(row, columns)
            rows.append(row[:head])
            row = row[head:]
            filled = width(row)
    if row:
        rows.append(row)
    return rows


def _fitting(text: str, columns: int) -> int:
    """How many letters of *text* fill at most *columns*, and at least one."""
    filled = 0
    for index, letter in enumerate(text):
        filled += width(letter)
        if filled > columns and index:
            return index
    return len(text)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """A table of *rows*, the first of them its head, in columns two spaces apart."""
    count = max(map(len, rows))
    full = [[*row, *[""] * (count - len(row))] for row in rows]
    widths = [max(width(row[index]) for row in full) for index in range(count)]
    full.insert(1, ["-" * wide for wide in widths])
    return "\n".join(
        "  ".join(
            cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)
        ).rstrip()
        for row in full
    )
