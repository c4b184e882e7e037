"""The folded letters of a shown text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.search.letters import Letters


def test_words_part_at_anything_but_an_apostrophe():
    expected = ["bayess", "k", "means", "ea"]
    assert [word for _, word in Letters("Bayes's K-Means (EA)").words()] == expected
    assert [word for _, word in Letters("Bayes’s K–Means (ÉA)").words()] == expected


@pytest.mark.parametrize("text", ["don't", "a `b`", "it''s 'o", "x'", "'tis", "a'-b", "a-'b`c"])
def test_letters_of_ascii_are_read_as_all_others_are(text):
    quick, other = Letters(text), Letters("é " + text)
    assert [word for _, word in quick.words()] == [word for _, word in other.words()][1:]
    assert quick.places == [(start - 2, end - 2) for start, end in other.places[1:]]


def test_a_letter_and_its_accent_are_one_place():
    assert Letters("Po\u0301l").places == [(0, 1), (1, 3), (3, 4)]


def test_a_letter_that_folds_to_two_keeps_one_place():
    letters = Letters("Straße")
    assert letters.text == "strasse"
    assert letters.spans([4]) == letters.spans([5]) == ((4, 5),)


def test_neighbouring_letters_make_one_span_and_what_parts_words_parts_spans():
    assert Letters("K-Means").spans([2, 0, 1]) == ((0, 1), (2, 4))


@given(st.text(max_size=40), st.data())
def test_spans_are_sorted_separate_and_inside_the_text(text, data):
    letters = Letters(text)
    assert len(letters.text) == len(letters.places)
    chosen = data.draw(st.lists(st.sampled_from(range(len(letters.text))))) if letters.text else []
    spans = letters.spans(chosen)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)
