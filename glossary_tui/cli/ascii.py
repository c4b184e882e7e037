"""Letters that an encoding does not have, written in ASCII: `LC_ALL=C` must lose no sense."""

from __future__ import annotations

import codecs
import unicodedata

HANDLER = "glossary-ascii"
"""The name of the error handler that this module registers."""
_SIGNS = {
    "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "--", "−": "-", "…": "...", "•": "*", "·": "-",
    "→": "->", "←": "<-", "↔": "<->", "⇒": "=>", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~",
    "×": "x", "÷": "/", "⋅": "*", "∈": "in", "√": "sqrt", "∑": "sum", "∏": "prod", "∞": "inf",
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "\u200b": "", "\u200d": "",
}  # fmt: skip


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    written = "".join(map(_in_ascii, error.object[error.start : error.end]))
    return written, error.end


def _in_ascii(letter: str) -> str:
    if letter in _SIGNS:
        return _SIGNS[letter]
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(_SIGNS.get(part, part) for part in parts)
    bare = "".join(part for part in bare if part.isascii())
    return bare if bare or unicodedata.combining(letter) else "?"


codecs.register_error(HANDLER, _nearest)
