"""A card is turned over step by step, and rated only once it is answered."""

from __future__ import annotations

import pytest

from glossary_tui.model import Entry, Section
from glossary_tui.study.grading import Grade
from glossary_tui.study.hand import Hand
from glossary_tui.study.question import Question

ENTRY = Entry("a", "A", "a.md", lambda _entry: ())
OTHER = Entry("b", "B", "b.md", lambda _entry: ())
REVEALS = tuple(Section(role, role, role, 1) for role in ("summary", "eli5", "in-depth"))


def hand_of(kind, **more):
    return Hand(Question(kind, ENTRY, "prompt", REVEALS, **more))


def test_a_meaning_is_revealed_view_by_view():
    hand = hand_of("meaning")
    assert not hand.is_answered
    assert [hand.reveal() for _ in range(4)] == [True, True, True, False]
    assert hand.shown == 3
    assert hand.is_answered
    assert hand.suggestion == 0


@pytest.mark.parametrize(("verdict", "rating"), [("right", 3), ("slip", 2), ("wrong", 1)])
def test_a_typed_answer_suggests_its_grade(verdict, rating):
    hand = hand_of("name")
    hand.answer(" typed ", Grade(verdict, "A", ()))
    assert hand.is_answered
    assert hand.suggestion == rating
    assert hand.typed == "typed"
    assert hand.shown == 1


@pytest.mark.parametrize(("index", "rating"), [(0, 1), (1, 3)])
def test_an_option_is_chosen_once(index, rating):
    hand = hand_of("choice", options=(OTHER, ENTRY), right=1)
    assert not hand.choose(2)
    assert not hand.choose(-1)
    assert hand.choose(index)
    assert not hand.choose(1 - index)
    assert hand.suggestion == rating


def test_a_hint_is_shown_once_and_only_before_the_answer():
    assert not hand_of("name").hint()
    hand = hand_of("name", hint="another text")
    assert hand.hint()
    assert not hand.hint()
    answered = hand_of("name", hint="another text")
    answered.answer("", Grade("wrong", "A", ()))
    assert not answered.hint()


def test_looking_it_up_before_the_answer_is_again_and_after_it_nothing():
    hand = hand_of("name")
    hand.look_up()
    assert hand.is_answered
    assert hand.suggestion == 1
    known = hand_of("meaning")
    known.reveal()
    known.look_up()
    assert known.suggestion == 0


def test_an_edited_question_stays_turned_as_far_but_other_options_are_asked_again():
    hand = hand_of("choice", options=(OTHER, ENTRY), right=1)
    hand.choose(1)
    same = hand.asked_anew(hand.question._replace(prompt="edited"))
    assert (same.chosen, same.shown, same.question.prompt) == (1, 1, "edited")
    other = hand.asked_anew(hand.question._replace(options=(ENTRY, OTHER), right=0))
    assert (other.chosen, other.shown) == (-1, 0)
    shorter = hand_of("meaning")
    for _ in range(3):
        shorter.reveal()
    assert shorter.asked_anew(shorter.question._replace(reveals=REVEALS[:1])).shown == 1
