"""FSRS by study days: what holds for any history."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.study.days import noon, study_day
from glossary_tui.study.scheduler import (
    FUZZ_FROM,
    fuzzed,
    interval,
    recall,
    review,
)

EVENING = datetime(2026, 1, 5, 22, tzinfo=timezone(timedelta(hours=1)))
RATINGS = st.integers(1, 4)
FUZZ = st.floats(-1, 1)
HISTORIES = st.lists(st.tuples(RATINGS, st.integers(0, 60)), min_size=1, max_size=12)


def play(history, fuzz=0.0):
    memory, now = None, EVENING
    for rating, days in history:
        now += timedelta(days=days)
        memory = review(memory, rating, now, study_day(now), fuzz=fuzz)
    assert memory is not None
    return memory, now


@given(HISTORIES)
def test_on_whole_days_it_is_what_fsrs_says(history):
    """Reviews at the noons of the study days, by the library alone, end in the same state."""
    ours, _ = play(history)
    scheduler, card, day = Scheduler(enable_fuzzing=False), Card(card_id=1), study_day(EVENING)
    for rating, days in history:
        day += days
        card, _ = scheduler.review_card(card, Rating(rating), noon(day))
    assert (ours.stability, ours.difficulty, ours.step) == (
        card.stability,
        card.difficulty,
        card.step or 0,
    )
    assert ours.stage == card.state.name.lower()


def test_an_evening_and_the_next_morning_are_two_days():
    first = review(None, 4, EVENING, study_day(EVENING))
    morning = EVENING + timedelta(hours=10)
    assert study_day(morning) == first.day + 1
    late = EVENING + timedelta(hours=5)
    assert study_day(late) == first.day
    apart = review(first, 3, morning, study_day(morning))
    together = review(first, 3, late, study_day(late))
    assert apart.stability != together.stability


def test_learning_steps_are_in_real_time():
    memory = review(None, 1, EVENING, study_day(EVENING))
    assert interval(memory, EVENING) == timedelta(minutes=1)
    assert memory.due_at == (EVENING.astimezone(UTC) + timedelta(minutes=1)).timestamp() * 1e6


@given(HISTORIES, FUZZ)
def test_a_better_rating_is_never_due_earlier(history, fuzz):
    memory, now = play(history, fuzz)
    day = study_day(now)
    spans = [interval(review(memory, each, now, day, fuzz=fuzz), now) for each in (1, 2, 3, 4)]
    assert spans == sorted(spans)
    assert min(spans) > timedelta(0)


@given(st.integers(1, 5000), st.integers(1, 5000), FUZZ)
def test_the_spread_is_small_and_keeps_the_order(one, other, fuzz):
    assert abs(fuzzed(one, fuzz) - one) <= 1.5 + one / 20
    assert fuzzed(one, fuzz) >= 1
    if one <= other:
        assert fuzzed(one, fuzz) <= fuzzed(other, fuzz)
    if one < FUZZ_FROM:
        assert fuzzed(one, fuzz) == one


def test_nothing_depends_on_the_global_random_numbers():
    random.seed(1)
    first = play([(3, 0), (3, 0), (3, 5), (3, 30)])
    random.seed(2)
    assert play([(3, 0), (3, 0), (3, 5), (3, 30)]) == first


@pytest.mark.parametrize("retention", [0.8, 0.9, 0.95])
def test_a_card_is_due_when_its_recall_has_fallen_to_the_target(retention):
    memory, now = None, EVENING
    for _ in range(6):
        memory = review(memory, 3, now, study_day(now), retention=retention)
        now = now + timedelta(days=memory.due_day - memory.day)
    assert memory is not None
    assert abs(recall(memory, memory.due_day, retention) - retention) < 0.02


@given(HISTORIES, st.integers(0, 400))
def test_recall_falls_with_time(history, days):
    memory, _ = play(history)
    assert 1 >= recall(memory, memory.day + days) >= recall(memory, memory.day + days + 1) > 0
