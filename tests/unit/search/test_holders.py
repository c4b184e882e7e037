"""Rows by their letters: what is asked for is never missed, and little else is given."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from glossary_tui.search.holders import Holders
from glossary_tui.text.distance import keeping_order, within

TEXT = st.text("abcehst019éß神经\ud800", max_size=9)
TEXTS = st.lists(TEXT, min_size=1, max_size=30)


def holders(texts):
    return Holders("\n".join(texts), len(texts))


@given(TEXTS, TEXT, st.integers(0, 3))
@example(["lora"], "morv", 2)
@example(["ba"], "ab", 1)
@example([""], "", 0)
def test_no_text_that_is_a_few_slips_away_is_missed(texts, text, most):
    rows = holders(texts).near(text, most)
    assert rows == sorted(rows)
    assert {row for row, _ in within(text, texts, most)} <= {*rows}


@given(TEXTS, TEXT, st.integers(0, 3))
def test_no_text_whose_beginning_is_a_few_slips_away_is_missed(texts, text, most):
    rows = holders(texts).near_begun(text, most, 0, len(texts))
    beginnings = [each[: len(text)] for each in texts]
    assert {row for row, _ in within(text, beginnings, most)} <= {*rows}


@given(TEXTS, st.text("abcehst019é神", max_size=4), st.data())
def test_the_rows_with_all_letters_are_those(texts, letters, data):
    first = data.draw(st.integers(0, len(texts)))
    last = data.draw(st.integers(first, len(texts)))
    found = holders(texts).holding(letters, first, last)
    assert found == [row for row in range(first, last) if {*letters} <= {*texts[row]}]


@given(TEXTS, TEXT)
def test_letters_are_kept_in_order_where_the_others_can_be_left_out(texts, letters):
    def keeps(text):
        left = iter(text)
        return all(letter in left for letter in letters)

    assert keeping_order(letters, texts) == [at for at, text in enumerate(texts) if keeps(text)]


def test_few_of_many_texts_are_left_to_be_compared():
    texts = [f"{a}{b}{c}" for a in "bcdfg" for b in ("an", "el", "ist", "or") for c in "kmpt"]
    assert holders(texts).near("bistk", 1) == [texts.index("bistk"), texts.index("bistm")] + [
        texts.index(text) for text in ("bistp", "bistt", "cistk", "distk", "fistk", "gistk")
    ]


def test_what_is_looked_at_ahead_is_looked_at_in_parts():
    few, many = holders(["ab", "cd"]), holders(["ab"] * 60_000)
    assert few.step()
    assert not few.step()
    assert sum(many.step() for _ in range(100)) == 36
