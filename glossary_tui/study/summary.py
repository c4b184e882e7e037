"""The end of a session: what was learnt, what was hard, when next. Pure."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.scheduler import AGAIN, HARD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from glossary_tui.study.card import CardId, TermId
    from glossary_tui.study.history import Standing
    from glossary_tui.study.turns import Done

COMING_DAYS = 7
"""How many days `Summary.coming` looks ahead."""


class Summary(NamedTuple):
    """What a session was."""

    answered: int
    """Grades given."""
    right: int
    """How many of them were not Again."""
    cards: int
    """Different cards answered."""
    learnt: tuple[TermId, ...]
    """The terms met for the first time, in order."""
    hard: tuple[tuple[TermId, int], ...]
    """The terms that were rated Again or Hard, with how often; the hardest first."""
    next_day: int
    """The study day on which the next card is due; 0 where none is."""
    next_at: int
    """For a card in steps that is due later today, microseconds since 1970; else 0."""
    coming: tuple[int, ...]
    """How many cards are due today and on each of the coming days; today holds what is overdue."""


def summary_of(done: Sequence[Done], standings: Mapping[CardId, Standing], today: int) -> Summary:
    """What was *done* in a session, and what *standings* say is to come."""
    grades = [each for each in done if each.action == "review"]
    new = [each.turn.card.term for each in grades if each.record and not each.turn.standing.memory]
    trouble: dict[TermId, tuple[int, int]] = {}
    for each in grades:
        if each.rating in (AGAIN, HARD):
            again, times = trouble.get(each.turn.card.term, (0, 0))
            trouble[each.turn.card.term] = again + (each.rating == AGAIN), times + 1
    hard = sorted(trouble.items(), key=lambda item: (-item[1][0], -item[1][1]))
    waiting = [
        standing.memory
        for standing in standings.values()
        if standing.memory is not None and not standing.suspended
    ]
    steps = [memory.due_at for memory in waiting if memory.due_at]
    coming = [0] * (COMING_DAYS + 1)
    for memory in waiting:
        if memory.due_day - today <= COMING_DAYS:
            coming[max(memory.due_day - today, 0)] += 1
    return Summary(
        len(grades),
        sum(each.rating > AGAIN for each in grades),
        len({each.turn.card for each in grades}),
        tuple(dict.fromkeys(new)),
        tuple((entry, times) for entry, (_, times) in hard),
        min((memory.due_day for memory in waiting), default=0),
        min(steps, default=0),
        tuple(coming),
    )
