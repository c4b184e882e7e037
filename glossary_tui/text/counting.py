"""Numbers of things, in words."""

from __future__ import annotations


def counted(number: int, noun: str, plural: str = "") -> str:
    """*number* and *noun*, or its *plural*, which has one letter more where none is given."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
