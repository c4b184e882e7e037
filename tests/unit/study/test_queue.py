"""How far apart cards are kept that would give one another away."""

from __future__ import annotations

import pytest

from glossary_tui.study.card import CardId
from glossary_tui.study.queue import APART, SIBLINGS_APART, Waiting, next_card, too_close

OTHERS = [CardId("g", f"other-{number}", "meaning") for number in range(SIBLINGS_APART)]
CARD, SIBLING, TWIN = (
    CardId("g", *rest) for rest in (("a", "name"), ("a", "meaning"), ("b", "name"))
)


def confusable(one, other):
    return {one.entry, other.entry} == {"a", "b"}


@pytest.mark.parametrize(("other", "apart"), [(SIBLING, SIBLINGS_APART), (TWIN, APART)])
def test_a_card_waits_until_enough_others_have_been_shown(other, apart):
    assert too_close(CARD, [other, *OTHERS[: apart - 1]], confusable)
    assert not too_close(CARD, [other, *OTHERS[:apart]], confusable)


def test_a_card_that_may_come_goes_before_one_that_should_wait_and_none_is_held_back():
    groups = Waiting([CARD], [OTHERS[0]], [])
    assert next_card(groups, [], [SIBLING], confusable) == OTHERS[0]
    assert next_card(Waiting([], [], [CARD]), [], [SIBLING], confusable) == CARD
    assert next_card(Waiting([], [], []), [], [SIBLING], confusable) is None
