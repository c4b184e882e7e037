"""Answers: gathered by tiers, put in order when they are come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.search.conftest import make_entry

from glossary_tui.glossary import Glossary
from glossary_tui.search.answers import Answers
from glossary_tui.search.columns import Columns


@pytest.fixture(scope="module")
def columns():
    """Of twelve entries with two names each, of one to three words."""
    titles = [" ".join(["ab", "cd", "ef"][: 1 + at % 3]) + f" {at}" for at in range(12)]
    return Columns(Glossary([make_entry(title, aliases=[f"also {title}"]) for title in titles]))


def penalty(name):
    return (name * 7 % 5) / 2


TIERS = st.lists(
    st.tuples(st.integers(0, 3), st.booleans(), st.lists(st.integers(0, 23), max_size=12)),
    max_size=6,
)


@given(TIERS, st.sampled_from([None, 1, 3, 30]), st.sets(st.integers(0, 11), max_size=3))
def test_each_entry_answers_once_by_the_best_of_its_names(columns, tiers, limit, hidden):
    times = [at * 5 % 7 for at in range(12)]
    answers = Answers(columns, limit, None, times, frozenset(hidden))
    best: dict[int, tuple[int, float, int, int, int]] = {}
    for tier, costs, names in tiers:
        answers.add(names, tier, (lambda some: [penalty(name) for name in some]) if costs else None)
        for name in names:
            position = columns.entry[name]
            cost = penalty(name) if costs else 0.0
            key = (tier, cost, columns.size(name), -times[position], name)
            if position not in hidden:
                best[position] = min(key, best.get(position, key))
    found = answers.sorted()
    expected = sorted(best.values())[:limit]
    assert [tuple(each) for each in found] == [(tier, cost, n) for tier, cost, _, _, n in expected]
    assert len(found) == len(expected)
    if limit is None or len(best) < limit:
        assert answers.numbers() == {
            tier: sum(key[0] == tier for key in best.values())
            for tier in {k[0] for k in best.values()}
        }


def test_what_nobody_comes_to_is_not_priced(columns):
    asked = []

    def note(names):
        asked.extend(names)
        return [0.0] * len(names)

    answers = Answers(columns, 500, None)
    answers.add(range(4), 0)
    answers.add(range(4, 24), 1, note)
    found = answers.sorted()
    assert len(found) == 12
    assert found[3].tier == 0
    assert not asked
    assert found[11].tier == 1
    assert asked == [*range(4, 24)]
    with pytest.raises(IndexError):
        found[12]
