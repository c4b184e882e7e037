"""A command line as bash has it: cut into words, and words written so that bash takes them whole."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./,+%@^")
_BREAKS = "=:"
"""Signs within a word after which bash begins to complete anew."""


class Line(NamedTuple):
    """A line up to the cursor."""

    words: list[str]
    """Its words without their quotes; the last one is unfinished, and may be empty."""
    quote: str
    """The quote that is open at the cursor, or ''."""
    kept: int
    """How many letters of the last word bash leaves alone: those up to its last sign of `=:`."""


def split_line(text: str) -> Line:
    """The words of the unfinished command line *text*."""
    words: list[str] = []
    word: list[str] = []
    started = False
    quote = ""
    kept = 0
    letters = iter(text)
    for letter in letters:
        if quote:
            if letter == quote:
                quote = ""
            elif letter == "\\" and quote == '"':
                word.append(next(letters, ""))
            else:
                word.append(letter)
        elif letter in "\"'":
            quote, started = letter, True
        elif letter.isspace():
            if word or started:
                words.append("".join(word))
            word, started, kept = [], False, 0
        else:
            word.append(next(letters, "") if letter == "\\" else letter)
            if letter in _BREAKS:
                kept = len(word)
    return Line([*words, "".join(word)], quote, kept)


def escaped(word: str, line: Line) -> str:
    """*word*, which completes the last one of *line*, as bash is to insert it."""
    rest = word[line.kept :]
    if line.quote == "'":
        return rest.replace("'", "'\\''")
    if line.quote:
        return "".join(f"\\{each}" if each in '"\\$`' else each for each in rest)
    return "".join(each if each in _PLAIN or not each.isascii() else f"\\{each}" for each in rest)
