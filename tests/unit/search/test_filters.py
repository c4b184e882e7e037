"""The operators of a query."""

from __future__ import annotations

import pytest

from glossary_tui.glossary import Glossary
from glossary_tui.search.columns import Columns
from glossary_tui.search.filters import Filters
from glossary_tui.search.query import parse


@pytest.fixture
def entries(entry):
    return [
        entry("Convolutional Neural Network", tags=["Computer Vision"], aliases=["ConvNet"]),
        entry("Neural Network", tags=["vision", "Deep learning"]),
        entry("Network Neural", tags=["visionary"]),
        entry("Graph", tags=["maths"]),
        entry("Beam search"),
    ]


@pytest.fixture
def allowed(entries):
    """Makes a function from a query to the titles that its operators let through."""
    glossary = Glossary(entries)
    filters = Filters(glossary, Columns(glossary))

    def titles(query):
        found = filters.allowed(parse(query))
        return None if found is None else {glossary.entries[at].title for at in found}

    return titles


CNN, NN, REVERSED, GRAPH, BEAM = (
    "Convolutional Neural Network",
    "Neural Network",
    "Network Neural",
    "Graph",
    "Beam search",
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tag:vision", {NN}),
        ("tag:visi", {CNN, NN, REVERSED}),
        ("tag:computer", {CNN}),
        ("tag:deep tag:vision", {NN}),
        ("tag:ision", set()),
        ("!tag:vision", {CNN, REVERSED, GRAPH, BEAM}),
        ("'neural network'", {CNN, NN}),
        ("'neural netw", {CNN, NN}),
        ("'neural netw'", set()),
        ("'eural network'", set()),
        ("'graph'", {GRAPH}),
        ("'grap", {GRAPH}),
        ("'grap'", set()),
        ("'zebra'", set()),
        ("'zebra fish'", set()),
        ("^neural", {NN}),
        ("^conv", {CNN}),
        ('^"neural net"', {NN}),
        ("!convolutional", {NN, REVERSED, GRAPH, BEAM}),
        ("!conv", {NN, REVERSED, GRAPH, BEAM}),
        ("!'neural network'", {REVERSED, GRAPH, BEAM}),
        ("^beam !graph", {BEAM}),
    ],
)
def test_an_operator_lets_its_entries_through(allowed, query, expected):
    assert allowed(query) == expected


@pytest.mark.parametrize("query", ["network", "tag:", "'", "!", "^", ""])
def test_without_a_finished_operator_everything_passes(allowed, query):
    assert allowed(query) is None


@pytest.mark.parametrize("query", ["/'neural network'", "/!neural"])
def test_in_a_query_of_the_bodies_words_are_no_matter_of_names(allowed, query):
    assert allowed(query) in (None, {CNN, NN, REVERSED, GRAPH, BEAM})


def test_the_shortest_name_that_holds_exact_words_is_first(titles, entries):
    assert titles(*entries)("'neural network'") == [NN, CNN]


def test_words_beside_an_operator_are_searched_for_as_ever(titles, entries):
    assert titles(*entries)("nerual tag:vision") == [NN]


def test_entries_of_a_tag_are_listed_in_the_glossarys_order(titles, entries):
    assert titles(*entries)("tag:visi") == [CNN, REVERSED, NN]


@pytest.mark.parametrize("query", ["tag:", "'", "!", "^", '"'])
def test_an_unfinished_operator_lists_everything(titles, entries, query):
    assert len(titles(*entries)(query)) == len(entries)


@pytest.mark.parametrize(
    ("query", "title"),
    [("!beam search", "Beam search"), ("tag:graph", "Graph"), ("/graph", "Graph")],
)
def test_operators_that_find_nothing_are_tried_as_plain_text(titles, query, title):
    assert title in titles("Beam search", "Graph")(query)
