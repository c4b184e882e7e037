"""Statistics → the lines of their page, for a width."""

from __future__ import annotations

from datetime import date

from glossary_tui.text.counting import counted
from glossary_tui.text.wrap import wrapped
from glossary_tui.tui.charts import Line, Run, columns, heatmap, retention_lines, tag_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from glossary_tui.study.card import TermId
    from glossary_tui.study.statistics import HardTerm, Statistics


def statistics_lines(
    found: Statistics, title_of: Callable[[TermId], str], width: int, *, drawn: bool = True
) -> Iterator[Line]:
    """The whole page; a hard term's run has its index in `Statistics.hardest` as its item.

    What is not to be *drawn* is said in numbers alone.
    """
    if not found.total:
        yield from _said("Nothing has been answered yet.", "strong", width)
        yield []
        said = "Your answers are drawn here: by day, by tag, and what is due when."
        yield from _said(said, "muted", width)
        yield from _terms(found, width if drawn else 0)
        return
    yield from _said(_overview(found), "strong", width)
    yield from _headed("Answers by day")
    if drawn:
        counts = {day: each.reviews for day, each in found.days.items()}
        yield from heatmap(counts, found.today, width)
    yield from _said(_busiest(found), "muted", width)
    yield from _headed(f"Remembered when due (the target is {found.target:.0%})".replace("%", " %"))
    yield from retention_lines(found.retention, found.target, width if drawn else 0)
    yield from _headed("Due in the coming weeks")
    if drawn:
        yield from columns(found.forecast, width)
    yield from _said(_coming(found), "muted", width)
    yield from _terms(found, width if drawn else 0)
    yield from _headed("Hardest terms")
    if any(each.is_leech for each in found.hardest):
        said = "A leech is forgotten again and again: read it anew, or write it better."
        yield from _said(said, "muted", width)
    if not found.hardest:
        yield from _said("No term has been forgotten yet.", "muted", width)
    for index, each in enumerate(found.hardest):
        yield _hard_line(each, title_of(each.term), index)


def _said(text: str, style: str, width: int) -> Iterator[Line]:
    for row in wrapped(text, width):
        yield [Run(row, style)]


def _terms(found: Statistics, width: int) -> Iterator[Line]:
    yield from _headed("Terms")
    yield from tag_lines(found.tags, width)


def _headed(title: str) -> Iterator[Line]:
    yield []
    yield [Run(title, "heading")]
    yield []


def _overview(found: Statistics) -> str:
    today = found.days.get(found.today)
    parts = [f"{counted(found.total, 'answer')} in all"]
    if found.streak:
        parts.append(f"{counted(found.streak, 'day')} in a row")
    if today is None:
        parts.append("nothing answered today")
    else:
        minutes = round(today.milliseconds / 60_000)
        spent = f", {minutes} min" if minutes else ""
        parts.append(f"today {counted(today.reviews, 'answer')}, {today.new:,} new{spent}")
    return " · ".join(parts)


def _busiest(found: Statistics) -> str:
    if not found.days:
        return "Nothing was answered within the year."
    day = max(found.days, key=lambda each: (found.days[each].reviews, each))
    active = len(found.days)
    when = f"{date.fromordinal(day):%d %B}".lstrip("0")
    most = found.days[day].reviews
    return f"Answered on {counted(active, 'day')} of the year; most on {when}: {most:,}."


def _coming(found: Statistics) -> str:
    today, *later = found.forecast
    week = sum(later[:6]) + today
    return (
        f"{today:,} today, {later[0]:,} tomorrow, {week:,} within a week, "
        f"{sum(found.forecast):,} within four."
    )


def _hard_line(each: HardTerm, title: str, index: int) -> Line:
    """A hard term, why it is here, and whether it is a leech."""
    times = "once" if each.lapses == 1 else f"{each.lapses} times"
    line = [Run(title, "link", index)]
    if each.is_leech:
        line.append(Run("  leech", "mark"))
    return [*line, Run(f"  forgotten {times}, difficulty {each.difficulty:.1f}", "muted")]
