"""How far apart cards are kept that would give one another away."""

from __future__ import annotations

import pytest

from glossary_tui.study.card import CardId
from glossary_tui.study.history import Standing
from glossary_tui.study.queue import (
    AHEAD,
    APART,
    SIBLINGS_APART,
    Room,
    Waiting,
    next_card,
    too_close,
    waiting,
)
from glossary_tui.study.scheduler import Memory

OTHERS = [CardId("g", f"other-{number}", "meaning") for number in range(SIBLINGS_APART)]
CARD, SIBLING, TWIN = (
    CardId("g", *rest) for rest in (("a", "name"), ("a", "meaning"), ("b", "name"))
)


def confusable(one, other):
    return {one.entry, other.entry} == {"a", "b"}


def test_a_card_comes_on_its_day_and_in_its_minute():
    def standing(due_day=0, due_at=0, **more):
        memory = Memory("learning" if due_at else "review", 0, 5.0, 5.0, 1, due_day, due_at)
        return Standing(memory, **more)

    today, at = 100, 10**9
    ids = [
        CardId("g", name, "meaning")
        for name in ("today", "tomorrow", "now", "soon", "later", "off")
    ]
    states = [
        standing(today), standing(today + 1), standing(due_at=at), standing(due_at=at + AHEAD),
        standing(due_at=at + AHEAD + 1), standing(today, suspended=True),
    ]  # fmt: skip
    found = waiting(dict(zip(ids, states, strict=True)), at, today, Room(0, 1))
    assert found == Waiting([ids[2]], [ids[0]], [ids[3]])
    assert waiting({ids[0]: states[0]}, at, today, Room(1, 0)) == Waiting([], [], [])


@pytest.mark.parametrize(("other", "apart"), [(SIBLING, SIBLINGS_APART), (TWIN, APART)])
def test_a_card_waits_until_enough_others_have_been_shown(other, apart):
    assert too_close(CARD, [other, *OTHERS[: apart - 1]], confusable)
    assert not too_close(CARD, [other, *OTHERS[:apart]], confusable)


def test_a_card_that_may_come_goes_before_one_that_should_wait_and_none_is_held_back():
    groups = Waiting([CARD], [OTHERS[0]], [])
    assert next_card(groups, [], [SIBLING], confusable) == OTHERS[0]
    assert next_card(Waiting([], [], [CARD]), [], [SIBLING], confusable) == CARD
    assert next_card(Waiting([], [], []), [], [SIBLING], confusable) is None
