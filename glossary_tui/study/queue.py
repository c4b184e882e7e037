"""Which card comes next. Pure: the moment, the limits and the order of new cards are arguments."""

from __future__ import annotations

from hashlib import blake2b

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.card import CardId

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from glossary_tui.study.card import Kind, TermId
    from glossary_tui.study.history import Standing

AHEAD = 20 * 60 * 1_000_000
"""Microseconds by which a card in steps may come early when nothing else is left."""
APART = 5
"""How many cards at least lie between two terms that are easily confused, where there are others."""
SIBLINGS_APART = 12
"""The same for two cards of one term."""
_LOOK_AHEAD = 60
"""How many new cards are looked through for one that may come now."""


class Room(NamedTuple):
    """What the day's limits still allow."""

    new: int
    """New cards."""
    due: int
    """Cards in all: a new one counts too; steps do not."""


class Waiting(NamedTuple):
    """The cards that may come, in groups: each is looked at when those before it are empty."""

    steps: list[CardId]
    """In steps and due, the longest due first."""
    reviews: list[CardId]
    """In review and due, the longest due first; those of one day in a made-up order."""
    ahead: list[CardId]
    """In steps and due within a few minutes."""


def waiting(standings: Mapping[CardId, Standing], at: int, day: int, room: Room) -> Waiting:
    """Sort *standings* into the groups of *at*, in microseconds, on the study day *day*."""
    steps: list[tuple[int, CardId]] = []
    ahead: list[tuple[int, CardId]] = []
    reviews: list[tuple[int, bytes, CardId]] = []
    for card, standing in standings.items():
        memory = standing.memory
        if memory is None or standing.hidden(day):
            continue
        if memory.due_at:
            if memory.due_at <= at:
                steps.append((memory.due_at, card))
            elif memory.due_at <= at + AHEAD:
                ahead.append((memory.due_at, card))
        elif memory.due_day <= day:
            reviews.append((memory.due_day, shuffled(card, day), card))
    steps.sort()
    ahead.sort()
    reviews.sort()
    return Waiting(
        [card for _, card in steps],
        [card for *_, card in reviews] if room.due > 0 else [],
        [card for _, card in ahead],
    )


def shuffled(card: CardId, day: int) -> bytes:
    """A key that puts cards into an order of its own on each day, the same on every machine."""
    return blake2b(f"{day}\0{card.entry}\0{card.kind}".encode(), digest_size=8).digest()


def fresh_cards(
    terms: Iterable[TermId],
    kinds: Sequence[Kind],
    standings: Mapping[CardId, Standing],
    day: int,
) -> Iterator[CardId]:
    """The new cards in the order of *terms*: the first kind of each that has not been asked yet.

    A term with a card that was new or buried today gives no other new one, which would only be
    the answer read a moment ago; neither does one with a card that was suspended unmet.
    """
    for term in terms:
        found = None
        for kind in kinds:
            card = CardId(*term, kind)
            standing = standings.get(card)
            if standing is None:
                found = found or card
            elif day in (standing.first_day, standing.buried) or standing.is_put_away:
                found = None
                break
            elif standing.memory is None:
                found = found or card
        if found:
            yield found


def next_card(
    groups: Waiting,
    fresh: Iterable[CardId],
    shown: Sequence[CardId],
    confusable: Callable[[TermId, TermId], bool],
) -> CardId | None:
    """The card to show after those that were *shown*, or None where the session is over.

    Cards in steps that are due, then reviews, then new ones, then steps ahead of their time; in
    each of these the first that is kept apart from what was shown just now. If none is, the
    first of all: apart is a wish, and a session ends.
    """
    first = None
    for group in (groups.steps, groups.reviews, fresh, groups.ahead):
        for looked, card in enumerate(group):
            first = first or card
            if not too_close(card, shown, confusable):
                return card
            if looked >= _LOOK_AHEAD:
                break
    return first


def too_close(
    card: CardId, shown: Sequence[CardId], confusable: Callable[[TermId, TermId], bool]
) -> bool:
    """Whether *card* or a term easily confused with its own was shown just now."""
    if any(card.term == other.term for other in shown[-SIBLINGS_APART:]):
        return True
    return any(confusable(card.term, other.term) for other in shown[-APART:])
