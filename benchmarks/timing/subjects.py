"""What is measured: the program over a glossary, and what does the same beside it."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.timing.corpora import corpora_folder, corpus
from benchmarks.timing.figures import BUNDLED_SIZE
from benchmarks.timing.machine import PROGRAM
from benchmarks.timing.window import ROWS

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_WORDS = "is what this entry explains"
"""How every text of a made-up glossary begins, after the title."""
_BUNDLED_WORDS = "randomized experiment"


class Subject(NamedTuple):
    """A program that shows a list of terms and an entry."""

    name: str
    command: tuple[str, ...]
    complete: Callable[[list[str]], bool]
    """Whether the screen shows all of its first picture."""
    quit: bytes
    """The keys that end it."""
    clear: bytes = b"\x15"
    """The key that empties its search box."""
    down: bytes = b"\x1b[B"
    """The key of the next term."""


def program(size: int, *more: str) -> Subject:
    """The program over the glossary of that size."""
    folders = () if size == BUNDLED_SIZE else ("--entries", corpus(size))
    words = _BUNDLED_WORDS if size == BUNDLED_SIZE else FIRST_WORDS
    return Subject("glossary", (*PROGRAM, *folders, *more), _full(words), b"\x03", b"\x0c")


def bare() -> Subject:
    """An app with one Static."""
    command = (sys.executable, "-m", "benchmarks.references.bare")
    return Subject("bare Textual", command, lambda lines: "ready" in lines[0], b"\x11")


def obvious(size: int) -> Subject:
    """What one would write in an afternoon."""
    command = (sys.executable, "-m", "benchmarks.references.obvious", corpus(size))
    return Subject("the obvious way", command, _full(FIRST_WORDS), b"\x11")


def fzf(size: int) -> Subject | None:
    """The finder fzf over the titles, with the file as its preview; None where it is not installed."""
    if shutil.which("fzf") is None:
        return None
    index, folder = _index(size), shlex.quote(corpus(size))
    options = f"--delimiter '\\t' --with-nth 2 --preview 'cat {folder}/{{1}}'"
    command = ("sh", "-c", f"exec fzf {options} < {shlex.quote(index)}")

    def complete(lines: list[str]) -> bool:
        text = "\n".join(lines)
        return f"{size}/{size}" in text and FIRST_WORDS in text

    return Subject("fzf", command, complete, b"\x1b", down=b"\x1b[A")


def _full(words: str) -> Callable[[list[str]], bool]:
    """A list from top to bottom at the left, *words* in the text, and the bottom line."""

    def complete(lines: list[str]) -> bool:
        listed = all(line[:20].strip() for line in lines[8 : ROWS - 4])
        return listed and bool(lines[-1].strip()) and words in "\n".join(lines)

    return complete


def _index(size: int) -> str:
    """A file with the name and the title of every entry, made on first use."""
    path = os.path.join(corpora_folder(), f"{os.path.basename(corpus(size))}.tsv")
    if not os.path.exists(path):
        lines = []
        for name in sorted(os.listdir(corpus(size))):
            with open(os.path.join(corpus(size), name), encoding="utf-8") as file:
                file.readline()
                title = file.readline().removeprefix('title: "').rstrip('"\n')
            lines.append(f"{name}\t{title}\n")
        with open(f"{path}.{os.getpid()}", "w", encoding="utf-8") as file:
            file.writelines(lines)
        os.replace(f"{path}.{os.getpid()}", path)
    return path
