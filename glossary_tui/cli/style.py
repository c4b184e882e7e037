"""Emphasis in printed text: escape sequences of ECMA-48 that every terminal understands."""

from __future__ import annotations

_SEQUENCES = {
    "title": "1",
    "heading": "1;36",
    "faint": "2",
    "match": "1;33",
    "code": "32",
    "added": "32",
    "removed": "31",
}
"""Bold, bold cyan, faint, bold yellow, green, red: from the terminal's own palette, so that they can be
read on a dark and on a light ground.
"""


class Style:
    """Puts the emphasis on, or leaves the text as it is."""

    def __init__(self, *, is_on: bool) -> None:
        self.is_on = is_on
        """Whether there is any."""

    def __call__(self, kind: str, text: str) -> str:
        """*text* with the emphasis of a *kind*: title, heading, faint, match, code, added, removed; line by line."""
        if not self.is_on or not text:
            return text
        start = f"\x1b[{_SEQUENCES[kind]}m"
        return "\n".join(f"{start}{line}\x1b[0m" if line else "" for line in text.split("\n"))
