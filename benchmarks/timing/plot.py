"""The growth of every figure with the number of entries, as an SVG that follows light and dark."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from benchmarks.timing.figures import BUNDLED_SIZE, in_own_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.timing.figures import Figure, Report

_COLUMNS = 3
_WIDTH, _HEIGHT = 300, 214
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 96, 40, 30
_LABEL = 12
"""Units between the labels of two lines, at least."""
_STYLE = """
  svg { --ground: #ffffff; --ink: #1f2328; --soft: #656d76; --grid: #d8dee4; --own: #0a58ca; --goal: #1a7f37; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #0d1117; --ink: #e6edf3; --soft: #8d96a0; --grid: #30363d; --own: #6cb6ff; --goal: #57ab5a; }
  }
  .ground { fill: var(--ground); }
  text { font: 11px ui-sans-serif, system-ui, "DejaVu Sans", sans-serif; fill: var(--soft); }
  .title { font-size: 12.5px; font-weight: 600; fill: var(--ink); }
  .own { stroke: var(--own); stroke-width: 2.2; fill: none; }
  .own-label { fill: var(--own); font-weight: 600; }
  .dot { fill: var(--own); }
  .other { stroke: var(--soft); stroke-width: 1.2; fill: none; }
  .goal { stroke: var(--goal); stroke-width: 1.4; stroke-dasharray: 4 3; fill: none; }
  .goal-label { fill: var(--goal); }
  .grid { stroke: var(--grid); stroke-width: 1; }
"""


def plot(report: Report) -> str:
    """A panel for each quantity that was measured at more than one size."""
    named: dict[str, list[Figure]] = {}
    for figure in report.figures:
        if figure.size != BUNDLED_SIZE and figure.statistic != "count":
            named.setdefault(figure.name, []).append(figure)
    panels = [_panel(name, series, report) for name, series in named.items() if len(series) > 1]
    rows = math.ceil(len(panels) / _COLUMNS)
    width, height = _COLUMNS * _WIDTH + 8, rows * _HEIGHT + 8
    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img">'
        ),
        "<title>How each figure grows from 1,000 to 100,000 entries</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
    ]
    for number, panel in enumerate(panels):
        x, y = number % _COLUMNS * _WIDTH, number // _COLUMNS * _HEIGHT
        parts.append(f'<g transform="translate({x} {y})">{panel}</g>')
    return "\n".join((*parts, "</svg>")) + "\n"


def _panel(name: str, series: Sequence[Figure], report: Report) -> str:
    """One quantity: logarithms both ways, so that what grows in proportion is a diagonal."""
    lines = {"glossary": [(figure.size, figure.value) for figure in series]}
    for figure in series:
        for other, value in figure.beside.items():
            lines.setdefault(other, []).append((figure.size, value))
    goals = [
        (figure.size, goal)
        for figure in series
        if (goal := in_own_unit(figure, report.slowness)) is not None
    ]
    values = [value for points in (*lines.values(), goals) for _, value in points if value > 0]
    low = math.floor(math.log10(min(values)))
    high = max(math.ceil(math.log10(max(values))), low + 1)
    sizes = sorted({figure.size for figure in series})
    first, last = math.log10(sizes[0]), math.log10(sizes[-1])

    def at(size: int, value: float) -> tuple[float, float]:
        across = (math.log10(size) - first) / (last - first)
        up = (math.log10(max(value, 10**low)) - low) / (high - low)
        return (
            _LEFT + across * (_WIDTH - _LEFT - _RIGHT),
            _HEIGHT - _BOTTOM - up * (_HEIGHT - _TOP - _BOTTOM),
        )

    parts = [f'<text class="title" x="{_LEFT}" y="24">{escape(name)}</text>']
    for power in range(low, high + 1):
        _, y = at(sizes[0], 10.0**power)
        parts.append(f'<path class="grid" d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}"/>')
        parts.append(_text(_LEFT - 6, y + 4, _short(10.0**power), anchor="end"))
    parts.append(_text(_LEFT - 6, 24, series[0].unit, anchor="end"))
    for size in sizes:
        x, _ = at(size, 10.0**low)
        parts.append(_text(x, _HEIGHT - 12, _short(size), anchor="middle"))
    labels = []
    if goals:
        points = [at(*point) for point in goals]
        if len(points) == 1:
            points = [(points[0][0] - 28, points[0][1]), *points]
        parts.append(_line("goal", points))
        labels.append((points[-1][1], "goal-label", "goal"))
    for other, values_of in sorted(lines.items(), key=lambda line: line[0] == "glossary"):
        points = [at(*point) for point in values_of]
        own = other == "glossary"
        parts.append(_line("own" if own else "other", points))
        if own or len(points) == 1:
            fill = "dot" if own else "other"
            parts += [
                f'<circle class="{fill}" cx="{x:.1f}" cy="{y:.1f}" r="2.8"/>' for x, y in points
            ]
        labels.append((points[-1][1], "own-label" if own else "other-label", other))
    parts += _labels(labels)
    return "".join(parts)


def _labels(labels: Iterable[tuple[float, str, str]]) -> list[str]:
    """The names of the lines at their right ends, moved apart where they would overlap."""
    placed: list[tuple[float, str, str]] = []
    for y, style, text in sorted(labels):
        least = placed[-1][0] + _LABEL if placed else 0.0
        placed.append((max(y, least), style, text))
    over = max(placed[-1][0] - (_HEIGHT - _BOTTOM), 0.0)
    return [_text(_WIDTH - _RIGHT + 7, y + 4 - over, text, style) for y, style, text in placed]


def _line(style: str, points: Sequence[tuple[float, float]]) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path class="{style}" d="M{path}"/>'


def _text(x: float, y: float, text: str, style: str = "", anchor: str = "start") -> str:
    named = f' class="{style}"' if style else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _short(number: float) -> str:
    return f"{number / 1_000:g}k" if number >= 1_000 else f"{number:g}"
