"""The end of a session and the statistics as text, with small charts of letters."""

from __future__ import annotations

from datetime import date

from glossary_tui.study.days import microseconds, study_day
from glossary_tui.study.heatmap import SHADES, WEEKDAYS, heatmap_of, month_line
from glossary_tui.study.statistics import FORECAST, TERM_STATES
from glossary_tui.text.counting import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from glossary_tui.study.card import TermId
    from glossary_tui.study.session import Session, Summary
    from glossary_tui.study.statistics import Retention, Statistics

_BAR = 30
"""Columns of the longest bar."""


def summary_text(session: Session, summary: Summary, now: datetime) -> str:
    """What a session was, and when the next card comes."""
    if not summary.answered:
        return f"{_next(session, summary, now)}\n"
    answers, cards = counted(summary.answered, "answer"), counted(summary.cards, "card")
    lines = [f"{answers} to {cards}, {summary.right} right."]
    if summary.learnt:
        lines.append(f"Met for the first time: {_names(session, summary.learnt)}.")
    if summary.hard:
        hard = tuple(term for term, _ in summary.hard)
        lines.append(f"Hard: {_names(session, hard)}.")
    if not session.store.saves:
        lines.append("Nothing of it was saved.")
    elif not session.plan.cram:
        lines.append(_next(session, summary, now))
    return "\n".join(lines) + "\n"


def _names(session: Session, terms: tuple[TermId, ...]) -> str:
    entries = (session.asker.entry(term) for term in terms)
    return ", ".join(entry.title for entry in entries if entry is not None)


def _next(session: Session, summary: Summary, now: datetime) -> str:
    left = session.progress(now).left
    if session.current is not None:
        return f"{counted(left, 'card')} {'is' if left == 1 else 'are'} left for today."
    today = study_day(now, session.plan.day_starts_at)
    if summary.next_at:
        minutes = (summary.next_at - microseconds(now)) // 60_000_000 + 1
        return f"The next card comes in {counted(max(minutes, 1), 'minute')}."
    if not summary.next_day:
        return "There is nothing to study now."
    days = summary.next_day - today
    if days <= 0:
        return "There are more cards today than the limit allows."
    when = "tomorrow" if days == 1 else f"in {days} days"
    return f"The next card comes {when}."


def statistics_text(
    statistics: Statistics, title_of: Callable[[TermId], str], heading: Callable[[str], str]
) -> str:
    """All of *statistics*, to be read in 80 columns."""
    blocks = [
        (heading("The past year"), _heatmap(statistics)),
        (heading(f"Retention, aimed at {_percent(statistics.target)}"), _retention(statistics)),
        (heading("The coming four weeks"), _forecast(statistics)),
        (heading("Terms"), _tags(statistics)),
    ]
    if statistics.hardest:
        blocks.append((heading("Hardest terms"), _hardest(statistics, title_of)))
    return "\n\n".join(f"{head}\n\n{body}" for head, body in blocks) + "\n"


def _heatmap(statistics: Statistics) -> str:
    """A column for each week, a row for each weekday, and the figures below."""
    counts = {day: figures.reviews for day, figures in statistics.days.items()}
    grid = heatmap_of(counts, statistics.today)
    rows = [f"    {month_line(grid.months)}"]
    for name, row in zip(WEEKDAYS, grid.rows, strict=True):
        cells = "".join(SHADES[level] if level >= 0 else " " for level in row)
        rows.append(f"{name:<4}{cells.rstrip()}")
    today = statistics.days.get(statistics.today)
    figures = [
        f"Today: {counted(today.reviews if today else 0, 'answer')}.",
        f"In a year: {counted(sum(counts.values()), 'answer')} on {counted(len(counts), 'day')}.",
        f"{counted(statistics.streak, 'day')} in a row.",
    ]
    return "\n".join([*rows, "", " ".join(figures)])


def _retention(statistics: Statistics) -> str:
    return "\n".join(
        f"{_span(each):<14}{_share(each):>7}{_bar(each.share or 0.0, 1.0)}"
        for each in statistics.retention
    )


def _span(each: Retention) -> str:
    return f"{each.days} days" if each.days else "all time"


def _share(each: Retention) -> str:
    return "–" if each.share is None else f"{_percent(each.share)}"


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _bar(value: float, most: float) -> str:
    length = round(_BAR * value / most) if most else 0
    return f"  {'█' * length}" if length else ""


def _forecast(statistics: Statistics) -> str:
    most = max(statistics.forecast)
    rows = []
    for ahead, count in enumerate(statistics.forecast):
        day = date.fromordinal(statistics.today + ahead)
        name = "today" if not ahead else f"{day:%a} {day.day} {day:%b}"
        rows.append(f"{name:<14}{count:>7}{_bar(count, most)}")
    total = sum(statistics.forecast)
    return "\n".join([*rows, "", f"{counted(total, 'card')} in {FORECAST} days."])


def _tags(statistics: Statistics) -> str:
    width = max(len("all terms"), *(len(each.tag) for each in statistics.tags))
    rows = [f"{'':<{width}}" + "".join(f"{state:>11}" for state in TERM_STATES)]
    rows += [
        f"{each.tag or 'all terms':<{width}}" + "".join(f"{count:>11}" for count in each.counts)
        for each in statistics.tags
    ]
    return "\n".join(rows)


def _hardest(statistics: Statistics, title_of: Callable[[TermId], str]) -> str:
    return "\n".join(
        f"{counted(each.lapses, 'time'):>9} forgotten  {title_of(each.term)}"
        f"{'  (leech)' if each.is_leech else ''}"
        for each in statistics.hardest
    )
