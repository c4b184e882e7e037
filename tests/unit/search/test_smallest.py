"""The smallest of many numbers are those that sorting all would give."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.search.smallest import smallest


@given(st.lists(st.integers(0, 50), max_size=60), st.integers(1, 70))
def test_a_few_are_sorted_and_cut(numbers, most):
    assert smallest(numbers, most) == sorted(numbers)[:most]


@pytest.mark.parametrize("most", [1, 10, 500, 1_000, 2_500])
@pytest.mark.parametrize(
    "numbers",
    [
        range(20_000),
        range(20_000, 0, -1),
        random.Random(1).sample(range(100_000), 20_000),
        [*range(19_000), *[7] * 1_000],
        [0, *[10**6] * 10_000, *range(300)],
        [at % 40 for at in range(20_000)],
    ],
    ids=["rising", "falling", "mixed", "repeated", "odd", "periodic"],
)
def test_however_many_lie_how_none_is_missed(numbers, most):
    assert smallest(numbers, most) == sorted(numbers)[:most]
    assert smallest(set(numbers), most) == sorted(set(numbers))[:most]
