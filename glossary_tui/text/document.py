"""A text of the person's own, made ready to be read: a README, a paper, a man page, a chat."""

from __future__ import annotations

import os
import re

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.clean import clean, clean_line

MOST_LETTERS = 400_000
"""Letters of a text that are shown. `man bash` has 350,000."""
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_OVERSTRUCK = re.compile(r"[^\n]\x08")
"""What a typewriter prints first where something is bold or underlined."""
_BREAK = re.compile(r"\n(?:[ \t]*\n)+")
_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|]")
_LINE_START = re.compile(r"^(\d{0,9})([#+=.)-])")
_RUN = re.compile(r"^[ ]+|[ ]{2,}")
_COLUMNS = re.compile(r"[ ]{4,}")
"""More blanks than justified lines have between two words."""
_HYPHEN = re.compile(r"(?<=\w)\u2010\n")
"""What man puts where it divides a word."""
_BLANK = "&nbsp;"
_PROSE = 50
"""Letters of the longest line from which on even lines are running text."""
_WIDE = 80
"""Letters beyond which a line is wrapped in any case."""


class Document(NamedTuple):
    """A text to be read with its terms explained."""

    name: str
    """What to call it: the file's name."""
    path: str
    """The file."""
    markdown: str
    """What it says, clean, as Markdown."""


def document(path: str, text: str) -> Document:
    """The *text* of the file at *path*: Markdown by the file's name, else plain.

    What makes letters bold on a typewriter, escape sequences and front matter go. A text of more
    than `MOST_LETTERS` is cut, and says so.
    """
    text = _OVERSTRUCK.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = clean(text).expandtabs(8)
    note = ""
    if len(text) > MOST_LETTERS:
        end = text.rfind("\n", 0, MOST_LETTERS)
        note = f"\n\n*The text goes on: its first {MOST_LETTERS:,} letters are shown.*"
        text = text[: end if end > 0 else MOST_LETTERS]
    if path.lower().endswith(_MARKDOWN):
        markdown = _FRONT_MATTER.sub("", text)
    else:
        markdown = as_markdown(text)
    name = clean_line(os.path.basename(path)) or clean_line(path)
    return Document(name, path, markdown + note)


def as_markdown(text: str) -> str:
    """Markdown that shows the plain *text* as it is.

    Running text is wrapped anew, without an indent that all its lines have; lines that are
    unevenly indented, hold columns, or are short keep their breaks and blanks. A line in capitals
    above indented ones is a heading, as in man pages.
    """
    blocks = []
    for block in _BREAK.split(text):
        lines = [line.rstrip() for line in block.strip("\n").split("\n")]
        if len(lines) > 1 and lines[0].isupper() and lines[0][0] != " " and lines[1][:1] == " ":
            blocks.append(f"### {_escaped(lines[0])}")
            del lines[0]
        if any(lines):
            blocks.append(_paragraph(lines))
    return "\n\n".join(blocks)


def _paragraph(lines: list[str]) -> str:
    """One block of *lines*: wrapped anew if they are prose, else as they stand."""
    indents = {len(line) - len(line.lstrip()) for line in lines}
    longest = max(map(len, lines))
    even = len(indents) == 1 and (len(lines) > 1 or indents == {0} or longest > _WIDE)
    if even and longest - min(indents) >= _PROSE:
        bare = [line.strip() for line in lines]
        if not any(map(_COLUMNS.search, bare)):
            return _HYPHEN.sub("", "\n".join(map(_escaped, bare)))
    return "\\\n".join(_RUN.sub(lambda run: _BLANK * len(run[0]), _escaped(line)) for line in lines)


def _escaped(line: str) -> str:
    """*line* without anything that means something in Markdown."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", line))
