"""Plain text into Markdown and back, one line at a time."""

from __future__ import annotations

from glossary_tui.text.clean import clean_line
from glossary_tui.text.pattern import pattern
from glossary_tui.text.plain import inline

_ESCAPABLE = frozenset("[]\\<*`_")
_ESCAPED = pattern(r"[\[\]\\<*`]|(?<![^\W_])_|_(?![^\W_])")


def escape(text: str) -> str:
    """*text* so that a renderer of Markdown shows it as it is."""
    text = clean_line(text)
    if _ESCAPABLE.isdisjoint(text):
        return text
    return _ESCAPED.sub(r"\\\g<0>", text)


def plain(markdown: str) -> str:
    """One line of *markdown* without escapes, emphasis and links."""
    return clean_line(inline(markdown))


def code(text: str) -> str:
    """One line of *text* as a code span, whatever backticks it has."""
    text = clean_line(text)
    ticks = "`"
    while ticks in text:
        ticks += "`"
    pad = " " if len(ticks) > 1 else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text else ""
