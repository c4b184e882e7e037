"""What the charts draw."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from unit.study.conftest import card

from glossary_tui.study.history import Standing
from glossary_tui.study.scheduler import Memory
from glossary_tui.study.statistics import (
    FORECAST,
    LEECH,
    TERM_STATES,
    YEAR,
    forecast,
    hardest,
    levels,
    retention,
    statistics_of,
    term_state,
)
from glossary_tui.study.store import Review

TODAY = 740_000
REVIEWS = st.lists(
    st.builds(
        Review,
        st.sampled_from([card("apple"), card("apple", "name"), card("banjo")]),
        st.integers(TODAY - 500, TODAY),
        st.integers(1, 4),
        st.sampled_from(["new", "learning", "review", "relearning"]),
        st.integers(0, 9000),
    ),
    max_size=40,
).map(lambda found: sorted(found, key=lambda each: each.day))


def known(stability=5.0, due=TODAY + 3, lapses=0, *, suspended=False, steps=0, difficulty=5.0):
    memory = Memory("learning" if steps else "review", 0, stability, difficulty, TODAY, due, steps)
    return Standing(memory, suspended=suspended, lapses=lapses, reviews=3)


def review(rating, day=TODAY, was="review", of=None):
    return Review(of or card(), day, rating, was, 1000)


def test_only_the_first_answer_of_a_day_shows_what_was_remembered():
    reviews = [review(1), review(3, was="relearning"), review(3), review(4, TODAY - 3)]
    assert retention(reviews, TODAY, 7) == (7, 1, 2)
    assert retention(reviews, TODAY, 7).share == 0.5
    assert retention(reviews, TODAY, 1) == (1, 0, 1)
    assert retention([], TODAY, 0).share is None


def test_what_is_overdue_is_due_today():
    standings = [known(due=TODAY - 9), known(due=TODAY), known(due=TODAY + 2)]
    standings += [known(due=TODAY + FORECAST), known(suspended=True), Standing()]
    found = forecast(standings, TODAY)
    assert (found[0], found[2], sum(found), len(found)) == (2, 1, 3, FORECAST)


def test_a_term_is_known_as_far_as_the_least_known_of_its_cards():
    assert term_state([]) == "new"
    assert term_state([Standing()]) == "new"
    assert term_state([known(30), known(steps=5)]) == "learning"
    assert term_state([known(30), known(5), Standing()]) == "young"
    assert term_state([known(30), known(21)]) == "mature"
    assert term_state([Standing(suspended=True), Standing()]) == "suspended"
    assert term_state([known(30), known(5, suspended=True)]) == "mature"


def test_the_hardest_terms_are_those_forgotten_most_and_leeches_come_first():
    standings = {
        card("apple"): known(lapses=2),
        card("apple", "name"): known(lapses=LEECH - 1),
        card("banjo"): known(lapses=LEECH, difficulty=9.0),
        card("cedar"): known(),
    }
    found = hardest(standings)
    assert [(each.term.entry, each.lapses, each.is_leech) for each in found] == [
        ("banjo", LEECH, True),
        ("apple", LEECH + 1, False),
    ]


def test_days_in_a_row_end_today_or_yesterday():
    def streak(*days):
        reviews = [review(3, TODAY - day) for day in sorted(days, reverse=True)]
        return statistics_of(reviews, {}, {}, TODAY, 0.9).streak

    assert [streak(), streak(0), streak(1), streak(2), streak(0, 1, 2, 4), streak(1, 2)] == [
        0, 1, 1, 0, 3, 2,
    ]  # fmt: skip


@given(REVIEWS)
def test_the_figures_add_up(reviews):
    tags = {card("apple").term: ("fruit", "red"), card("banjo").term: ()}
    found = statistics_of(reviews, {card("apple"): known()}, tags, TODAY, 0.9)
    assert found.total == len(reviews)
    recent = [each for each in reviews if each.day > TODAY - YEAR]
    assert sum(day.reviews for day in found.days.values()) == len(recent)
    assert sum(day.forgotten for day in found.days.values()) == sum(
        each.rating == 1 for each in recent
    )
    assert [each.tag for each in found.tags] == ["", "fruit", "red"]
    assert [each.terms for each in found.tags] == [2, 1, 1]
    assert found.tags[0].counts[TERM_STATES.index("young")] == 1
    spans = [each.asked for each in found.retention]
    assert spans == sorted(spans)


@given(st.dictionaries(st.integers(0, 400), st.integers(0, 300), max_size=60))
def test_shades_keep_the_order_of_the_counts(counts):
    shades = levels(counts)
    assert set(shades) == set(counts)
    for day, count in counts.items():
        assert (shades[day] == 0) == (count == 0)
        assert 0 <= shades[day] <= 4
        assert all(shades[day] <= shades[other] for other in counts if counts[other] >= count)
