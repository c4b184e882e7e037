"""Hits are made when they are looked at."""

from __future__ import annotations

import pytest

from glossary_tui.model import Entry
from glossary_tui.search.hit import Hit
from glossary_tui.search.hits import Hits


def hits(size):
    """So many hits, and a list of the indexes of those that have been made."""
    made = []

    def make(index):
        made.append(index)
        return Hit(Entry(f"{index}", f"Term {index}", "", lambda _: ()), "title", 1.0)

    return Hits(size, make), made


def test_what_is_in_sight_is_made_once():
    found, made = hits(500)
    for _ in range(3):
        assert [found[row].entry.id for row in range(40)] == [str(row) for row in range(40)]
    assert made == [*range(40)]


def test_however_far_one_goes_few_are_kept():
    found, made = hits(500)
    assert [found[row].entry.id for row in range(500)] == [str(row) for row in range(500)]
    assert found[0].entry.id == "0"
    assert len(made) == 501
    assert len(found._kept) <= 100


def test_beyond_the_last_there_is_none():
    found, _ = hits(3)
    assert found[-1].entry.id == "2"
    with pytest.raises(IndexError):
        found[3]
