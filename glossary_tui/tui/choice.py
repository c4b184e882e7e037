"""Something to choose from a list."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple


class Choice(NamedTuple):
    """A row of a list that one chooses from."""

    text: str
    """What it is."""
    value: object
    """What the one who asked is told when it is chosen."""
    aside: str = ""
    """What is said of it after the text."""
    key: str = ""
    """What stands at the end of the row: the key that does the same, a number, a mark."""
    spans: tuple[tuple[int, int], ...] = ()
    """The letters of `text` that matched what was typed."""
    words: str = ""
    """What else it is called, to be found by."""
