"""Plain text in rows and columns of a terminal, whatever the width of its letters."""

from __future__ import annotations

from glossary_tui.text.clean import letter_widths, width

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
        if filled > columns:
            *full, row = _cut(word, columns)
            rows += full
            filled = width(row)
    if row:
        rows.append(row)
    return rows


def _cut(word: str, columns: int) -> list[str]:
    """*word* in pieces that fill at most *columns*, or one letter with what is joined to it."""
    if word.isascii():
        return [word[start : start + columns] for start in range(0, len(word), columns)]
    pieces = []
    start = filled = 0
    for index, wide in enumerate(letter_widths(word)):
        if wide and filled + wide > columns and index > start:
            pieces.append(word[start:index])
            start, filled = index, 0
        filled += wide
    pieces.append(word[start:])
    return pieces


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
