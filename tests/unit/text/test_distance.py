"""Slips of the keyboard."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.text.distance import common, slips, within

WORDS = st.text("abcde", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("neural", "neural", 0),
        ("nerual", "neural", 1),
        ("neurl", "neural", 1),
        ("neuural", "neural", 1),
        ("neyral", "neural", 1),
        ("nuerla", "neural", 2),
        ("", "abc", 3),
    ],
)
def test_each_kind_of_slip_counts_once(one, other, expected):
    assert slips(one, other) == expected


@given(WORDS, WORDS)
def test_slips_are_the_same_from_both_sides_and_none_only_for_equal_words(one, other):
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)


@given(WORDS, st.lists(WORDS, max_size=8), st.integers(0, 3))
def test_within_finds_exactly_the_choices_that_slips_allows(word, choices, most):
    found = within(word, choices, most)
    assert sorted(found) == [
        (index, slips(word, choice))
        for index, choice in enumerate(choices)
        if slips(word, choice) <= most
    ]
    assert [distance for _, distance in found] == sorted(distance for _, distance in found)


def test_common_runs_leave_out_the_letters_that_slipped():
    assert common("convlutional", "convolutional") == [(0, 4), (5, 13)]


@given(WORDS, WORDS)
def test_common_runs_spell_letters_of_the_first_word_in_order(one, other):
    letters = iter(one)
    kept = "".join(other[start:end] for start, end in common(one, other))
    assert all(letter in letters for letter in kept)


def test_importing_the_module_does_not_import_rapidfuzz():
    code = "import sys, glossary_tui.text.distance; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
