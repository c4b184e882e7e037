"""The query language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.search.operators import AWAITED
from glossary_tui.search.query import LONGEST, Query, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("beam search", {"plain": "beam search"}),
        ("beam ", {"plain": "beam "}),
        ("tag:vision cnn", {"plain": "cnn", "tags": ("vision",)}),
        ("TAG:Vision", {"tags": ("vision",)}),
        ('tag:"natural language" x', {"plain": "x", "tags": ("natural language",)}),
        ("!tag:vision cnn", {"plain": "cnn", "without_tags": ("vision",)}),
        ("'neural network' deep", {"plain": "deep", "phrases": ("neural network ",)}),
        ("'neural netw", {"phrases": ("neural netw",)}),
        ('"beam search"', {"phrases": ("beam search ",)}),
        ("“beam search”", {"phrases": ("beam search ",)}),
        ("'bayes's rule'", {"phrases": ("bayess rule ",)}),
        ("^neural net", {"plain": "net", "beginnings": ("neural",)}),
        ("net !neural", {"plain": "net", "without": ("neural",)}),
        ("/gradient", {"plain": "gradient", "in_text": True}),
        ("bayes's rule", {"plain": "bayes's rule"}),
        ("a!b c^d", {"plain": "a!b c^d"}),
    ],
)
def test_each_operator_is_taken_from_the_text(text, expected):
    query = parse(text)
    empty = Query(plain="", whole="")._asdict()
    assert query._asdict() == {**empty, "whole": text.strip(), **expected}


@pytest.mark.parametrize("text", ["tag:", "!", "^", "'", '"', "!tag:", "'  ", "''", "“", " ! ^ "])
def test_an_unfinished_operator_asks_for_nothing(text):
    query = parse(text)
    assert query.plain.strip() == ""
    assert not query.has_filters
    assert query.awaited in AWAITED


@pytest.mark.parametrize(
    ("text", "awaited"),
    [
        ("/", "/"),
        (" / ", "/"),
        ("/tag:vision", "/"),
        ("/!without", "/"),
        ("/'", "'"),
        ("tag:", "tag:"),
        ("!tag:", "!tag:"),
        ("tag:''", "tag:"),
        ("'", "'"),
        ("''", "'"),
        ("“", "'"),
        ("^", "^"),
        ("!", "!"),
        ("! ^", "^"),
        ("", ""),
        ("-", ""),
        ("/gradient", ""),
        ("/'gradient", ""),
        ("tag:vision !", ""),
        ("cnn '", ""),
        ("'cnn' ^", ""),
    ],
)
def test_an_operator_is_awaited_as_long_as_nothing_can_be_looked_for(text, awaited):
    assert parse(text).awaited == awaited


@given(st.text(alphabet=st.sampled_from("ab '\"^!/:tag“”\n\0é")))
def test_any_text_is_a_query(text):
    query = parse(text)
    assert query.whole == text.strip()
    assert all(query.tags + query.phrases + query.beginnings + query.without)


def test_what_is_pasted_by_mistake_does_not_count():
    assert parse("a" * LONGEST + " ^b !c") == parse("a" * LONGEST)
