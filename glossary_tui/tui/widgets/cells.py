"""Fitting text into cells."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def cut(text: str, room: int) -> str:
    """*text*, ended with an ellipsis where it is wider than *room* cells."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(room - 1, 0)).rstrip() + "…"
