"""Finding the terms of a megabyte of prose, beside grep, which knows neither words nor plurals."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from benchmarks.timing.corpora import BUNDLED, corpora_folder, corpus, titles
from benchmarks.timing.figures import BUNDLED_SIZE, Figure, median
from benchmarks.timing.machine import NOTHING, PROGRAM, alternately

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = 1_000_000
_MOST_PATTERNS = 10_000
"""Titles up to which grep is asked: of a hundred thousand it needs more memory than there is."""
_GOALS = {10_000: 1_000.0}


def explanations(sizes: Sequence[int], times: int) -> list[Figure]:
    """Figures of `explain` for every size: the whole command, its terms printed."""
    prose = _file("prose.txt", _prose())
    figures = []
    for size in sizes:
        folder = BUNDLED if size == BUNDLED_SIZE else corpus(size)
        commands: dict[str, Sequence[str]] = {
            "glossary": (*PROGRAM, "explain", prose, "--entries", folder),
            "python -c pass": NOTHING,
        }
        if size != BUNDLED_SIZE and size <= _MOST_PATTERNS:
            names = _file(f"{size}.titles.txt", "".join(f"{name}\n" for name in titles(size)))
            commands["grep -owiF"] = ("grep", "-owiF", "-f", names, prose)
        took = alternately(commands, times if size < 100_000 else 2)
        beside = {name: median(values) for name, values in took.items() if name != "glossary"}
        figures.append(
            Figure(
                "explain a megabyte", size, median(took["glossary"]), goal=_GOALS.get(size),
                beside=beside,
            )
        )  # fmt: skip
    return figures


def _prose() -> str:
    """The bundled entries, as long as the megabyte lasts, and again."""
    texts = []
    for name in sorted(os.listdir(BUNDLED)):
        with open(os.path.join(BUNDLED, name), encoding="utf-8") as file:
            texts.append(file.read().partition("\n---\n")[2])
    text = "".join(texts)
    return (text * (_LETTERS // len(text) + 1))[:_LETTERS]


def _file(name: str, text: str) -> str:
    """The path of a file that holds *text*, among the corpora."""
    os.makedirs(corpora_folder(), exist_ok=True)
    path = os.path.join(corpora_folder(), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path
