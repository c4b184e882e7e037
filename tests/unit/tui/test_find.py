"""Finding within a text: what is found, where it is marked, and walking through it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.tui.finder import Finder
from glossary_tui.tui.markdown import lay_out, parse
from glossary_tui.tui.markdown.find import find


def marked(text, query, width=40):
    """What is drawn of each match, a line's part after the other."""
    found = find(parse(text), query)
    layout = lay_out(found.blocks, width)
    shown: list[str] = [""] * found.matches
    for line in layout.lines:
        for piece in line:
            if piece.mark >= 0:
                shown[piece.mark] += piece.text
    assert len(layout.marks) == found.matches
    return shown


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("A net, a Net and a NET.", "net", ["net", "Net", "NET"]),
        ("naïve Bayes", "naive", ["naïve"]),
        ("naive Bayes", "NAÏVE", ["naive"]),
        ("cafe\u0301s", "cafe", ["cafe\u0301"]),
        ("the model’s word", "model's", ["model’s"]),
        ("1990–2000", "1990-2000", ["1990–2000"]),
        ("Straße", "strasse", ["Straße"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("two\nlines", "two  lines", ["two lines"]),
        ("nothing here", "zebra", []),
        ("anything", "  ", []),
        ("機械学習は", "学習", ["学習"]),
    ],
)
def test_what_is_found(text, query, expected):
    assert marked(text, query) == expected


def test_a_match_may_cross_styles_links_and_lines():
    assert marked("a **neural** [net work](x) here", "neural net", 10) == ["neuralnet"]


def test_matches_are_numbered_in_reading_order_through_every_kind_of_block():
    text = (
        "# one\n\n- one\n\n> one\n\n| one | b |\n|---|---|\n| c | one |\n\n```\nx = one\n```\n\none"
    )
    assert marked(text, "one") == ["one"] * 7


def test_a_match_in_code_may_go_over_the_end_of_a_line():
    assert marked("```python\nif x:\n    y\n```", "x: y") == []
    assert marked("```python\ndef f(x): return x\n```", "(x): ret") == ["(x): ret"]


def test_marks_change_nothing_about_the_lines():
    text = "Some words that wrap and wrap, `code` too, and [a link](x) at the end."
    plain = lay_out(parse(text), 20)
    lit = lay_out(find(parse(text), "w").blocks, 20)

    def words(layout):
        return ["".join(piece.text for piece in line) for line in layout.lines]

    assert words(plain) == words(lit)
    assert plain.links == lit.links


@given(st.text("aäß Aß\u0301x", max_size=30), st.text("aäßxs", min_size=1, max_size=3))
def test_every_match_reads_like_the_query(text, query):
    for shown in marked(f"x{text}", query, 200):
        assert find(parse(shown), query).matches >= 1


COUNTS = st.lists(st.integers(0, 4), max_size=5)


@given(COUNTS, st.integers(0, 5), st.integers(0, 5))
def test_a_step_there_and_back_is_none(counts, view, index):
    finder = Finder(counts)
    here = finder.seek(view, index)
    finder.step(1)
    assert finder.step(-1) == here


@given(COUNTS)
def test_walking_meets_every_match_once_in_order_and_comes_round(counts):
    finder = Finder(counts)
    every = [(view, index) for view, count in enumerate(counts) for index in range(count)]
    met = [finder.step(1) for _ in every]
    assert met == every
    assert finder.step(1) == (every[0] if every else None)
    assert len(finder) == len(every)


@given(COUNTS, st.integers(0, 5), st.integers(0, 5))
def test_seeking_finds_the_next_at_or_after_the_reader(counts, view, index):
    finder = Finder(counts)
    every = [(v, i) for v, count in enumerate(counts) for i in range(count)]
    later = [match for match in every if match >= (view, index)]
    expected = next(iter(later or every), None)
    assert finder.seek(view, index) == finder.current == expected
    assert finder.number == (every.index(expected) + 1 if expected else 0)


def test_the_first_step_back_is_to_the_last_match():
    assert Finder([1, 2]).step(-1) == (1, 1)
