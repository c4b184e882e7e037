"""Nothing that a terminal takes for a command is left, and nothing else is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary_tui.text.clean import clean, clean_line, is_clean, is_unsafe, width

anything = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b\x7f\x80\x90\x9b\x9c\x9d\xad\u202e\u2066\ufeff\r\n\t[]0;m\\"),
    )
)


@given(anything)
def test_no_control_character_is_left(text):
    for letter in clean(text):
        assert unicodedata.category(letter) not in ("Cc", "Cs") or letter in "\n\t"
        assert unicodedata.bidirectional(letter) not in ("LRO", "RLO", "LRE", "RLE", "PDF", "LRI", "RLI", "FSI", "PDI")  # fmt: skip


@given(anything)
def test_cleaning_is_done_once(text):
    assert clean(clean(text)) == clean(text)
    assert is_clean(clean(text))
    assert clean_line(clean_line(text)) == clean_line(text)


@given(anything)
def test_clean_text_is_left_as_it_is(text):
    if not any(map(is_unsafe, text)):
        assert clean(text) == text


@given(anything)
def test_lines_keep_their_numbers(text):
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    assert clean(text).count("\n") == normal.count("\n")


@given(anything, st.integers(2, 20))
def test_a_line_is_one_line_and_no_longer_than_asked(text, limit):
    line = clean_line(text, limit)
    assert "\n" not in line
    assert line == line.strip()
    assert len(line) <= limit


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\x1b]8;;http://x\x1b\\b\x1b]8;;\x07c", "abc"),
        ("a\x1b]52;c;aGk=\x07b", "ab"),
        ("a\x9d0;t\x9cb", "ab"),
        ("a\x1bP1$rq\x1b\\b\x90x\x9cc", "abc"),
        ("a\x1bcb\x1b(Bc", "abc"),
        ("a\x1b]0;unfinished", "a0;unfinished"),
        ("a\x1b]0;x\nb\x07", "a0;x\nb"),
        ("a\r\nb\rc\td\x0be", "a\nb\nc\td e"),
        ("\u202eabc\u2066d\u2069", "abcd"),
        ("\ufeffa\xadb\u2028c", "ab c"),
        ("a\ud800b", "a\ufffdb"),
        ("می\u200cخواهم \u200f👩\u200d💻 e\u0301", "می\u200cخواهم \u200f👩\u200d💻 e\u0301"),
    ],
)
def test_sequences_go_and_text_stays(text, left):
    assert clean(text) == left


def test_a_line_loses_what_has_no_width_to_break_at():
    assert clean_line(" a\u200bb \n c ") == "ab c"
    assert clean_line("abcdef", 4) == "abc…"


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("漢字", 4), ("ｆｕｌｌ", 8), ("e\u0301", 1), ("", 0), ("👩\u200d💻", 2), ("שלום", 4), ("각", 2),
     ("한", 2), ("a\u200bb", 2)],
)  # fmt: skip
def test_width_in_columns(text, columns):
    assert width(text) == columns


@given(
    st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd", "Po", "Zs"), max_codepoint=0xABFF))
)
def test_letters_are_as_wide_as_rich_draws_them(text):
    assert width(text) == cell_len(text)
