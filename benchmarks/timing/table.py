"""The table of a report, for the terminal and for the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.timing.figures import BUNDLED_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.timing.figures import Figure, Report

HEADINGS = ("what", "entries", "figure", "goal", "", "beside it")
_VERDICTS = {True: "✓", False: "✗", None: ""}


def rows(report: Report) -> list[tuple[str, ...]]:
    """A row of cells for each figure; what, entries, figure, goal, verdict, references."""
    return [_row(figure, report.slowness) for figure in report.figures]


def _row(figure: Figure, slowness: float) -> tuple[str, ...]:
    shown = _number(figure.value, figure.unit)
    if figure.statistic == "p90":
        shown += " (p90)"
    if figure.reference:
        shown += f" = {figure.score(slowness):.2f}×"
    goal = ""
    if figure.goal is not None and figure.reference:
        goal = f"≤ {figure.goal:g}× {figure.reference}"
    elif figure.goal is not None:
        scaled = figure.goal * (slowness if figure.unit == "ms" else 1)
        goal = f"≤ {_number(scaled, figure.unit)}"
    beside = ", ".join(f"{name} {_number(value, '')}" for name, value in figure.beside.items())
    size = "bundled" if figure.size == BUNDLED_SIZE else f"{figure.size:,}"
    return figure.name, size, shown, goal, _VERDICTS[figure.reached(slowness)], beside


def _number(value: float, unit: str) -> str:
    digits = 0 if unit in ("files", "keys") or value >= 100 else 1
    return f"{value:,.{digits}f} {unit}".rstrip()


def as_text(report: Report) -> str:
    """The table in columns."""
    table = [HEADINGS, *rows(report)]
    widths = [max(len(row[column]) for row in table) for column in range(len(HEADINGS))]
    lines = [_joined(row, widths) for row in table]
    lines.insert(1, "─" * max(map(len, lines)))
    return "\n".join((_heading(report), "", *lines))


def _joined(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = [
        cell.rjust(width) if column == 1 else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def as_markdown(report: Report) -> str:
    """The table in Markdown, under a line that says where and when."""
    lines = [f"| {' | '.join(HEADINGS)} |", "|---|--:|--:|---|:-:|---|"]
    lines += [f"| {' | '.join(row)} |" for row in rows(report)]
    return "\n".join((_heading(report), "", *lines)) + "\n"


def _heading(report: Report) -> str:
    return (
        f"Measured on {report.day}: {report.machine}, {report.slowness:.2f} times as slow as the "
        "machine of the goals; goals in milliseconds are scaled by that."
    )
