"""The log of what was done to each card, and the state that follows from it. Pure.

The log is the truth: nothing in it is ever changed. A grade taken back is a record too, and so is
a change of name.
"""

from __future__ import annotations

import os

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.card import CardId
from glossary_tui.study.days import microseconds, moment_of, offset_seconds, study_day
from glossary_tui.study.scheduler import AGAIN, Memory, review

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from typing import Literal

    Action = Literal["review", "undo", "bury", "suspend", "resume", "move"]
    Was = Literal["new", "learning", "review", "relearning"]


class Record(NamedTuple):
    """One line of the log."""

    id: str
    """Unique among all machines: what is imported twice is known by it."""
    action: Action
    """What was done."""
    card: CardId
    """To which card; for a move, from which glossary, and entry or '' for all of them."""
    at: int
    """When, in microseconds since 1970, UTC."""
    offset: int
    """By how many seconds the learner's clock was ahead of UTC."""
    day: int
    """The study day it was."""
    rating: int = 0
    """1 to 4 for a review."""
    retention: float = 0.0
    """The retention that was aimed at."""
    fuzz: float = 0.0
    """How the interval was moved within its spread, -1 to 1."""
    milliseconds: int = 0
    """How long the answer took; 0 where it is not known."""
    fsrs: str = ""
    """The version of the library that scheduled."""
    undoes: str = ""
    """For an undo, the id of the record that it takes back."""
    to_glossary: str = ""
    """For a move, the new name of the glossary."""
    to_entry: str = ""
    """For a move of one entry, its new id."""


def line_of(action: Action, card: CardId, now: datetime, day_starts_at: int) -> Record:
    """A new record of what is done to *card* at *now*; what only some actions have is to be added."""
    day = study_day(now, day_starts_at)
    return Record(new_id(), action, card, microseconds(now), offset_seconds(now), day)


def new_id() -> str:
    """A record's id that no other record on any machine has."""
    return os.urandom(12).hex()


class Standing(NamedTuple):
    """Where a card stands: all that follows from its records."""

    memory: Memory | None = None
    """None until it has been answered."""
    suspended: bool = False
    """Whether it is kept from all sessions until it is resumed."""
    buried: int = 0
    """The study day on which it is kept from the sessions; 0 for none."""
    reviews: int = 0
    """How often it was answered."""
    lapses: int = 0
    """How often it had been known and was forgotten."""
    first_day: int = 0
    """The study day on which it was first answered; 0 for a new card."""
    last_at: int = 0
    """When it was last answered, in microseconds since 1970."""

    @property
    def stage(self) -> Was:
        """The stage of its memory, or `new`."""
        return self.memory.stage if self.memory else "new"

    @property
    def is_put_away(self) -> bool:
        """Whether it was suspended before it was ever answered."""
        return self.suspended and self.memory is None

    def hidden(self, day: int) -> bool:
        """Whether it is kept from a session on the study day *day*."""
        return self.suspended or self.buried == day


def undone(records: Iterable[Record]) -> frozenset[str]:
    """The ids of the records that others take back."""
    return frozenset(record.undoes for record in records if record.action == "undo")


def derive(records: Sequence[Record]) -> tuple[Standing, dict[str, Was]]:
    """The standing of one card from all its records in order, and what it was before each review.

    Reviews that were taken back count as if they had never been, and are not in the mapping.
    """
    taken_back = undone(records)
    standing = Standing()
    before: dict[str, Was] = {}
    for record in records:
        if record.id in taken_back:
            continue
        if record.action == "review":
            before[record.id] = standing.stage
            standing = _reviewed(standing, record)
        elif record.action == "bury":
            standing = standing._replace(buried=record.day)
        elif record.action in ("suspend", "resume"):
            standing = standing._replace(suspended=record.action == "suspend")
    return standing, before


def _reviewed(standing: Standing, record: Record) -> Standing:
    memory = review(
        standing.memory,
        record.rating,
        moment_of(record.at, record.offset),
        record.day,
        retention=record.retention,
        fuzz=record.fuzz,
    )
    lapsed = record.rating == AGAIN and standing.stage == "review"
    return standing._replace(
        memory=memory,
        reviews=standing.reviews + 1,
        lapses=standing.lapses + lapsed,
        first_day=standing.first_day or record.day,
        last_at=record.at,
    )


def moved(card: CardId, at: int, moves: Iterable[Record]) -> CardId:
    """Whose a record of *card* made at *at* is, after *moves*, which are in order of time."""
    for move in moves:
        if (
            move.at >= at
            and move.card.glossary == card.glossary
            and move.card.entry in ("", card.entry)
        ):
            card = CardId(move.to_glossary, move.to_entry or card.entry, card.kind)
    return card
