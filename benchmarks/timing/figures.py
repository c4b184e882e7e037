"""What was measured: a figure beside its references, and whether it reaches its goal."""

from __future__ import annotations

import json
import statistics
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BUNDLED_SIZE = 0
"""Stands for the bundled glossary where a number of entries is asked for."""


class Figure(NamedTuple):
    """One quantity at one size."""

    name: str
    """What was measured; figures of one name make a line of the plot."""
    size: int
    """Entries of the glossary, or `BUNDLED_SIZE`."""
    value: float
    """The program's own, in *unit*: a median, or what *statistic* says."""
    unit: str = "ms"
    """`ms`, `MB`, `files` or `keys`."""
    statistic: str = "median"
    """`median`, `p90` or `count`."""
    goal: float | None = None
    """The most that it may be: a ratio where there is a reference, else in *unit*."""
    reference: str = ""
    """Which of *beside* the value is divided by."""
    beside: dict[str, float] = {}  # noqa: RUF012 # never changed
    """What others took for the same."""

    def score(self, slowness: float) -> float:
        """What is compared with the goal, on a machine so many times as slow as the goals'."""
        if self.reference:
            return self.value / self.beside[self.reference]
        return self.value / slowness if self.unit == "ms" else self.value

    def reached(self, slowness: float) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        return None if self.goal is None else self.score(slowness) <= self.goal


def in_own_unit(figure: Figure, slowness: float) -> float | None:
    """The goal of *figure* as a value like its own; None where it has none."""
    if figure.goal is None:
        return None
    if figure.reference:
        return figure.goal * figure.beside[figure.reference]
    return figure.goal * slowness if figure.unit == "ms" else figure.goal


class Report(NamedTuple):
    """All figures of a run."""

    machine: str
    slowness: float
    day: str
    figures: list[Figure]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def p90(values: Iterable[float]) -> float:
    """The value that nine of ten do not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * 0.9), len(ordered) - 1)]


def written(report: Report) -> str:
    """*report* as JSON."""
    plain = report._asdict()
    plain["figures"] = [figure._asdict() for figure in report.figures]
    return json.dumps(plain, indent=1) + "\n"


def read(text: str) -> Report:
    """The report that `written` wrote."""
    plain = json.loads(text)
    plain["figures"] = [Figure(**figure) for figure in plain["figures"]]
    return Report(**plain)
