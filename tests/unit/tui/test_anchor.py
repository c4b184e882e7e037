"""A place in a text is the same place at any width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.tui.markdown import lay_out, parse
from glossary_tui.tui.markdown.anchor import anchor_of, line_at

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=40)
PARAGRAPHS = st.lists(WORDS.map(" ".join), min_size=1, max_size=6).map("\n\n".join)
WIDTHS = st.integers(4, 60)


def lines_of(text, width):
    return lay_out(parse(text), width).lines


def letters(line):
    return "".join(piece.text for piece in line).replace(" ", "")


@given(PARAGRAPHS, WIDTHS, st.data())
def test_at_the_same_width_it_is_the_same_line(text, width, data):
    lines = lines_of(text, width)
    line = data.draw(st.integers(0, len(lines) - 1))
    assert line_at(lines, anchor_of(lines, line), line) == line


@given(PARAGRAPHS, WIDTHS, WIDTHS, st.data())
def test_at_another_width_the_line_holds_the_first_letter_of_the_old_one(text, one, two, data):
    before, after = lines_of(text, one), lines_of(text, two)
    line = data.draw(st.integers(0, len(before) - 1).filter(lambda n: letters(before[n])))
    anchor = anchor_of(before, line)
    found = line_at(after, anchor, line)
    assert anchor_of(after, found) <= anchor < anchor_of(after, found + 1)


def test_what_is_drawn_only_to_fill_the_width_does_not_count():
    text = "one two three\n\n---\n\n> four five six\n\nseven"
    narrow, wide = lines_of(text, 10), lines_of(text, 40)
    last = len(narrow) - 1
    assert line_at(wide, anchor_of(narrow, last), last) == len(wide) - 1


def test_past_the_end_is_the_last_line():
    assert line_at(lines_of("one\n\ntwo", 20), 1000, 7) == 2


def test_an_empty_text_has_one_place():
    assert line_at((), 5, 3) == 0
