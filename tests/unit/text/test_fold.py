"""What counts as the same title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.text.fold import fold, folded_words, singular, slug, squash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ImageNet", "IMAGENET"),
        ("k-means", "K Means"),
        ("Bias–Variance Tradeoff", "bias-variance tradeoff"),
        ("Bayes’s Theorem", "Bayes's theorem"),
        ("naïve", "naive"),
        ("Ｍａｃｈｉｎｅ", "machine"),
        ("ﬁle", "file"),
        ("Straße", "STRASSE"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("ma\N{ZERO WIDTH SPACE}chine", "machine"),
        ("Ørsted", "orsted"),
        ("  two   words ", "two words"),
        ("(Neural) Networks!", "neural networks"),
    ],
)
def test_these_are_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C", "C#"), ("か", "が"), ("क", "कि"), ("A", "B"), ("?", "!")]
)
def test_these_are_not(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(min_size=1).filter(str.strip))
def test_a_name_never_folds_to_nothing(text):
    visible = any(letter.isprintable() and not letter.isspace() for letter in text)
    assert fold(text) or not visible


@given(
    st.lists(st.text() | st.text("aB–’'+# -\n\N{COMBINING ACUTE ACCENT}é", max_size=6), max_size=4)
)
def test_the_words_of_many_texts_are_those_of_each(texts):
    assert folded_words(texts) == [fold(text).split(" ") for text in texts]


@given(st.text(st.characters(max_codepoint=127)))
def test_the_quick_way_for_ascii_is_the_same(text):
    beyond = fold(text + " \N{LATIN SMALL LETTER O WITH DIAERESIS}")
    assert beyond == f"{fold(text)} o".strip() or not any(map(str.isalnum, text))


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("network", "networks"), ("policy", "policies"), ("bias", "biases"), ("class", "classes"),
        ("matrix", "matrices"), ("analysis", "analyses"), ("database", "databases"),
        ("box", "boxes"), ("neural network", "neural networks"), ("index", "indices"), ("cookie", "cookies"),
    ],
)  # fmt: skip
def test_singular_and_plural_share_a_key(one, many):
    assert singular(one) == singular(many)


@pytest.mark.parametrize(("one", "other"), [("bias", "bia"), ("loss", "los"), ("bus", "bu")])
def test_words_that_only_look_like_plurals_keep_their_s(one, other):
    assert singular(one) != singular(other)


def test_squash_joins_words():
    assert squash("Image-Net") == squash("image net") == squash("ImageNet")


def test_slug_is_a_file_name_in_any_script():
    assert slug("A* Search") == "a-star-search"
    assert slug("機械 学習") == "機械-学習"
