"""What the charts draw: reviews by day, retention, what is to come, which terms are hard. Pure."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.scheduler import AGAIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Literal

    from glossary_tui.study.card import CardId, TermId
    from glossary_tui.study.history import Standing
    from glossary_tui.study.store import Review

    TermState = Literal["new", "learning", "young", "mature", "suspended"]

YEAR = 365
"""Days of the heatmap."""
WINDOWS = (7, 30, YEAR)
"""The spans, in days, for which retention is counted."""
FORECAST = 28
"""Days of the forecast, today among them."""
MATURE = 21
"""Days of stability from which on a card is mature."""
LEECH = 6
"""How often a card was known and forgotten again, from which on it is a leech."""
HARDEST = 15
"""How many hard terms are listed."""
TERM_STATES: tuple[TermState, ...] = ("new", "learning", "young", "mature", "suspended")
"""From not met to known for long; what is kept from the sessions comes last."""


class Day(NamedTuple):
    """One study day."""

    reviews: int = 0
    """Answers given."""
    new: int = 0
    """Cards met for the first time."""
    forgotten: int = 0
    """Answers that were Again."""
    milliseconds: int = 0
    """How long it took, as far as that is known."""


class Retention(NamedTuple):
    """How many of the cards that were due were still known."""

    days: int
    """Over how many days until today; 0 for all."""
    known: int
    """Cards in review that were not rated Again."""
    asked: int
    """Cards in review that were asked."""

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None where nothing was asked."""
        return self.known / self.asked if self.asked else None


class TagStates(NamedTuple):
    """How far the terms of one tag are known."""

    tag: str
    """The tag; empty for all terms."""
    counts: tuple[int, ...]
    """How many terms are in each of `TERM_STATES`."""

    @property
    def terms(self) -> int:
        """All terms of the tag."""
        return sum(self.counts)


class HardTerm(NamedTuple):
    """A term that is easily forgotten."""

    term: TermId
    """Which it is."""
    lapses: int
    """How often a card of it was known and forgotten."""
    difficulty: float
    """Of its hardest card, 1 to 10."""
    is_leech: bool
    """Whether one of its cards is a leech: time to read the entry again, or to write it anew."""


class Statistics(NamedTuple):
    """All that is shown of the past and the coming weeks."""

    today: int
    """The study day."""
    target: float
    """The retention that is aimed at."""
    days: dict[int, Day]
    """Each study day of the past year on which something was answered."""
    retention: tuple[Retention, ...]
    """For each of `WINDOWS`, then for all time."""
    forecast: tuple[int, ...]
    """Cards due today, with what is overdue, and on each of the following days."""
    tags: tuple[TagStates, ...]
    """All terms, then those of each tag."""
    hardest: tuple[HardTerm, ...]
    """The hardest first; every leech, and others up to `HARDEST`."""
    streak: int
    """Days in a row with an answer, up to today or yesterday."""
    total: int
    """All answers that count."""


def statistics_of(
    reviews: Sequence[Review],
    standings: Mapping[CardId, Standing],
    tags: Mapping[TermId, Sequence[str]],
    today: int,
    target: float,
) -> Statistics:
    """What *reviews* and *standings* say on the study day *today*.

    *tags* holds the terms that are open, each with its tags; the reviews of others count, their
    cards do not come any more.
    """
    known = {card: standing for card, standing in standings.items() if card.term in tags}
    days = _days(reviews)
    return Statistics(
        today,
        target,
        {day: figures for day, figures in days.items() if today - YEAR < day <= today},
        tuple(retention(reviews, today, span) for span in (*WINDOWS, 0)),
        forecast(known.values(), today),
        _by_tag(known, tags),
        hardest(known),
        _streak(days, today),
        len(reviews),
    )


def _days(reviews: Iterable[Review]) -> dict[int, Day]:
    found: dict[int, Day] = {}
    for each in reviews:
        day = found.get(each.day, Day())
        found[each.day] = Day(
            day.reviews + 1,
            day.new + (each.was == "new"),
            day.forgotten + (each.rating == AGAIN),
            day.milliseconds + each.milliseconds,
        )
    return found


def retention(reviews: Iterable[Review], today: int, days: int) -> Retention:
    """How many of the cards in review were known in the *days* until *today*; 0 for all time.

    A card counts once a day: only its first answer shows what was remembered.
    """
    first: dict[tuple[CardId, int], int] = {}
    for each in reviews:
        if each.was == "review" and (not days or today - days < each.day <= today):
            first.setdefault((each.card, each.day), each.rating)
    return Retention(days, sum(rating > AGAIN for rating in first.values()), len(first))


def forecast(standings: Iterable[Standing], today: int) -> tuple[int, ...]:
    """How many cards are due today, with what is overdue, and on each of the coming days."""
    counts = [0] * FORECAST
    for standing in standings:
        if standing.memory is not None and not standing.suspended:
            ahead = max(standing.memory.due_day - today, 0)
            if ahead < FORECAST:
                counts[ahead] += 1
    return tuple(counts)


def term_state(standings: Iterable[Standing]) -> TermState:
    """How far a term is known: as far as the least known of its cards that were answered."""
    found = list(standings)
    met = [each for each in found if each.memory is not None and not each.suspended]
    if not met:
        return "suspended" if any(each.suspended for each in found) else "new"
    if any(each.stage != "review" for each in met):
        return "learning"
    least = min(each.memory.stability for each in met if each.memory is not None)
    return "mature" if least >= MATURE else "young"


def _by_tag(
    standings: Mapping[CardId, Standing], tags: Mapping[TermId, Sequence[str]]
) -> tuple[TagStates, ...]:
    of_term: dict[TermId, list[Standing]] = {}
    for card, standing in standings.items():
        of_term.setdefault(card.term, []).append(standing)
    counts: dict[str, list[int]] = {"": [0] * len(TERM_STATES)}
    for term, names in tags.items():
        place = TERM_STATES.index(term_state(of_term.get(term, ())))
        for name in ("", *dict.fromkeys(names)):
            counts.setdefault(name, [0] * len(TERM_STATES))[place] += 1
    return tuple(TagStates(tag, tuple(counts[tag])) for tag in sorted(counts, key=str.casefold))


def hardest(standings: Mapping[CardId, Standing]) -> tuple[HardTerm, ...]:
    """The terms that were forgotten, the hardest first: every leech, and others up to a limit."""
    found: dict[TermId, HardTerm] = {}
    for card, standing in standings.items():
        if standing.memory is None or not standing.lapses:
            continue
        before = found.get(card.term, HardTerm(card.term, 0, 0.0, is_leech=False))
        found[card.term] = HardTerm(
            card.term,
            before.lapses + standing.lapses,
            max(before.difficulty, standing.memory.difficulty),
            before.is_leech or standing.lapses >= LEECH,
        )
    ranked = sorted(
        found.values(), key=lambda each: (-each.is_leech, -each.lapses, -each.difficulty, each.term)
    )
    leeches = sum(each.is_leech for each in ranked)
    return tuple(ranked[: max(leeches, HARDEST)])


def _streak(days: Mapping[int, Day], today: int) -> int:
    day = today if today in days else today - 1
    length = 0
    while day - length in days:
        length += 1
    return length


def levels(counts: Mapping[int, int], steps: int = 4) -> dict[int, int]:
    """Each count as a shade of a heatmap: 0 for none, up to *steps* for the highest counts.

    The shades part the days evenly, so that one day of hard work does not pale all others.
    """
    ranked = sorted(count for count in counts.values() if count > 0)
    bounds = [ranked[len(ranked) * step // steps] for step in range(1, steps)] if ranked else []
    return {
        day: 1 + sum(count >= bound and count > ranked[0] for bound in bounds) if count > 0 else 0
        for day, count in counts.items()
    }
