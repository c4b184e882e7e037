"""What a typed answer is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.study.grading import grade
from glossary_tui.text.fold import fold

ANSWERS = ("Convolutional Neural Network", "ConvNet", "CNN")


def of(typed, answers=ANSWERS, others=()):
    return grade(typed, answers, lambda text: fold(text) in map(fold, others))


@pytest.mark.parametrize(
    "typed",
    ["convolutional neural network", "Convolutional-neural  networks", "cnn", "CNNs", "conv net"],
)
def test_right_in_any_case_hyphenation_and_number(typed):
    assert of(typed).verdict == "right"
    assert of(typed).rating == 3


@pytest.mark.parametrize("typed", ["convolutional nueral network", "convlutional neural netwrok"])
def test_a_slip_is_shown_letter_by_letter(typed):
    grade = of(typed)
    assert (grade.verdict, grade.rating, grade.answer) == ("slip", 2, ANSWERS[0])
    kept = "".join(piece.text for piece in grade.pieces if piece.mark != "extra")
    written = "".join(piece.text for piece in grade.pieces if piece.mark != "missing")
    assert kept == grade.answer
    assert written.casefold() == typed


@pytest.mark.parametrize("typed", ["", "   ", "recurrent network", "cn", "cnm", "…"])
def test_anything_else_is_wrong(typed):
    assert (of(typed).verdict, of(typed).rating) == ("wrong", 1)


def test_the_name_of_another_term_is_never_a_slip():
    assert of("false negative", ("False Negatives X",), ()).verdict == "slip"
    assert of("false negative", ("False Negatives X",), ("false negative",)).verdict == "wrong"


def test_another_number_is_never_a_slip():
    assert of("l1 regularization", ("L2 Regularization",)).verdict == "wrong"
    assert of("l2 regularisation", ("L2 Regularization",)).verdict == "slip"


@given(st.text(max_size=30), st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=3))
def test_every_answer_is_graded_and_every_accepted_one_is_right(typed, answers):
    grade = of(typed, answers)
    assert grade.verdict in ("right", "slip", "wrong")
    if grade.verdict != "right":
        kept = "".join(piece.text for piece in grade.pieces if piece.mark != "extra")
        assert kept == grade.answer
    assert all(of(each, answers).verdict == "right" for each in answers if fold(each))
