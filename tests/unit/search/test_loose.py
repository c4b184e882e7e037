"""Queries that no name holds as it stands."""

from __future__ import annotations

import pytest

from glossary_tui.search.loose import pieces

TITLES = (
    "Convolutional Neural Network",
    "Recurrent Neural Network",
    "Neural Architecture Search",
    "Confusion Matrix",
    "Linear Regression",
    "Logistic Regression",
    "Transformer",
    "Transfer Learning",
    "Stochastic Gradient Descent",
    "Gradient",
    "Bidirectional LSTM",
    "Kubernetes",
    "Named Entity Recognition in Query",
    "Convex combination",
    "Average pooling",
    "Bias",
)


@pytest.fixture
def find(titles):
    return titles(*TITLES)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("convlutional nerual network", "Convolutional Neural Network"),
        ("convoltuional", "Convolutional Neural Network"),
        ("stohcastic gradeint decsent", "Stochastic Gradient Descent"),
        ("tarnsformer", "Transformer"),
        ("rtansformer", "Transformer"),
        ("cvnex combination", "Convex combination"),
        ("avege pooling", "Average pooling"),
        ("nwmd entity recognition in query", "Named Entity Recognition in Query"),
        ("network neurla convolutional", "Convolutional Neural Network"),
        ("neurl networks convolutional", "Convolutional Neural Network"),
    ],
)
def test_one_or_two_slips_a_word_are_forgiven(find, query, title):
    assert find(query)[0] == title


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("convlu", "Convolutional Neural Network"),
        ("stohcastic gradi", "Stochastic Gradient Descent"),
        ("gradient decs", "Stochastic Gradient Descent"),
    ],
)
def test_a_slip_is_forgiven_before_the_word_is_finished(find, query, title):
    assert find(query)[0] == title


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("linearregresion", "Linear Regression"),
        ("conf usion matrxi", "Confusion Matrix"),
        ("transferlerning", "Transfer Learning"),
    ],
)
def test_a_slip_is_forgiven_where_the_words_are_parted_otherwise(find, query, title):
    assert find(query)[0] == title


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("trnsfrmr", "Transformer"),
        ("confmat", "Confusion Matrix"),
        ("linreg", "Linear Regression"),
        ("logreg", "Logistic Regression"),
        ("bilstm", "Bidirectional LSTM"),
        ("stchstcgrdntdscnt", "Stochastic Gradient Descent"),
        ("nrl archtctr srch", "Neural Architecture Search"),
        ("conv neur net", "Convolutional Neural Network"),
        ("kbrnts", "Kubernetes"),
        ("bs", "Bias"),
    ],
)
def test_shortened_words_are_read_as_the_words(find, query, title):
    assert find(query)[0] == title


def test_a_word_that_no_title_has_is_overlooked_when_the_others_agree(find):
    assert find("stochastic gradient descent please")[0] == "Stochastic Gradient Descent"


@pytest.mark.parametrize("query", ["zzqq", "qwerty", "xqj zkw", "hello world"])
def test_letters_that_mean_nothing_find_nothing(find, query):
    assert find(query) == []


def test_guesses_come_after_an_answer_that_holds_the_letters(titles):
    assert titles("Matrix factorization", "Facet")("fact") == ["Matrix factorization", "Facet"]


def test_only_the_likeliest_guesses_stand_beside_an_answer(titles):
    assert titles("Matrix factorization", "Facade")("fact") == ["Matrix factorization"]


def test_a_slip_is_forgiven_in_the_plural_of_a_word_too(titles):
    assert titles("Containers", "Container image")("containsr")[0] == "Containers"


def test_consonants_that_agree_count_less_where_the_typed_vowels_do_not(titles):
    find = titles("Genetic algorithm", "Gradient")
    assert find("gaeient") == ["Gradient", "Genetic algorithm"]


def test_a_first_letter_is_seldom_wrong(titles):
    assert titles("Note", "Rate")("rote") == ["Rate", "Note"]
    assert titles("Outran", "Terrain")("trn")[0] == "Terrain"


def test_nothing_is_guessed_beside_a_name_that_is_typed_in_full(titles):
    assert titles("Gram", "Gran", "Gran turismo")("gram") == ["Gram"]


def test_pieces_prefer_beginnings_of_words_to_letters_inside_them():
    assert pieces("confmat", ["confusion", "matrix"]) < pieces("confmat", ["confirm", "atom"])


def test_letters_that_do_not_begin_a_word_are_no_pieces():
    assert pieces("onfmat", ["confusion", "matrix"]) >= 9
