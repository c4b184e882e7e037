"""A name leads to the entry that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.model import Entry, Link


def entry(entry_id, title, *related, aliases=(), tags=(), old_paths=()):
    return Entry(
        entry_id,
        title,
        f"{entry_id}.md",
        lambda _: (),
        aliases,
        tags,
        tuple(Link(target, target, "related", 1) for target in related),
        old_paths,
    )


def of(glossary, entry_id):
    found = glossary.by_id(entry_id)
    assert found is not None
    return found


GLOSSARY = Glossary(
    [
        entry("convolutional-neural-network", "Convolutional Neural Network", aliases=("CNN",)),
        entry("imagenet", "ImageNet"),
        entry("k", "k-Means"),
        entry("rdf", "Resource Description Framework (RDF)"),
        entry("completeness", "Completeness (of Data)"),
        entry("a/policy", "Policy"),
        entry("b/policy", "Policy (Insurance)", old_paths=("old/cover",)),
        entry("ann", "Artificial Neural Network", aliases=("Net",)),
        entry("internet", "Internet", aliases=("Net",)),
        entry("Pod", "Pod of Whales"),
        entry("workloads/pod", "Pod"),
    ]
)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("convolutional neural networks", "convolutional-neural-network"),
        ("CNN", "convolutional-neural-network"),
        ("cnns", "convolutional-neural-network"),
        ("image net", "imagenet"),
        ("Image-Nets", "imagenet"),
        ("kmeans", "k"),
        ("rdf", "rdf"),
        ("Resource description frameworks", "rdf"),
        ("completeness", "completeness"),
        ("/en/b/policy/", "b/policy"),
        ("../b/policy.md#cover", "b/policy"),
        ("old/cover", "b/policy"),
        ("internet?x=1", "internet"),
    ],
)
def test_one_entry_is_meant(name, found):
    resolved = GLOSSARY.resolve(name)
    assert resolved is not None
    assert resolved.id == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("policy", ["a/policy", "b/policy"]),  # the stem of both
        ("Net", ["ann", "internet"]),
        ("Pod", ["Pod"]),  # the id goes before the title of another
        ("nothing like it", []),
        ("", []),
        ("///", []),
    ],
)
def test_the_first_rule_that_is_met_decides(name, found):
    assert [each.id for each in GLOSSARY.candidates(name)] == found
    assert (GLOSSARY.resolve(name) is not None) == (len(found) == 1)


RULES = [
    entry("Node", "Of this id"),
    entry("below/Node", "Of this stem"),
    entry("titled", "Node"),
    entry("named", "With an alias", aliases=("Node",)),
    entry("folded", "NODE"),
    entry("number", "Nodes"),
    entry("joined", "No De"),
]
"""Entries that answer to “Node”, each by a rule that goes before that of the next."""


@pytest.mark.parametrize("first", range(len(RULES)))
def test_each_rule_goes_before_the_next(first):
    assert Glossary(RULES[first:]).candidates("Node") == (RULES[first],)


def test_order_does_not_depend_on_the_order_of_files():
    assert Glossary(reversed(GLOSSARY.entries)).entries == GLOSSARY.entries


def test_of_two_entries_with_one_id_the_later_counts():
    glossary = Glossary([entry("a", "First"), entry("a", "Second")])
    assert [each.title for each in glossary] == ["Second"]


def test_positions_and_ids_lead_back():
    for position, each in enumerate(GLOSSARY):
        assert GLOSSARY.position(each) == position
        assert GLOSSARY.by_id(each.id) is each
    assert GLOSSARY.by_id("no such id") is None


def test_tags_list_their_entries():
    glossary = Glossary([entry("a", "A", tags=("x", "y")), entry("b", "B", tags=("x",))])
    assert {tag: [each.id for each in found] for tag, found in glossary.by_tag.items()} == {
        "x": ["a", "b"],
        "y": ["a"],
    }


def test_shared_titles_are_those_that_fold_alike():
    glossary = Glossary([entry("a", "Layer"), entry("b", "LAYER"), entry("c", "Other")])
    assert glossary.shared_titles == {"Layer", "LAYER"}


@given(st.text())
def test_any_name_is_answered(name):
    assert isinstance(GLOSSARY.candidates(name), tuple)


@given(st.lists(st.text(min_size=1), unique=True, max_size=8))
def test_every_title_leads_to_its_entry(titles):
    glossary = Glossary(entry(f"e{n}", title) for n, title in enumerate(titles))
    for each in glossary:
        if each.title.strip() and "/" not in each.title:
            assert each in glossary.candidates(each.title) or each.title.strip() != each.title


def test_related_terms_keep_their_order_and_say_what_has_no_entry():
    glossary = Glossary(
        [entry("a", "A", "C", "Nowhere", "b", "c", "A"), entry("b", "B"), entry("c", "C")]
    )
    graph, a = LinkGraph(glossary), of(glossary, "a")
    near = graph.related(a)
    assert [(each.link.text, each.entry and each.entry.id) for each in near] == [
        ("C", "c"),
        ("Nowhere", None),
        ("b", "b"),
    ]
    assert [link.text for link in graph.unresolved(a)] == ["Nowhere"]


def test_a_related_term_that_may_mean_two_is_neither():
    glossary = Glossary([entry("a", "A", "X"), entry("x1", "X"), entry("x2", "X")])
    (near,) = LinkGraph(glossary).related(of(glossary, "a"))
    assert near.entry is None
    assert [each.id for each in near.entries] == ["x1", "x2"]


def test_referenced_by_names_each_entry_once_and_never_itself():
    glossary = Glossary(
        [entry("a", "A", "b", "B"), entry("b", "B", "b", "A"), entry("c", "C", "B")]
    )
    graph = LinkGraph(glossary)
    assert [each.id for each in graph.referenced_by(of(glossary, "b"))] == ["a", "c"]
    assert graph.referenced_by(of(glossary, "c")) == ()
