"""Statistics → lines of characters: shades and bars that are read without colour too.

A line is a list of runs; each run names its style. Nothing here knows a widget.
"""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.heatmap import SHADES, WEEKDAYS, heatmap_of, month_line
from glossary_tui.study.statistics import TERM_STATES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from glossary_tui.study.statistics import Retention, TagStates

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LABEL = 5
_STATE_SHADES = {"mature": "█", "young": "▓", "learning": "▒", "new": "░", "suspended": "·"}
_LEAST_WITH_BARS = 62
"""Cells in which a tag, its bar and its numbers have room beside one another."""
BAR_HEIGHT = 5
"""Lines of the forecast's bars."""


class Run(NamedTuple):
    """Characters of one style."""

    text: str
    style: str = ""
    """`strong`, `muted`, `mark`, `shade-0` … `shade-4`, or '' for plain text."""
    item: int = -1
    """The index of the thing that it names and leads to, or -1."""


Line = list[Run]


def heatmap(counts: Mapping[int, int], today: int, width: int) -> Iterator[Line]:
    """The answers of the past year, or of as many weeks as there is room for."""
    grid = heatmap_of(counts, today)
    every = len(grid.rows[0])
    cell = 2 if width >= _LABEL + 2 * every else 1
    left_out = max(every - (width - _LABEL) // cell, 0)
    months = tuple((week - left_out, name) for week, name in grid.months if week >= left_out)
    yield [Run(" " * _LABEL), Run(month_line(months, cell)[: width - _LABEL], "muted")]
    for name, row in zip(WEEKDAYS, grid.rows, strict=True):
        line = [Run(f"{name:<{_LABEL}}", "muted")]
        for level in row[left_out:]:
            if level < 0:
                line.append(Run(" " * cell))
            else:
                line.append(Run(SHADES[level] * cell, f"shade-{level}"))
        yield joined(line)
    legend = [Run(f" {sign}", f"shade-{level}") for level, sign in enumerate(SHADES)]
    yield [Run(" " * _LABEL + "less", "muted"), *legend, Run(" more", "muted")]


def bar(share: float, width: int, target: float = -1.0) -> Line:
    """A bar of *width* cells filled to *share*, with a mark where *target* is."""
    filled = round(share * width)
    cells = [("█", "shade-4")] * filled + [("░", "shade-0")] * (width - filled)
    if target >= 0:
        cells[min(round(target * width), width - 1)] = ("┃", "mark")
    return joined(Run(text, style) for text, style in cells)


def retention_lines(found: Sequence[Retention], target: float, width: int) -> Iterator[Line]:
    """The share that was remembered over several spans, beside the target; no bars for width 0."""
    room = max(min(width - 44, 40), 10) if width else 0
    for each in found:
        name = {0: "all time", 7: "7 days", 30: "30 days"}.get(each.days, "a year")
        line = [Run(f"{name:<10}")]
        if each.share is None:
            yield [*line, Run("nothing was due yet", "muted")]
            continue
        above = "reached" if each.share >= target else "below"
        said = f"  {each.share:>4.0%}  {each.known:,} of {each.asked:,} known, {above}"
        drawn = bar(each.share, room, target) if room else []
        yield [*line, *drawn, Run(said.replace("%", " %"))]


def columns(counts: Sequence[int], width: int) -> Iterator[Line]:
    """Standing bars over an axis of days, one for each number, or as many as there is room for."""
    cell = 3 if width >= 3 * len(counts) + 8 else 2
    counts = counts[: max((width - 8) // cell, 7)]
    most = max(counts, default=0)
    for row in range(BAR_HEIGHT, 0, -1):
        line = [Run(f"{most:>5,} " if row == BAR_HEIGHT else " " * 6, "muted")]
        for count in counts:
            eighths = round(count / most * BAR_HEIGHT * 8) if most else 0
            if count and not eighths:
                eighths = 1
            sign = _EIGHTHS[min(max(eighths - 8 * (row - 1), 0), 8)]
            line.append(Run(f"{sign * (cell - 1)} ", "shade-4"))
        yield joined(line)
    axis = ""
    for index in range(len(counts)):
        if index % 7 == 0:
            axis = f"{axis:<{index * cell}}{f'+{index}' if index else 'today'}"
    yield [Run(" " * 6), Run(axis, "muted")]


def tag_lines(tags: Sequence[TagStates], width: int) -> Iterator[Line]:
    """How far the terms of each tag are known: a bar of shades, where there is room, and the numbers."""
    room = max(min(width - 62, 40), 12) if width >= _LEAST_WITH_BARS else 0
    if room:
        legend = [Run(f"{_STATE_SHADES[state]} {state}   ") for state in reversed(TERM_STATES[:4])]
        yield [Run(" " * 24), *legend]
    for each in tags:
        name = each.tag or "all terms"
        name = name if len(name) <= 22 else f"{name[:21]}…"
        numbers: dict[str, int] = dict(zip(TERM_STATES, each.counts, strict=True))
        said = ", ".join(
            f"{numbers[state]:,} {state}"
            for state in ("mature", "young", "learning", "new", "suspended")
            if numbers[state]
        )
        strong = "" if each.tag else "strong"
        drawn = _shares(numbers, room) if room else []
        yield [Run(f"{name:<24}", strong), *drawn, Run(f"  {said}", "muted")]


def _shares(numbers: Mapping[str, int], width: int) -> Line:
    """A bar that is shared out; whatever is there at all has at least one cell."""
    total = sum(numbers.values())
    line: Line = []
    left = width
    order = [state for state in _STATE_SHADES if numbers[state]]
    for state in order[:-1]:
        cells = min(max(round(numbers[state] / total * width), 1), left - 1)
        line.append(Run(_STATE_SHADES[state] * cells, _shade_of(state)))
        left -= cells
    for state in order[-1:]:
        line.append(Run(_STATE_SHADES[state] * left, _shade_of(state)))
    return line


def _shade_of(state: str) -> str:
    """What is not met yet stays in the background."""
    return "shade-0" if state == "new" else f"shade-{SHADES.index(_STATE_SHADES[state])}"


def joined(runs: Iterable[Run]) -> Line:
    """*runs* with neighbours of one style made one."""
    line: Line = []
    for run in runs:
        if line and line[-1][1:] == run[1:]:
            line[-1] = line[-1]._replace(text=line[-1].text + run.text)
        else:
            line.append(run)
    return line
