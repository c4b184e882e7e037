"""What a session is made of: the plan, the card on the table, its buttons, what was done."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.card import DEFAULT_KINDS
from glossary_tui.study.days import DAY_STARTS_AT
from glossary_tui.study.scheduler import RETENTION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import timedelta

    from glossary_tui.study.card import CardId, Kind, TermId
    from glossary_tui.study.history import Action, Standing
    from glossary_tui.study.question import Question


class Plan(NamedTuple):
    """What is to be studied, and how much of it."""

    terms: tuple[TermId, ...]
    """The terms to study, in the order in which new ones come."""
    kinds: tuple[Kind, ...] = DEFAULT_KINDS
    """The kinds of cards, in the order in which those of one term come."""
    new_per_day: int = 10
    """New cards a day."""
    reviews_per_day: int = 200
    """Cards a day, new ones among them."""
    retention: float = RETENTION
    """The share that is to be remembered."""
    day_starts_at: int = DAY_STARTS_AT
    """The local hour at which a study day begins."""
    cram: bool = False
    """Whether to go through all cards once, whatever is due, and leave the schedule alone."""


class Turn(NamedTuple):
    """The card on the table."""

    card: CardId
    """Which it is."""
    question: Question
    """Its two sides."""
    standing: Standing
    """Where it stood when it was dealt."""


class Choice(NamedTuple):
    """One of the four buttons."""

    rating: int
    """1 to 4."""
    name: str
    """Again, Hard, Good or Easy."""
    interval: timedelta
    """When the card is asked again; zero in a session that does not schedule."""
    text: str
    """The interval, short: `10 min`, `3 d`, `2.5 mo`; empty where nothing is scheduled."""


class Progress(NamedTuple):
    """How far the session is."""

    answered: int
    """Grades given in this session."""
    left: int
    """Cards that are still to come, the one on the table among them."""
    new: int
    """How many of those are new,"""
    steps: int
    """in steps,"""
    due: int
    """or due for review."""


class Done(NamedTuple):
    """One thing done in the session."""

    turn: Turn
    """To which card."""
    action: Action
    """review, bury or suspend."""
    rating: int
    """1 to 4 for a review."""
    record: str
    """The id of its line in the log; empty where none was written."""
    after: Standing
    """Where the card stood after it."""


def span_text(span: timedelta) -> str:
    """*span* short enough for a button: `1 min`, `3 d`, `2.5 mo`, `1.2 y`."""
    minutes = round(span.total_seconds() / 60)
    if minutes < 60:
        return f"{max(minutes, 1)} min"
    if minutes < 24 * 60:
        return f"{_short(minutes / 60)} h"
    if span.days < 31:
        return f"{span.days} d"
    if span.days < 365:
        return f"{_short(span.days / 30.44)} mo"
    return f"{_short(span.days / 365.25)} y"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
