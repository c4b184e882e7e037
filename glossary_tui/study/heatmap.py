"""A year of study days as a grid, a column a week and a row a weekday, for any front end."""

from __future__ import annotations

from datetime import date

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.statistics import YEAR, levels

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

SHADES = "·░▒▓█"
"""A sign for each level, from nothing to most: they are told apart without colour."""
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
"""What is written before the rows."""


class Heatmap(NamedTuple):
    """Levels by weekday and week."""

    rows: tuple[tuple[int, ...], ...]
    """For each weekday from Monday on, the level of each week; -1 for a day outside the year."""
    months: tuple[tuple[int, str], ...]
    """The weeks in which a month begins, by index, with its short name."""


def heatmap_of(counts: Mapping[int, int], today: int) -> Heatmap:
    """The grid of *counts*, answers by study day, over the year that ends *today*."""
    shade = levels(counts)
    first = today - YEAR + 1
    weeks = range(first - date.fromordinal(first).weekday(), today + 1, 7)
    rows = tuple(
        tuple(
            shade.get(week + weekday, 0) if first <= week + weekday <= today else -1
            for week in weeks
        )
        for weekday in range(7)
    )
    middles = [date.fromordinal(week + 3) for week in weeks]
    months = tuple((at, f"{day:%b}") for at, day in enumerate(middles) if day.day <= 7)
    return Heatmap(rows, months)


def month_line(months: tuple[tuple[int, str], ...], cell: int = 1) -> str:
    """The names of the months over weeks that are *cell* columns wide, as far as there is room."""
    line = ""
    for week, name in months:
        if len(line) <= week * cell:
            line = f"{line:<{week * cell}}{name} "
    return line.rstrip()
