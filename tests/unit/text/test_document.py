"""A text of the person's own, made ready to be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.text.document import MOST_LETTERS, as_markdown, document
from glossary_tui.tui.markdown import lay_out, parse


def drawn(markdown, width=80):
    lines = lay_out(parse(markdown), width).lines
    return ["".join(piece.text for piece in line).replace("\xa0", " ") for line in lines]


def test_running_text_is_wrapped_anew_and_columns_are_kept():
    text = (
        "A text whose lines were broken by hand at some forty letters,\n"
        "or so, can be wrapped anew.\n"
        "\n"
        "    model     top-1\n"
        "    ResNet    76.1\n"
        "\n"
        "short\n"
        "lines\n"
    )
    assert drawn(as_markdown(text), 200) == [
        "A text whose lines were broken by hand at some forty letters, or so, can be wrapped anew.",
        "",
        "    model     top-1",
        "    ResNet    76.1",
        "",
        "short",
        "lines",
    ]


def test_a_man_page_has_headings_and_no_overstrikes():
    text = "N\bNA\bAM\bME\bE\n       tar - an _\ba_\br_\bc_\bh_\bi_\bv_\be utility\n"
    man = document("tar.1", text)
    assert man.markdown.startswith("### NAME\n\n")
    assert drawn(man.markdown) == ["NAME", "", "       tar - an archive utility"]


def test_justified_lines_and_divided_words_are_put_together():
    text = "       This  manpage is a short description of it.  For a detailed discus\u2010\n"
    text += "       sion, including  examples, refer to the manual.\n"
    (line,) = drawn(as_markdown(text), 200)
    assert line.startswith("This manpage is a short description of it. For a detailed discussion,")
    assert line.endswith(" including examples, refer to the manual.")


@pytest.mark.parametrize(
    "text",
    [
        "# no heading",
        "1. no list",
        "12) no list",
        "- no list",
        "+ no list",
        "=====",
        "> no quote",
        "*no* _emphasis_ `no code` ~~no strike~~",
        "[no](link) ![no](picture) <b>no html</b> &amp;",
        "| no | table |",
        "a\\b",
        "***",
        "https://example.org/a_b_c",
    ],
)
def test_nothing_in_a_plain_text_is_markup(text):
    assert drawn(as_markdown(text)) == [text]


LETTERS = st.text(
    st.one_of(
        st.sampled_from("\n\n  .,-+#*_`[]()<>&!|~=:\\'\"0123456789aZé漢"),
        st.characters(categories=["L", "N", "P", "S"]),
    ),
    max_size=120,
)


@given(LETTERS)
def test_every_letter_of_a_plain_text_is_shown(text):
    shown = "".join(drawn(as_markdown(text), 500))
    assert "".join(shown.split()) == "".join(text.split())


def test_a_markdown_file_keeps_its_markup_and_loses_its_front_matter():
    read = document("a/README.md", "---\ntitle: x\n---\n# Head\n\nA *word*.\r\n")
    assert (read.name, read.path) == ("README.md", "a/README.md")
    assert drawn(read.markdown) == ["Head", "", "A word."]


def test_nothing_hostile_is_left():
    read = document("a\x1b[2J.txt", "red \x1b[31mtext\x1b]52;c;eA==\x07 \u202egone\x00\ttab")
    assert "\x1b" not in read.name
    assert read.markdown.replace("&nbsp;", " ").split() == ["red", "text", "gone", "tab"]


def test_a_huge_text_is_cut_and_says_so():
    read = document("log.txt", "a line of words\n" * 100_000)
    assert len(read.markdown) < MOST_LETTERS * 1.2
    assert "goes on" in read.markdown
    assert "goes on" not in document("log.txt", "a line of words\n" * 10).markdown
