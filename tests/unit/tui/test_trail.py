"""The laws of going back and forward."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from glossary_tui.tui.trail import LinkAt, Place, Spot, Trail

PLACES = st.builds(
    Place,
    entry_id=st.sampled_from("abcdef"),
    role=st.sampled_from(["summary", "eli5"]),
    spot=st.builds(
        Spot,
        line=st.integers(0, 9),
        link=st.none() | st.builds(LinkAt, st.sampled_from("xy"), st.integers(0, 2)),
    ),
)
LIMIT = 4


class TrailLaws(RuleBasedStateMachine):
    """A trail against the plainest model of one: what lies behind, where one is, what lies ahead."""

    def __init__(self):
        super().__init__()
        self.trail = Trail(LIMIT)
        self.behind, self.here, self.ahead = [], None, []

    @rule(place=PLACES)
    def go(self, place):
        self.trail.go(place)
        if self.here is not None and self.here.entry_id != place.entry_id:
            self.behind.append(self.here)
            self.ahead = []
        self.here = place
        self.behind = self.behind[-(LIMIT - 1) :]

    @rule(place=PLACES)
    def update(self, place):
        self.trail.update(place)
        if self.here is not None:
            self.here = place

    @rule()
    def back(self):
        found = self.trail.back()
        if self.behind:
            self.ahead.insert(0, self.here)
            self.here = self.behind.pop()
            assert found == self.here
        else:
            assert found is None

    @rule()
    def forward(self):
        found = self.trail.forward()
        if self.ahead:
            self.behind.append(self.here)
            self.here = self.ahead.pop(0)
            assert found == self.here
        else:
            assert found is None

    @rule()
    def back_then_forward_is_the_identity(self):
        if self.trail.back() is not None:
            assert self.trail.forward() == self.here

    @invariant()
    def agrees(self):
        assert self.trail.current == self.here
        assert self.trail.can_go_back == bool(self.behind)
        assert self.trail.can_go_forward == bool(self.ahead)
        assert len(self.trail) <= LIMIT


TestTrailLaws = TrailLaws.TestCase


def test_a_trail_holds_at_least_one_place():
    with pytest.raises(ValueError, match="at least one"):
        Trail(0)
