"""A masked text does not give the term away, and is still a text."""

from __future__ import annotations

import sqlite3
from functools import cache
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.study.masks import (
    FUNCTION_WORDS,
    MASK,
    content_words,
    masked,
    plain_names,
    secret,
    shown_share,
)
from glossary_tui.study.stems import share_stem
from glossary_tui.text.plain import plain_text

GLOSSARY = Glossary(read_entries([bundled_entries()]).entries)


def named(title, *aliases):
    return secret(Entry(title, title, "", lambda _: (), aliases), *plain_names((title, *aliases)))


class Porter:
    """The stems of SQLite's Porter stemmer: a judge that knows nothing of our own rule."""

    def __init__(self):
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE VIRTUAL TABLE texts USING fts5(x, tokenize='porter')")
        self._database.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(texts, 'row')")

    def close(self):
        self._database.close()

    def stems(self, text):
        self._database.execute("DELETE FROM texts")
        self._database.execute("INSERT INTO texts VALUES (?)", (text,))
        return {term for (term,) in self._database.execute("SELECT term FROM stems")}


def views(entry):
    return [plain_text(each.text) for each in entry.sections if each.role in ("summary", "eli5")]


@cache
def masked_views():
    """Every text that a card may show: its entry, the text, and the same masked."""
    return [
        (entry, text, masked(text, secret(entry, *plain_names((entry.title, *entry.aliases)))))
        for entry in GLOSSARY
        for text in views(entry)
    ]


def test_no_masked_text_of_the_bundled_glossary_keeps_a_stem_of_a_name(request):
    porter = Porter()
    request.addfinalizer(porter.close)
    harmless = porter.stems(" ".join(FUNCTION_WORDS))
    leaks = []
    for entry, _, shown in masked_views():
        telling = porter.stems(" ".join((entry.title, *entry.aliases))) - harmless
        left = porter.stems(shown.replace(MASK, " ")) & telling
        leaks += [(entry.title, left)] * bool(left)
    assert leaks == []


def test_masked_texts_of_the_bundled_glossary_can_still_be_read():
    shares = [shown_share(shown, text) for _, text, shown in masked_views()]
    assert min(shares) > 0.6
    assert mean(shares) > 0.9


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Embedding", "We embed each word.", "We _____ each word."),
        ("Overfitting", "It fits too well.", "It _____ too well."),
        ("Dataset", "A data set of cats.", "A/an _____ of cats."),
        ("ImageNet", "Images, image-net.", "_____, _____."),
        ("Convolutional Neural Network", "CNNs see; a cnn too.", "_____ see; a cnn too."),
        ("Artificial Intelligence", "AI said it.", "_____ said it."),
        ("k-Means", "It makes k groups by means.", "It makes _____ groups by _____."),
        ("Bias (Statistics)", "Biased statistical work.", "_____ work."),
        ("Unsupervised Learning", "No supervisor, no learner.", "No _____, no _____."),
        ("機械学習", "これは機械学習です。", "これは_____です。"),
        ("C++", "C++ is C with classes.", "_____ is _____ with classes."),
        ("The Who", "The who and the what.", "_____ and the what."),
    ],
)
def test_words_that_tell_are_masked(name, text, shown):
    assert masked(text, named(name)) == shown


def test_an_alias_is_masked_as_well_as_the_title():
    assert masked("Logistic units squash.", named("Sigmoid", "Logistic function")) == (
        "_____ units squash."
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("regression", "regress"), ("variance", "vary"), ("probability", "probable"),
        ("analysis", "analyze"), ("hypothesis", "hypothetical"), ("descent", "descend"),
        ("decision", "decide"), ("attention", "attend"), ("convolution", "convolve"),
        ("perceptron", "perception"), ("observable", "observation"), ("fairness", "unfair"),
        ("sampling", "resampled"), ("using", "use"), ("planning", "plans"), ("policy", "policies"),
        ("checkpoint", "check"), ("inference", "infer"), ("entropy", "entropic"),
    ],
)  # fmt: skip
def test_these_share_a_stem(one, other):
    assert share_stem(one, other)
    assert share_stem(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("model", "modern"), ("network", "never"), ("data", "day"), ("learning", "leaf"),
        ("train", "trap"), ("label", "lab"), ("token", "tone"),
        ("2012", "2013"), ("computer", "compare"), ("neural", "near"),
    ],
)  # fmt: skip
def test_these_do_not(one, other):
    assert not share_stem(one, other)


@given(st.sampled_from(GLOSSARY.entries), st.text(max_size=80))
def test_a_mask_is_final(entry, text):
    hidden = secret(entry)
    once = masked(f"{entry.title} {text}", hidden)
    assert masked(once, hidden) == once
    assert entry.title not in once


@given(st.text(max_size=30))
def test_any_name_has_words_that_carry_it(name):
    assert content_words(name) or not any(letter.isalnum() for letter in name)
