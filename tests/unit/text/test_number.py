"""Two words are one but for their number, or they are not."""

from __future__ import annotations

import pytest

from glossary_tui.text.number import is_same_word, number_key


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("network", "networks"), ("bias", "biases"), ("policy", "policies"), ("key", "keys"),
        ("box", "boxes"), ("batch", "batches"), ("matrix", "matrices"), ("analysis", "analyses"),
        ("echo", "echoes"), ("ratio", "ratios"), ("rate", "rates"), ("same", "same"),
        ("gpu", "gpus"), ("lens", "lenses"), ("axis", "axes"), ("schema", "schemas"), ("cookie", "cookies"),
    ],
)  # fmt: skip
def test_these_are_one_word(one, many):
    assert is_same_word(one, many)
    assert is_same_word(many, one)
    assert number_key(one) == number_key(many)


@pytest.mark.parametrize(
    ("one", "other"),
    [("rate", "rats"), ("stats", "state"), ("mode", "mod"), ("loss", "los")],
)
def test_these_are_two(one, other):
    assert not is_same_word(one, other)
    assert not is_same_word(other, one)
