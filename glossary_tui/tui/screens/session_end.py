"""The end of a session → blocks of text: what was learnt, what was hard, when next."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from glossary_tui.study.days import moment_of, study_day
from glossary_tui.text.counting import counted
from glossary_tui.tui.markdown.blocks import Block, Heading, Item, Items, Paragraph, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from glossary_tui.study.card import TermId
    from glossary_tui.study.session import Session, Summary

MOST_LISTED = 12
"""Terms that are named of those learnt, and of those that were hard."""


def end_blocks(
    session: Session, title_of: Callable[[TermId], str], now: datetime
) -> tuple[Block, ...]:
    """What there is to say when no card is left at *now*."""
    summary = session.summary(now)
    today = study_day(now, session.plan.day_starts_at)
    return tuple(_blocks(session, summary, title_of, now, today))


def _blocks(
    session: Session,
    summary: Summary,
    title_of: Callable[[TermId], str],
    now: datetime,
    today: int,
) -> Iterator[Block]:
    if summary.answered:
        yield Heading(1, (Span("Done for now"),))
        share = round(100 * summary.right / summary.answered)
        yield _line(
            f"{counted(summary.answered, 'answer')} to {counted(summary.cards, 'card')}, "
            f"{summary.right} of them right ({share} %)."
        )
    else:
        yield Heading(1, (Span("Nothing to study now"),))
        yield _line(_why_nothing(session))
    if summary.learnt:
        yield Heading(4, (Span("Met for the first time"),))
        yield _list(title_of(term) for term in summary.learnt)
    if summary.hard:
        yield Heading(4, (Span("What was hard"),))
        yield _list(
            f"{title_of(term)}{f', {times} times' if times > 1 else ''}"
            for term, times in summary.hard
        )
    if not session.plan.cram:
        yield Heading(4, (Span("When next"),))
        yield _line(_when(summary, now, today))
    if not session.store.saves:
        yield _line("None of this was saved.", "wrong")


def _why_nothing(session: Session) -> str:
    if not session.plan.terms:
        return "There are no terms in this selection."
    return (
        "No card is due, and no new one may come today. A new study day begins at "
        f"{session.plan.day_starts_at}:00; how many new terms a day brings is set by new-per-day "
        "in the configuration. Cramming goes through all of it without waiting."
    )


def _when(summary: Summary, now: datetime, today: int) -> str:
    """When the next card comes, and how many in the days to come."""
    if not summary.next_day:
        return "No card is waiting."
    due_today, *later = summary.coming
    if summary.next_at:
        offset = now.utcoffset() or timedelta()
        moment = moment_of(summary.next_at, round(offset.total_seconds()))
        when = "now" if moment <= now else f"at {moment:%H:%M}"
    elif summary.next_day <= today:
        when = "today"
    elif summary.next_day == today + 1:
        when = "tomorrow"
    else:
        when = f"on {date.fromordinal(summary.next_day):%A, %d %B}".replace(" 0", " ")
    text = f"The next card comes {when}."
    if due_today:
        text += f" {counted(due_today, 'card')} of today {'is' if due_today == 1 else 'are'} left."
    if later:
        ahead = f"{later[0]} tomorrow, {sum(later)} within {len(later)} days"
        text += f" Due: {ahead}."
    return text


def _list(names: Iterable[str]) -> Items:
    every = list(names)
    shown = every[:MOST_LISTED]
    if len(every) > MOST_LISTED:
        shown.append(f"and {len(every) - MOST_LISTED} more")
    return Items(tuple(Item("•", (_line(name),)) for name in shown), tight=True)


def _line(text: str, *styles: str) -> Paragraph:
    return Paragraph((Span(text, styles),))
