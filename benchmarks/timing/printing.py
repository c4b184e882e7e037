"""One-shot commands: from the start of the process to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.references import dictionaries
from benchmarks.timing.corpora import corpus, titles
from benchmarks.timing.figures import BUNDLED_SIZE, Figure, median
from benchmarks.timing.machine import NOTHING, PROGRAM, alternately
from benchmarks.timing.starting import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Command = Sequence[str]

REFERENCE = "python -c pass"
"""What the commands are measured by."""
_GOALS = {BUNDLED_SIZE: 2.5, 100_000: 3.0}


def shows(sizes: Sequence[int], times: int) -> list[Figure]:
    """Figures of `show` for every size, of a later start."""
    figures = []
    for size in sizes:
        prepare(size)
        took = _medians(size, ("show", term_of(size), *_folder(size)), "show", times)
        value = took.pop("glossary")
        figures.append(
            Figure(
                "show TERM", size, value, goal=_GOALS.get(size), reference=REFERENCE, beside=took
            )
        )
    return figures


def commands(size: int, times: int) -> Iterator[tuple[str, dict[str, float]]]:
    """The name of each command that is asked for most, and the medians of all that do it."""
    prepare(size)
    term = term_of(size)
    beginning = " ".join(("glossary", *_folder(size), "show", term[:4].lower()))
    for name, words in (
        ("show", ("show", term, *_folder(size))),
        ("search", ("search", term[:-1], *_folder(size))),
        ("list", ("list", *_folder(size))),
        ("completions", ("__complete", "--", "bash", beginning)),
    ):
        yield name, _medians(size, words, name, times)


def term_of(size: int) -> str:
    """A title of that glossary that means the same to every program: letters and spaces."""
    if size == BUNDLED_SIZE:
        return "ImageNet"
    return next(title for title in titles(size)[size // 2 :] if title.replace(" ", "").isalpha())


def _medians(size: int, words: Command, kind: str, times: int) -> dict[str, float]:
    """The median of the program with *words*, of the reference, and of others of that *kind*."""
    own = {"glossary": (*PROGRAM, *words), REFERENCE: NOTHING}
    others = _others(size, kind) if size != BUNDLED_SIZE else {}
    took = alternately({**own, **others}, times)
    return {name: median(values) for name, values in took.items()}


def _others(size: int, kind: str) -> Mapping[str, Command]:
    term = term_of(size)
    match kind:
        case "show":
            return dictionaries.showing(size, term)
        case "search":
            return dictionaries.searching(size, term[:-1])
        case "list":
            return dictionaries.listing(size)
    return {}


def _folder(size: int) -> tuple[str, ...]:
    """The options that open the glossary of that size."""
    return () if size == BUNDLED_SIZE else ("--entries", corpus(size))
