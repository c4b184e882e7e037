"""Markdown as text that reads well without a renderer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.text.clean import clean, is_clean, width
from glossary_tui.text.plain import inline, plain_text
from glossary_tui.text.wrap import aligned, wrapped

MARKDOWN = """## Head ##

A *para* with **bold**, [a *link*](x%20y) and `c*d*e`
on two lines.\\
Hard.

- one
- two, which is long enough to be
  continued
  1. nested

| a | b |
|---|:-:|
| 漢字 | `x\\|y` |
| z | [q](r) |

> quoted

```py
def f(): return "**"
```
"""


def test_a_whole_text():
    assert (
        plain_text(MARKDOWN)
        == """Head

A para with bold, a link and c*d*e
on two lines.
Hard.

- one
- two, which is long enough to be
  continued
  1. nested

a     b
----  ---
漢字  x|y
z     q

> quoted

    def f(): return "**\""""
    )


def test_it_is_wrapped_to_the_columns_asked_for():
    text = plain_text(MARKDOWN, 24)
    assert "A para with bold, a link\nand c*d*e on two lines.\nHard.\n" in text
    assert "- two, which is long\n  enough to be continued\n  1. nested" in text
    assert 'def f(): return "**"' in text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("\\*not\\* \\<tag> a\\_b", "*not* <tag> a_b"),
        ("**a *b* c**", "a b c"),
        ("_a_ __b__ ~~c~~", "a b c"),
        ("[a [b] c](d) ![e](f)", "a [b] c e"),
        ("[w](<https://w.org/a_(b)>)", "w"),
        ("<https://w.org>", "https://w.org"),
        ("`` a`b `` `*c*`", "a`b *c*"),
        ("a &amp; b &#65; &nbsp;&bogus;", "a & b A \xa0&bogus;"),
        ("&#27;[31m", "[31m"),
        ("[bold red]x[/]", "[bold red]x[/]"),
        ("A\\[1\\].", "A[1]."),
    ],
)
def test_marks_within_a_line(markdown, text):
    assert inline(markdown) == text


def test_other_blocks():
    assert plain_text("A\n===\n\n***\n\n1) x\n2) y") == "A\n\n---\n\n1) x\n2) y"
    assert plain_text("~~~\n\na\n") == "\n    a\n"
    assert plain_text("> a\n> b", 20) == "> a b"
    assert plain_text("") == ""


pieces = st.lists(
    st.sampled_from((*"*_`[]()|\\<>#-~&! \n", "a", "漢", "```\n", "| - |\n", "1. ", "&amp;"))
)


@given(pieces.map("".join), st.integers(0, 40))
def test_any_text_stays_clean(markdown, columns):
    assert is_clean(plain_text(clean(markdown), columns))


@pytest.mark.parametrize(
    "markdown",
    ["_ a" + "`" * 50_000, "a|b\n|-" + " " * 50_000 + "x", "[" * 50_000 + "_"],
    ids=["backticks", "blanks", "brackets"],
)
def test_marks_without_end_are_text(markdown):
    assert plain_text(markdown).split() == markdown.split()


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("_a_ ``b` c `d`` e", "a b` c `d e"),
        ("_a_ ``b` c", "a ``b` c"),
        ("_a_ \\``b` c", "a `b c"),
        ("_a_ ` `` ` b", "a `` b"),
    ],
)
def test_code_ends_at_as_many_backticks_as_it_begins_with(markdown, text):
    assert plain_text(markdown) == text


@given(st.text("ab 漢é\u0301\u200d👩", max_size=60), st.integers(4, 20))
def test_no_row_is_wider_than_the_columns(text, columns):
    rows = wrapped(" ".join(text.split()), columns)
    assert all(width(row) <= columns for row in rows)
    assert "".join(rows).replace(" ", "") == "".join(text.split())


@given(
    st.lists(st.lists(st.text("a漢", max_size=4), min_size=1, max_size=3), min_size=1, max_size=4)
)
def test_the_columns_of_a_table_begin_below_one_another(rows):
    lines = aligned(rows).split("\n")
    assert len(lines) == len(rows) + 1
    assert all(width(line) <= width(lines[1]) for line in lines)
