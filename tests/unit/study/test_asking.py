"""Questions made of entries: choices among kin, and what belongs with a term."""

from __future__ import annotations

from functools import cache

import pytest
from unit.study.conftest import asker, entry, home

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.study.asking import Asker, accepted, alike
from glossary_tui.study.card import KINDS, CardId, TermId
from glossary_tui.study.distractors import same_meaning
from glossary_tui.study.homes import Homes
from glossary_tui.text.fold import squash


@cache
def bundled():
    return Glossary(read_entries([bundled_entries()]).entries)


@cache
def bundled_asker():
    return Asker(bundled(), LinkGraph(bundled()), home)


@cache
def questions(kind):
    """Every ninth entry's question."""
    asked = [
        bundled_asker().ask(CardId("test", each.id, kind), 0) for each in bundled().entries[::9]
    ]
    return [question for question in asked if question is not None]


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_every_bundled_entry_makes_every_kind_of_card(kind):
    assert len(questions(kind)) >= 49


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_card_asked_for_the_same_time_is_the_same_question(kind):
    again = Asker(bundled(), LinkGraph(bundled()), home)
    for question in questions(kind)[:5]:
        assert again.ask(CardId("test", question.entry.id, kind), 0) == question


def test_a_choice_is_among_four_terms_of_which_one_is_right_and_none_a_synonym():
    for question in questions("choice"):
        assert len(set(question.options)) == len(question.options) == 4
        assert question.options[question.right] == question.entry
        wrong = [each for each in question.options if each != question.entry]
        assert not any(same_meaning(question.entry, each) for each in wrong)
        assert not any(squash(each.title) in squash(question.prompt) for each in wrong)


def test_most_wrong_terms_of_a_choice_are_kin():
    graph, near, total = LinkGraph(bundled()), 0, 0
    for question in questions("choice"):
        kin = {each.id for each in graph.neighbours(question.entry)}
        kin |= {step.entry.id for step in graph.second_steps(question.entry)}
        wrong = [each for each in question.options if each != question.entry]
        near += sum(each.id in kin for each in wrong)
        total += len(wrong)
    assert near >= total * 0.95


def test_of_five_terms_one_belongs_and_no_word_tells_which():
    graph = LinkGraph(bundled())
    for question in questions("related"):
        assert len(set(question.options)) == len(question.options) == 5
        neighbours = graph.neighbours(question.entry)
        belongs = [each in neighbours for each in question.options]
        assert belongs.count(True) == 1
        assert belongs.index(True) == question.right


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (entry("Neural Network"), entry("Artificial Neural Network"), True),
        (entry("Net", aliases=("Web",)), entry("Web"), True),
        (entry("Regularization"), entry("L2 Regularization"), True),
        (entry("False Positive"), entry("False Negative"), False),
        (entry("Bias"), entry("Variance"), False),
    ],
)
def test_what_has_a_name_in_common_or_a_word_more_means_the_same(one, other, same):
    assert same_meaning(one, other) is same
    assert same_meaning(other, one) is same


@pytest.mark.parametrize(
    ("title", "aliases", "answers"),
    [
        ("Bias (Neuron)", (), ("Bias (Neuron)", "Bias")),
        (
            "Resource Description Framework (RDF)",
            ("RD Framework",),
            (
                "Resource Description Framework (RDF)",
                "Resource Description Framework",
                "RDF",
                "RD Framework",
            ),
        ),
    ],
)
def test_what_stands_in_parentheses_is_an_answer_only_if_it_is_an_acronym(title, aliases, answers):
    assert accepted(entry(title, aliases=aliases)) == answers


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        ("False Positive", "True Positive", True),
        ("Mean Squared Error", "Mean Absolute Error", True),
        ("Boosting", "Bagging", False),
        ("Precision", "Decision", True),
        ("Tensor", "Policy", False),
    ],
)
def test_titles_close_in_spelling_are_alike(one, other, is_alike):
    assert alike(one, other) is is_alike
    assert alike(other, one) is is_alike


def test_a_term_too_lonely_for_a_choice_makes_none():
    lonely = Glossary([entry("Apple"), entry("Banjo")])
    assert asker(lonely).ask(CardId("test", "apple", "choice"), 0) is None
    assert asker(lonely).ask(CardId("test", "apple", "related"), 0) is None
    assert asker(lonely).ask(CardId("test", "gone", "meaning"), 0) is None


def test_terms_of_several_glossaries_are_told_apart():
    entries = [entry("Pod", entry_id="a/pod"), entry("Pod", entry_id="b/pod")]
    glossary = Glossary(entries, parts=("a", "b"))
    names = {"a": "/wiki/a", "b": "team"}
    homes = Homes(glossary, lambda each: (names[each.id[0]], each.id[2:]))
    assert homes.names == {"/wiki/a", "team"}
    assert [homes.entry(TermId(name, "pod")) for name in ("/wiki/a", "team", "c")] == [
        *glossary.entries,
        None,
    ]
