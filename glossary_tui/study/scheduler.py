"""When a card is asked again: FSRS by study days. Pure; the only importer of fsrs.

fsrs counts days as blocks of 24 hours, so that an evening and the next morning would be the same
day. It is therefore handed the noon of the study day for every review: cards in review are
scheduled by study days, and only the learning steps, which fsrs gives as spans of minutes, are
added to the real time. Its own fuzzing, which draws from the global random numbers, is off; ours
is an argument, so that what a button promises is what is scheduled.
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from importlib.metadata import version

from fsrs import Card, Rating, Scheduler, State

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.days import microseconds, noon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime
    from typing import Literal

    Stage = Literal["learning", "review", "relearning"]

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATING_NAMES = {AGAIN: "Again", HARD: "Hard", GOOD: "Good", EASY: "Easy"}
"""The four ratings with the names that stand on the buttons."""
RETENTION = 0.9
"""The share of cards that is to be remembered when they are asked, where none is configured."""
FUZZ_FROM = 3
"""The shortest interval, in days, that is spread."""
_STATES: dict[Stage, State] = {
    "learning": State.Learning,
    "review": State.Review,
    "relearning": State.Relearning,
}
_STAGES = {state: stage for stage, state in _STATES.items()}


class Memory(NamedTuple):
    """What is believed about a card that has been answered at least once."""

    stage: Stage
    """learning: in its first steps; review: known, by days; relearning: forgotten, in steps."""
    step: int
    """The step that it is on; 0 in review."""
    stability: float
    """Days until the chance of recall has fallen to nine in ten."""
    difficulty: float
    """1 (easy) to 10 (hard)."""
    day: int
    """The study day of the last review."""
    due_day: int
    """The study day on which it is asked again."""
    due_at: int
    """For a card in steps, the microseconds since 1970 from which it is due; 0 in review."""


@lru_cache(maxsize=8)
def _scheduler(retention: float) -> Scheduler:
    return Scheduler(desired_retention=retention, enable_fuzzing=False)


@lru_cache(maxsize=1)
def fsrs_version() -> str:
    """The version of the library that schedules: the log keeps it beside each review."""
    return version("fsrs")


def review(
    memory: Memory | None,
    rating: int,
    now: datetime,
    day: int,
    *,
    retention: float = RETENTION,
    fuzz: float = 0.0,
) -> Memory:
    """What is believed after a card was rated at *now*, which lies in the study day *day*.

    *memory* is None for a new card. *fuzz*, between -1 and 1, moves an interval of days within
    its spread. The order of the ratings holds for any fuzz: a better one is never due earlier.
    """
    moment = noon(day)
    after, _ = _scheduler(retention).review_card(_card(memory, moment), Rating(rating), moment)
    if after.stability is None or after.difficulty is None:  # pragma: no cover # fsrs sets both
        raise ValueError("fsrs left a card without a stability")
    interval = after.due - moment
    in_steps = after.state is not State.Review
    return Memory(
        _STAGES[after.state],
        after.step or 0,
        after.stability,
        after.difficulty,
        day,
        day if in_steps else day + fuzzed(interval.days, fuzz),
        microseconds(now + interval) if in_steps else 0,
    )


def _card(memory: Memory | None, moment: datetime) -> Card:
    if memory is None:
        return Card(card_id=1, due=moment)
    return Card(
        card_id=1,
        state=_STATES[memory.stage],
        step=None if memory.stage == "review" else memory.step,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=moment,
        last_review=noon(memory.day),
    )


def fuzzed(days: int, fuzz: float) -> int:
    """*days* moved by at most one day and a twentieth, so that cards learnt together part.

    A longer interval never becomes the shorter one of two with the same *fuzz*.
    """
    if days < FUZZ_FROM:
        return days
    return round(days + fuzz * (1 + (days - FUZZ_FROM) / 20))


def recall(memory: Memory, day: int, retention: float = RETENTION) -> float:
    """The chance, 0 to 1, that the card is remembered on the study day *day*."""
    moment = noon(day)
    return float(_scheduler(retention).get_card_retrievability(_card(memory, moment), moment))


def interval(memory: Memory, now: datetime) -> timedelta:
    """How long after *now* the card is asked again: minutes in steps, whole days in review."""
    if memory.due_at:
        return timedelta(microseconds=memory.due_at - microseconds(now))
    return timedelta(days=memory.due_day - memory.day)
