"""Deals the cards of a session: the queue over what the store says and what was done already."""

from __future__ import annotations

from glossary_tui.study.card import CardId
from glossary_tui.study.days import microseconds, study_day
from glossary_tui.study.history import Standing
from glossary_tui.study.queue import Room, Waiting, fresh_cards, next_card, waiting
from glossary_tui.study.scheduler import AGAIN
from glossary_tui.study.turns import Progress, Turn

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from glossary_tui.study.asking import Asker
    from glossary_tui.study.store import Store
    from glossary_tui.study.turns import Done, Plan


class Dealer:
    """Knows where every card of a plan stands, and which comes next."""

    def __init__(self, asker: Asker, store: Store, plan: Plan) -> None:
        self.asker = asker
        """Makes the questions."""
        self.store = store
        """Where the cards stand."""
        self._plan = plan
        self._impossible: set[CardId] = set()
        self._glossaries = tuple(dict.fromkeys(term.glossary for term in plan.terms))
        self._room: tuple[int, Room] | None = None
        scope = frozenset(plan.terms)
        self.standings: dict[CardId, Standing] = {
            card: standing
            for glossary in self._glossaries
            for card, standing in store.standings(glossary).items()
            if card.kind in plan.kinds and card.term in scope
        }
        """Every card of the plan that has a record."""

    def standing(self, card: CardId) -> Standing:
        """Where *card* stands."""
        return self.standings.get(card, Standing())

    def put(self, card: CardId, standing: Standing) -> None:
        """Take note of where *card* stands now."""
        self.standings[card] = standing
        self._room = None

    def asks_anew(self, asker: Asker) -> None:
        """Ask from other entries, where what could not be asked may be possible."""
        self.asker = asker
        self._impossible.clear()

    def deal(self, done: Sequence[Done], now: datetime) -> Turn | None:
        """The next card that can be asked and that no other session has answered since."""
        while True:
            card = self._crammed(done) if self._plan.cram else self._scheduled(done, now)
            if card is None:
                return None
            standing = self.standing(card)
            if not self._plan.cram:
                stored = self.store.standing(card)
                if stored != standing:
                    self.put(card, stored)
                    continue
            question = self.asker.ask(card, standing.reviews)
            if question is not None:
                return Turn(card, question, standing)
            self._impossible.add(card)

    def progress(self, done: Sequence[Done], current: Turn | None, now: datetime) -> Progress:
        """How far the session is at *now*."""
        answered = sum(each.action == "review" for each in done)
        if self._plan.cram:
            left = max(sum(1 for _ in self._to_cram(done)), 1 if current else 0)
            return Progress(answered, left, left, 0, 0)
        groups, room = self._waiting(now)
        due = min(len(groups.reviews), room.due)
        most = min(room.new, room.due - due)
        new = sum(1 for _, _ in zip(range(most), self._fresh(now), strict=False))
        steps = len(groups.steps) + len(groups.ahead)
        return Progress(answered, due + new + steps, new, steps, due)

    def _scheduled(self, done: Sequence[Done], now: datetime) -> CardId | None:
        groups, room = self._waiting(now)
        fresh = self._fresh(now) if room.new > 0 else iter(())
        return next_card(groups, fresh, _shown(done), self.asker.confusable)

    def _waiting(self, now: datetime) -> tuple[Waiting, Room]:
        day = self._day(now)
        room = self._room_on(day)
        possible = {
            card: standing
            for card, standing in self.standings.items()
            if card not in self._impossible
        }
        return waiting(possible, microseconds(now), day, room), room

    def _room_on(self, day: int) -> Room:
        if self._room is None or self._room[0] != day:
            new, due = self.store.done_on(self._glossaries, day)
            left = max(self._plan.reviews_per_day - due, 0)
            self._room = day, Room(min(max(self._plan.new_per_day - new, 0), left), left)
        return self._room[1]

    def _fresh(self, now: datetime) -> Iterator[CardId]:
        plan = self._plan
        cards = fresh_cards(plan.terms, plan.kinds, self.standings, self._day(now))
        return (card for card in cards if card not in self._impossible)

    def _day(self, now: datetime) -> int:
        return study_day(now, self._plan.day_starts_at)

    def _crammed(self, done: Sequence[Done]) -> CardId | None:
        """Every card once; one that was forgotten again after the others."""
        failed = dict.fromkeys(each.turn.card for each in done if each.rating == AGAIN)
        cards = list(self._to_cram(done))
        again = [card for card in failed if card in cards]
        fresh = (card for card in cards if card not in failed)
        return next_card(Waiting([], [], again), fresh, _shown(done), self.asker.confusable)

    def _to_cram(self, done: Sequence[Done]) -> Iterator[CardId]:
        """The cards that were not yet remembered or put away, in order."""
        gone = {
            each.turn.card for each in done if each.rating > AGAIN or each.action != "review"
        } | self._impossible
        for kind in self._plan.kinds:
            for term in self._plan.terms:
                card = CardId(*term, kind)
                if card not in gone and not self.standing(card).suspended:
                    yield card


def _shown(done: Sequence[Done]) -> list[CardId]:
    return [each.turn.card for each in done]
