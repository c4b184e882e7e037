"""A session from the first card to the last, and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.study.conftest import NOW, TITLES, asker, card, entry, home, record, session

from glossary_tui.errors import StudyUnavailable
from glossary_tui.glossary import Glossary
from glossary_tui.study.days import study_day
from glossary_tui.study.history import Standing
from glossary_tui.study.session import Session
from glossary_tui.study.store import Store

TODAY = study_day(NOW)
STEPS = st.lists(
    st.tuples(
        st.sampled_from([1, 2, 3, 4, "bury", "suspend", "undo"]),
        st.sampled_from([0, 30, 700, 90_000]),
    ),
    max_size=40,
)


def known(sitting):
    """Where every card stands that was ever answered or put away."""
    standings = sitting.store.standings("test")
    return {each: standing for each, standing in standings.items() if standing != Standing()}


def act(sitting, step, now):
    if step == "undo":
        sitting.undo(now)
    elif sitting.current is not None:
        if step in ("bury", "suspend"):
            getattr(sitting, step)(now)
        else:
            sitting.rate(step, now)


@settings(max_examples=40)
@given(STEPS)
def test_what_the_buttons_promise_is_what_is_scheduled(steps):
    sitting, now = session(), NOW
    for step, seconds in steps:
        now += timedelta(seconds=seconds)
        promised = {choice.rating: choice.interval for choice in sitting.choices(now)}
        dealt = sitting.current
        act(sitting, step, now)
        if not dealt or step not in promised:
            continue
        memory = sitting.store.standing(dealt.card).memory
        assert memory is not None
        if memory.due_at:
            assert memory.due_at == pytest.approx((now + promised[step]).timestamp() * 1e6)
        else:
            assert memory.due_day - study_day(now) == promised[step].days


@settings(max_examples=40)
@given(STEPS)
def test_the_state_rebuilt_from_the_log_is_the_state(steps):
    sitting, now = session(), NOW
    for step, seconds in steps:
        now += timedelta(seconds=seconds)
        act(sitting, step, now)
    live = {each: sitting.store.standing(each) for each in known(sitting)}
    assert sitting.store.rebuild() == 0
    assert known(sitting) == live
    copy = Store(":memory:")
    copy.add(sitting.store.records())
    assert {
        each: standing
        for each, standing in copy.standings("test").items()
        if standing != Standing()
    } == live


@settings(max_examples=40)
@given(STEPS, st.lists(st.sampled_from([1, 2, 3, 4, "bury", "suspend"]), max_size=12))
def test_undo_of_k_steps_restores(before, steps):
    sitting, now = session(), NOW
    for step, seconds in before:
        now += timedelta(seconds=seconds)
        act(sitting, step, now)
    state, dealt, done = known(sitting), sitting.current, len(sitting.done)
    for step in steps:
        act(sitting, step, now)
    while len(sitting.done) > done:
        assert sitting.undo(now) is not None
    assert known(sitting) == state
    assert sitting.current == dealt


@settings(max_examples=40)
@given(STEPS)
def test_the_queue_shows_nothing_hidden_and_keeps_the_limits(steps):
    sitting, now = session(new_per_day=3, reviews_per_day=5), NOW
    for step, seconds in steps:
        now += timedelta(seconds=seconds)
        act(sitting, step, now)
        if step != "undo" and sitting.current is not None:
            standing = sitting.store.standing(sitting.current.card)
            assert not standing.hidden(study_day(now))
    days = {each.day for each in sitting.store.reviews("test")}
    for day in days:
        new, due = sitting.store.done_on(["test"], day)
        assert new <= 3
        assert due <= 5


@settings(max_examples=40)
@given(st.lists(st.booleans(), max_size=60))
def test_a_session_ends_once_cards_are_remembered(forgotten):
    """However often cards are forgotten first: then three good answers a card are enough."""
    sitting, now, answers = session(), NOW, iter(forgotten)
    for _ in range(len(forgotten) + 3 * 2 * len(TITLES)):
        if sitting.current is None:
            break
        sitting.rate(1 if next(answers, False) else 3, now)
        now += timedelta(seconds=5)
    assert sitting.current is None
    assert sitting.progress(now).left == 0


def test_a_failed_card_comes_back_within_the_session():
    sitting = session()
    first = sitting.current
    assert first is not None
    sitting.rate(1, NOW)
    seen = []
    while sitting.current is not None:
        seen.append(sitting.current.card)
        sitting.rate(4, NOW)
    assert first.card in seen


def test_due_cards_come_before_new_ones():
    store = Store(":memory:")
    for _ in range(2):
        store.append(record(of=card("hazel"), now=NOW - timedelta(days=30), rating=4))
    dealt = session(store).current
    assert dealt is not None
    assert dealt.card == card("hazel")


def test_two_cards_of_a_term_do_not_become_new_on_one_day():
    sitting, now = session(new_per_day=100), NOW
    while sitting.current is not None:
        assert sitting.current.card.kind == "meaning"
        sitting.rate(4, now)
    tomorrow = NOW + timedelta(days=1)
    dealt = session(sitting.store, now=tomorrow, new_per_day=100).current
    assert dealt is not None
    assert dealt.card.kind == "name"


def test_terms_easily_confused_are_kept_apart():
    glossary = Glossary(
        [
            entry("Acid Rain", "Acorn"),
            entry("Acid Rains"),
            entry("Acorn"),
            *(entry(title) for title in TITLES),
        ]
    )
    sitting, order = session(glossary=glossary, new_per_day=20), []
    while sitting.current is not None:
        order.append(sitting.current.card.entry)
        sitting.rate(4, NOW)
    places = [order.index(each) for each in ("acid-rain", "acid-rains", "acorn")]
    first, *others = places
    assert all(abs(first - other) > 5 for other in others)


def test_a_card_answered_elsewhere_is_not_asked_again():
    store = Store(":memory:")
    one, other = session(store), session(store)
    for _ in range(4):
        one.rate(4, NOW)
    answered = {each.turn.card for each in one.done}
    other.rate(4, NOW)
    assert other.current is not None
    assert other.current.card not in answered


def test_cram_goes_through_everything_and_leaves_the_schedule_alone():
    store = Store(":memory:")
    sitting = session(store, cram=True, new_per_day=0, kinds=("meaning",))
    seen = []
    while sitting.current is not None:
        assert {choice.text for choice in sitting.choices(NOW)} == {""}
        entry_id = sitting.current.card.entry
        seen.append(entry_id)
        sitting.rate(1 if seen.count(entry_id) == 1 and entry_id == "apple" else 3, NOW)
    assert sorted(seen) == sorted([*(title.lower() for title in TITLES), "apple"])
    assert store.records() == []
    assert sitting.undo(NOW) is not None
    assert sitting.current is not None


def test_suspended_until_resumed():
    sitting = session()
    assert sitting.current is not None
    suspended = sitting.current.card
    sitting.suspend(NOW)
    again = session(sitting.store)
    assert again.current is not None
    assert again.current.card != suspended
    again.resume(suspended, NOW)
    resumed = session(sitting.store).current
    assert resumed is not None
    assert resumed.card == suspended


def test_buried_until_tomorrow():
    sitting = session()
    assert sitting.current is not None
    buried = sitting.current.card
    sitting.bury(NOW)
    today, tomorrow = session(sitting.store).current, NOW + timedelta(days=1)
    assert today is not None
    assert today.card != buried
    dealt = session(sitting.store, now=tomorrow).current
    assert dealt is not None
    assert dealt.card == buried


def test_what_cannot_be_saved_leaves_the_card_on_the_table(tmp_path):
    sitting = session(Store(str(tmp_path / "study.db")))
    sitting.rate(3, NOW)
    dealt, done = sitting.current, list(sitting.done)
    sitting.store._connection.execute("PRAGMA query_only = ON")
    for do in (lambda: sitting.rate(3, NOW), lambda: sitting.bury(NOW), lambda: sitting.undo(NOW)):
        with pytest.raises(StudyUnavailable, match="may not be written"):
            do()
    assert (sitting.current, sitting.done) == (dealt, done)
    sitting.go_on_unsaved()
    sitting.rate(3, NOW)
    assert len(sitting.done) == 2
    assert sitting.undo(NOW)
    assert sitting.undo(NOW)
    with closing(sqlite3.connect(tmp_path / "study.db")) as saved:
        assert saved.execute("SELECT count(*) FROM log").fetchone() == (1,)


def test_an_edited_entry_is_asked_anew():
    sitting = session()
    edited = Glossary(entry(title, summary="Something else altogether.") for title in TITLES)
    before = sitting.current
    assert before is not None
    sitting.reload(asker(edited), NOW)
    assert sitting.current is not None
    assert sitting.current.card == before.card
    assert sitting.current.question.reveals[0].text == "Something else altogether."
    gone = Glossary([each for each in edited if each.id != before.card.entry])
    sitting.reload(asker(gone), NOW)
    assert sitting.current is not None
    assert sitting.current.card != before.card


def test_the_summary_says_what_was_learnt_and_hard_and_when_next():
    sitting, now = session(new_per_day=3), NOW
    order = []
    while sitting.current is not None:
        order.append(sitting.current.card.term)
        sitting.rate(1 if len(order) == 1 else 3, now)
        now += timedelta(seconds=10)
    summary = sitting.summary(now)
    assert summary.learnt == tuple(dict.fromkeys(order))
    assert summary.hard == ((order[0], 1),)
    assert (summary.cards, summary.answered, summary.right) == (3, len(order), len(order) - 1)
    assert summary.next_day > TODAY
    assert sum(summary.coming) == 3


def test_entries_without_the_needed_view_make_no_card():
    bare = entry("Bare")._replace(load=lambda _: ())
    sitting = session(glossary=Glossary([bare, entry("Apple")]))
    assert sitting.current is not None
    assert sitting.current.card.entry == "apple"
    sitting.rate(4, NOW)
    assert sitting.current is None
    assert Session(asker(), sitting.store, sitting.plan, NOW).plan is sitting.plan
    assert home(bare) == ("test", "bare")
