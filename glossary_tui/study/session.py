"""A study session: queue, scheduler and store together, with no idea of a screen.

A *moment* (`now`) is an aware datetime in the learner's own time zone.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import blake2b

from glossary_tui.study import scheduler
from glossary_tui.study.card import CardId
from glossary_tui.study.days import study_day
from glossary_tui.study.dealer import Dealer
from glossary_tui.study.history import Record, Standing, line_of
from glossary_tui.study.store import Store
from glossary_tui.study.summary import Summary, summary_of
from glossary_tui.study.turns import Choice, Done, Plan, Progress, Turn, span_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

    from glossary_tui.study.asking import Asker
    from glossary_tui.study.grading import Grade
    from glossary_tui.study.history import Action

__all__ = ["Choice", "Done", "Plan", "Progress", "Session", "Summary", "Turn"]


class Session:
    """One sitting. Made with the first card on the table.

    Raises `StudyUnavailable` where something cannot be saved: the card then stays on the table
    as if nothing had been done, and `go_on_unsaved` lets the learner go on.
    """

    def __init__(self, asker: Asker, store: Store, plan: Plan, now: datetime) -> None:
        self.store = store
        """Where it is saved."""
        self.plan = plan
        """What is studied."""
        self.done: list[Done] = []
        """What was done in this session and not undone."""
        self._dealer = Dealer(asker, store, plan)
        self.current: Turn | None = self._dealer.deal(self.done, now)
        """The card on the table; None when the session is over for now."""

    @property
    def asker(self) -> Asker:
        """What makes the questions."""
        return self._dealer.asker

    def progress(self, now: datetime) -> Progress:
        """How far the session is at *now*."""
        return self._dealer.progress(self.done, self.current, now)

    def summary(self, now: datetime) -> Summary:
        """What this session was: for its end."""
        return summary_of(self.done, self._dealer.standings, self._day(now))

    def choices(self, now: datetime) -> tuple[Choice, ...]:
        """The four buttons with what each would schedule at *now*; none when there is no card."""
        if self.current is None:
            return ()
        if self.plan.cram:
            names = scheduler.RATING_NAMES.items()
            return tuple(Choice(rating, name, timedelta(), "") for rating, name in names)
        return tuple(self._choice(self.current, rating, now) for rating in scheduler.RATING_NAMES)

    def _choice(self, turn: Turn, rating: int, now: datetime) -> Choice:
        after = scheduler.review(
            turn.standing.memory,
            rating,
            now,
            self._day(now),
            retention=self.plan.retention,
            fuzz=fuzz_of(turn.card, turn.standing.reviews),
        )
        span = scheduler.interval(after, now)
        return Choice(rating, scheduler.RATING_NAMES[rating], span, span_text(span))

    def grade(self, typed: str) -> Grade:
        """What *typed* is worth as the name that the card on the table asks for."""
        return self.asker.grade(self._turn().question, typed)

    def rate(self, rating: int, now: datetime, milliseconds: int = 0) -> None:
        """Save the rating, 1 to 4, of the card on the table, and deal the next.

        *milliseconds* is how long the answer took, 0 where that is not known.
        """
        turn = self._turn()
        if self.plan.cram:
            self.done.append(Done(turn, "review", rating, "", turn.standing))
            self.current = self._dealer.deal(self.done, now)
            return
        line = self._record("review", turn.card, now)._replace(
            rating=rating,
            retention=self.plan.retention,
            fuzz=fuzz_of(turn.card, turn.standing.reviews),
            milliseconds=milliseconds,
            fsrs=scheduler.fsrs_version(),
        )
        self._carry_out(turn, line, now)

    def bury(self, now: datetime) -> None:
        """Keep the card on the table for another study day."""
        turn = self._turn()
        self._carry_out(turn, self._record("bury", turn.card, now), now)

    def suspend(self, now: datetime) -> None:
        """Keep the card on the table from all sessions, until it is resumed."""
        turn = self._turn()
        self._carry_out(turn, self._record("suspend", turn.card, now), now)

    def resume(self, card: CardId, now: datetime) -> None:
        """Let a suspended card come again, in this session or another."""
        self._append(self._record("resume", card, now))

    def _carry_out(self, turn: Turn, line: Record, now: datetime) -> None:
        after = self._append(line)
        self.done.append(Done(turn, line.action, line.rating, line.id, after))
        self.current = self._dealer.deal(self.done, now)

    def undo(self, now: datetime) -> Done | None:
        """Take back the last thing done in this session, and put its card on the table again.

        None where there is nothing to take back.
        """
        if not self.done:
            return None
        last = self.done[-1]
        card = last.turn.card
        if last.record:
            self._append(self._record("undo", card, now)._replace(undoes=last.record))
        self.done.pop()
        standing = self._dealer.standing(card)
        question = self.asker.ask(card, standing.reviews)
        self.current = Turn(card, question or last.turn.question, standing)
        return last

    def go_on_unsaved(self) -> None:
        """From now on keep what is done in memory only."""
        self.store = self._dealer.store = self.store.unsaved()

    def reload(self, asker: Asker, now: datetime) -> None:
        """Go on with entries that were edited: the card on the table is asked anew."""
        self._dealer.asks_anew(asker)
        turn = self.current
        question = asker.ask(turn.card, turn.standing.reviews) if turn else None
        if turn and question:
            self.current = turn._replace(question=question)
        else:
            self.current = self._dealer.deal(self.done, now)

    def _turn(self) -> Turn:
        if self.current is None:
            raise ValueError("there is no card on the table")
        return self.current

    def _record(self, action: Action, card: CardId, now: datetime) -> Record:
        return line_of(action, card, now, self.plan.day_starts_at)

    def _append(self, line: Record) -> Standing:
        standing = self.store.append(line)
        self._dealer.put(line.card, standing)
        return standing

    def _day(self, now: datetime) -> int:
        return study_day(now, self.plan.day_starts_at)


def fuzz_of(card: CardId, reviews: int) -> float:
    """Where in its spread a card's next interval lies, -1 to 1.

    Made of the card and how often it was answered: the buttons know it beforehand.
    """
    text = f"{card.entry}\0{card.kind}\0{reviews}"
    number = int.from_bytes(blake2b(text.encode(), digest_size=4).digest())
    return round(number / 0xFFFFFFFF * 2 - 1, 4)
