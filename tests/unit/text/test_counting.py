"""Numbers of things, in words."""

from __future__ import annotations

import pytest

from glossary_tui.text.counting import counted


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (12345, "12,345 cards")],
)
def test_only_one_is_singular(number, said):
    assert counted(number, "card") == said


def test_a_plural_may_be_given():
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(3, "entry", "entries") == "3 entries"
