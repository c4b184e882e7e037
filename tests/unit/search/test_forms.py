"""Other spellings of one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.search.forms import skeletons, variants

PAIRS = [
    ("network", "networks"),
    ("box", "boxes"),
    ("query", "queries"),
    ("matrix", "matrices"),
    ("analysis", "analyses"),
    ("vertex", "vertices"),
    ("optimisation", "optimization"),
    ("normalise", "normalize"),
    ("colour", "color"),
    ("behaviours", "behaviors"),
    ("centre", "center"),
    ("labelling", "labeling"),
    ("anaemia", "anemia"),
    ("oedema", "edema"),
    ("defence", "defense"),
    ("artefact", "artifact"),
    ("catalogue", "catalog"),
    ("haemoglobins", "hemoglobin"),
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_number_and_spelling_lead_both_ways(one, other):
    assert other in variants(one)
    assert one in variants(other) or one.removesuffix("s") in variants(other)


@pytest.mark.parametrize(("word", "wrong"), [("bia", "bias"), ("clas", "class"), ("gas", "ga")])
def test_a_final_s_that_is_no_plural_stays(word, wrong):
    assert wrong not in variants(word)


@given(st.text(max_size=60))
def test_no_word_is_its_own_variant(word):
    assert word not in variants(word)


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("trnsfrmr", "transformer"), ("affntyanlyss", "affinityanalysis"), ("cmprssn", "compression")],
)
def test_a_word_without_vowels_has_the_skeleton_of_the_word(typed, whole):
    assert skeletons(typed) == skeletons(whole)


@given(st.lists(st.text(st.characters(exclude_characters="\n")), max_size=6))
def test_a_column_keeps_its_lines(texts):
    assert skeletons("\n".join(texts)).split("\n") == [skeletons(text) for text in texts or [""]]
