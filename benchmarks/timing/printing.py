"""One-shot commands: from the start of the process to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.references import dictionaries
from benchmarks.timing.corpora import corpus, titles
from benchmarks.timing.figures import BUNDLED_SIZE, Figure, median
from benchmarks.timing.machine import NOTHING, PROGRAM, alternately
from benchmarks.timing.starting import forget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_GOALS = {BUNDLED_SIZE: 2.5, 100_000: 3.0}
_REFERENCE = "python -c pass"


def shows(sizes: Sequence[int], times: int) -> list[Figure]:
    """Figures of `show` for every size."""
    figures = []
    for size in sizes:
        forget()
        term = "ImageNet" if size == BUNDLED_SIZE else plain_title(size)
        commands: dict[str, Sequence[str]] = {
            "glossary": (*PROGRAM, *folder_options(size), term),
            _REFERENCE: NOTHING,
        }
        others: Mapping[str, Sequence[str]] = {}
        if size != BUNDLED_SIZE:
            others = dictionaries.showing(size, term)
        took = alternately({**commands, **others}, times)
        beside = {name: median(values) for name, values in took.items() if name != "glossary"}
        figures.append(
            Figure(
                "show TERM", size, median(took["glossary"]), goal=_GOALS.get(size),
                reference=_REFERENCE, beside=beside,
            )
        )  # fmt: skip
    return figures


def folder_options(size: int) -> tuple[str, ...]:
    """The options that open the glossary of that size."""
    return () if size == BUNDLED_SIZE else ("--entries", corpus(size))


def plain_title(size: int) -> str:
    """A title of that glossary that means the same to every program: letters and spaces."""
    return next(title for title in titles(size)[size // 2 :] if title.replace(" ", "").isalpha())
