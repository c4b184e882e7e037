"""The search of a glossary that has no index yet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.search.conftest import make_entry

from glossary_tui.glossary import Glossary
from glossary_tui.search import Searcher, titles
from glossary_tui.search.titles import TitleSearcher

WORDS = st.sampled_from(["net", "network", "neural", "a", "graph", "netsuke", "réseau", "in"])
TITLES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
CNN = "Convolutional Neural Network"
OPERATORS = st.sampled_from(["tag:maths", "!tag:maths", "^net", "!graph", "'neural net'", "'net"])


@pytest.fixture
def glossary():
    return Glossary(
        [
            make_entry(CNN, aliases=["ConvNet"], tags=["vision"]),
            make_entry("Neural Network", tags=["vision"]),
            make_entry("Network"),
            make_entry("Network (computing)", entry_id="lan"),
            make_entry("Networks of Neurons"),
            make_entry("Subnetwork"),
            make_entry("Beam", text="a network"),
        ]
    )


def found(glossary, query, limit=50):
    return [hit.shown for hit in TitleSearcher(glossary).search(query, limit)]


def test_a_name_comes_first_then_titles_that_begin_so_then_words_then_parts(glossary):
    assert found(glossary, "network") == [
        "Network",
        "Network (computing)",
        "Networks of Neurons",
        CNN,
        "Neural Network",
        "Subnetwork",
    ]


def test_words_are_found_in_any_order(glossary):
    assert found(glossary, "network neu") == [CNN, "Networks of Neurons", "Neural Network"]


def test_an_alias_that_is_typed_in_full_is_found_and_shown(glossary):
    (hit,) = TitleSearcher(glossary).search("convnet")
    assert (hit.shown, hit.why, hit.entry.title) == ("ConvNet", "alias", CNN)
    assert hit.spans == ((0, 7),)
    assert found(glossary, "convne") == []


def test_an_operator_alone_lists_what_it_lets_through(glossary):
    assert found(glossary, "tag:vision") == [CNN, "Neural Network"]


@pytest.mark.parametrize("query", ["", "   ", "/network", "netwrok", "cnn"])
def test_what_needs_an_index_has_no_answer_yet(glossary, query):
    searcher = TitleSearcher(glossary)
    assert not searcher.search(query)
    assert searcher.nearest(query) == ()
    assert not searcher.is_text_ready


def test_letters_that_are_no_operator_after_all_are_looked_for(glossary):
    assert found(glossary, "!network") != found(glossary, "network")
    assert found(Glossary([make_entry("!Kung")]), "!kung") == ["!Kung"]


def test_what_is_hidden_is_not_found(glossary):
    searcher = TitleSearcher(glossary)
    searcher.hidden = frozenset({glossary.ids.index("Network")})
    assert "Network" not in [hit.shown for hit in searcher.search("network")]
    assert "Network (computing)" in [hit.shown for hit in searcher.search("network")]


def test_no_more_are_given_than_are_asked_for(glossary):
    every = found(glossary, "network")
    assert [found(glossary, "network", limit) for limit in range(4)] == [
        every[:limit] for limit in range(4)
    ]


def test_of_very_many_titles_that_hold_a_word_the_first_are_looked_at(glossary, monkeypatch):
    monkeypatch.setattr(titles, "_LOOKED_AT", 1)
    assert found(glossary, "neu") == ["Neural Network", CNN]


@given(st.lists(TITLES, max_size=12, unique=True), TITLES, st.lists(OPERATORS, max_size=2))
def test_what_an_index_finds_by_whole_words_is_found_without_it(names, query, operators):
    glossary = Glossary(
        make_entry(name, tags=["maths"] if "graph" in name else []) for name in names
    )
    asked = " ".join((query, *operators))
    hits = TitleSearcher(glossary).search(asked, None)
    assert len({hit.entry.id for hit in hits}) == len(hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    indexed = {hit.entry.id for hit in Searcher(glossary).search(asked, None)}
    here = {hit.entry.id for hit in hits}
    words = set(query.split())
    whole = {name for name in indexed if words <= set(name.split())}
    assert whole <= here
    if not operators:
        assert {name for name in names if words <= set(name.split())} <= here


@given(st.lists(TITLES, max_size=12, unique=True), OPERATORS)
def test_operators_let_through_what_they_do_with_an_index(names, operator):
    glossary = Glossary(
        make_entry(name, tags=["maths"] if "graph" in name else []) for name in names
    )
    assert TitleSearcher(glossary).allowed(operator) == Searcher(glossary).allowed(operator)
