"""Text made safe for a terminal, and how many columns it fills there."""

from __future__ import annotations

from functools import cache

from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SEQUENCE = pattern(
    r"""
    (?:\x1b\[|\x9b) [0-?]* [ -/]* [@-~]?                    # CSI: colours, cursor
  | (?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])                 # OSC, DCS, SOS, PM, APC …
      (?: [^\x07\x1b\x90\x98\x9c-\x9f\n\r]{0,4096} (?:\x07|\x1b\\|\x9c) )? # … with what they carry, if ended
  | \x1b [ -/]* [0-~]?                                      # two-letter and charset sequences
    """,
    "x",
)
"""Escape sequences of ECMA-48, in their seven- and eight-bit forms."""

_UNSAFE = pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0001]"
)


@cache
def _dropped() -> dict[int, str | None]:
    """What becomes of letters that are not shown. Made when there is one: it takes half a ms."""
    found: dict[int, str | None] = dict.fromkeys(
        [
            *(code for code in range(0x20) if code not in (0x09, 0x0A)),
            *range(0x7F, 0xA0),
            0xAD,  # soft hyphen: terminals disagree about its width
            *range(0x202A, 0x202F),  # bidirectional embeddings and overrides
            *range(0x2060, 0x2070),  # invisible operators, bidirectional isolates
            0xFEFF,
            *range(0xFFF9, 0xFFFC),  # interlinear annotation
            0xE0001,
        ]
    )
    found |= dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), " ")
    found |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
    return found


_LINE_ENDS = {0x0A: " ", 0x09: " "}


def is_text(text: str) -> bool:
    """Whether *text* can be written down: half a surrogate pair stands for a byte that is no text."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def is_clean(text: str) -> bool:
    """Whether `clean` would leave *text* as it is."""
    return text.isprintable() or not _UNSAFE.search(text)


def clean(text: str) -> str:
    """*text* without control characters, escape sequences and bidirectional overrides.

    Newlines and tabs stay; CR becomes a newline, rarer separators a space, so lines keep their
    numbers. What an unfinished sequence
    was about to swallow stays visible. Halves of surrogate pairs, which stand for the bytes of a
    file name that is not UTF-8, become U+FFFD. Joiners and direction marks stay: scripts need
    them.
    """
    if is_clean(text):
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x1b" in text or not text.isascii():
        text = _SEQUENCE.sub("", text)
    return text.translate(_dropped())


def is_line(text: str) -> bool:
    """Whether `clean_line` would leave *text* as it is; there may be others of which it is so."""
    return text.isprintable() and "  " not in text and text.strip(" ") == text


def clean_line(text: str, limit: int = 0) -> str:
    """*text* as one clean line, runs of white space made one space; cut at *limit* if it is given."""
    if text.isprintable():
        if "  " not in text and (not limit or len(text) <= limit):
            return text.strip(" ")
    else:
        text = clean(text).translate(_LINE_ENDS).replace("\u200b", "")
    text = " ".join(text.split())
    return text if not limit or len(text) <= limit else text[: limit - 1] + "…"


def is_unsafe(letter: str) -> bool:
    """Whether a terminal may take *letter* for a command, or draw what follows elsewhere."""
    return _UNSAFE.match(letter) is not None


def width(text: str) -> int:
    """How many terminal columns *text* fills: wide letters two, combining and joining ones none.

    Widths are those of Unicode Standard Annex #11; what follows a zero-width joiner is drawn into
    the same cells.
    """
    return len(text) if text.isascii() else sum(letter_widths(text))


def letter_widths(text: str) -> Iterator[int]:
    """How many columns each letter of *text* adds to what `width` says of those before it."""
    joined = False
    for letter in text:
        yield 0 if joined else _letter_width(letter)
        joined = letter == "\u200d"


def _letter_width(letter: str) -> int:
    import unicodedata

    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
