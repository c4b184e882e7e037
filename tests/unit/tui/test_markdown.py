"""Markdown on lines: what is drawn, within which width, and where its links stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.tui.markdown import lay_out, parse
from glossary_tui.tui.markdown.highlight import highlighted
from glossary_tui.tui.markdown.library import with_markdown_it
from glossary_tui.tui.markdown.quick import quick_paragraphs
from glossary_tui.tui.markdown.rewrite import runs_of


def drawn(text, width=40):
    layout = lay_out(parse(text), width)
    return ["".join(piece.text for piece in line).rstrip() for line in layout.lines]


def styles(text, word):
    for line in lay_out(parse(text), 60).lines:
        for piece in line:
            if word in piece.text:
                return piece.styles
    raise AssertionError(word)


def test_paragraphs_wrap_and_stand_apart():
    assert drawn("one two three\nfour\n\nfive", 9) == ["one two", "three", "four", "", "five"]


@pytest.mark.parametrize(
    ("text", "word", "style"),
    [
        ("a **bold** word", "bold", "strong"),
        ("an *inclined* word", "inclined", "emphasis"),
        ("some `code` here", "code", "code"),
        ("~~gone~~", "gone", "strike"),
        ("## A heading", "A heading", "heading"),
        ("<b>bold</b> by tag", "bold", "strong"),
        ("press <kbd>q</kbd>", "q", "code"),
    ],
)
def test_styles(text, word, style):
    assert style in styles(text, word)


def test_lists_hang_behind_their_markers():
    assert drawn("- one two three\n- four\n  1. five\n  2. six", 12) == [
        "• one two", "  three", "• four", "  1. five", "  2. six",
    ]  # fmt: skip


def test_a_task_has_its_box_for_a_bullet():
    assert drawn("- [ ] to do\n- [X] **done**\n- plain\n- [x]tight\n- `[ ] code`") == [
        "[ ] to do", "[x] done", "  • plain", "  • [x]tight", "  • [ ] code",
    ]  # fmt: skip


def test_a_definition_stands_under_its_term():
    assert drawn("Lens\n: curved glass that\n  bends light\n: another\n\nafter: all", 16) == [
        "Lens", "  curved glass", "  that bends", "  light", "  another", "", "after: all",
    ]  # fmt: skip
    assert "strong" in styles("*Lens*\n: glass", "Lens")
    assert drawn(": alone") == ["  alone"]
    assert drawn("ratio 1\n:2") == ["ratio 1 :2"]


def test_footnotes_stand_under_a_rule_with_quiet_numbers():
    text = "Said\\[1\\] and \\[b\\].\n\n\\[1\\] One.\n\n\\[b\\] Two."
    assert drawn(text, 20) == [
        "Said[1] and [b].", "", "────────────────────", "", "[1] One.", "", "[b] Two.",
    ]  # fmt: skip
    assert styles(text, "[1]") == ("marker",)


def test_what_only_looks_like_a_footnote_stays():
    for text in ("\\[1\\] One.", "Said\\[1\\].\n\n\\[2\\] Two.", "Said.\n\n\\[1\\] One."):
        assert "─" not in "".join(drawn(text))


def test_a_list_that_starts_elsewhere_keeps_its_numbers():
    assert drawn("9. nine\n10. ten") == [" 9. nine", "10. ten"]


def test_a_quote_has_a_bar_on_every_line():
    assert drawn("> one two three four five", 12) == ["▎ one two", "▎ three four", "▎ five"]


def test_a_table_lines_up_and_wraps():
    text = "| name | count |\n|:--|--:|\n| apples | 3 |\n| a long name of pears | 12 |"
    assert drawn(text, 22) == [
        "name             count", "──────────────────────", "apples               3",
        "a long name of      12", "pears",
    ]  # fmt: skip


def test_short_columns_stay_whole_beside_a_long_one():
    text = "| kind | recall | what for |\n|:--|:--|:--|\n| exact | high | rare words and names of things |"
    assert drawn(text, 34) == [
        "kind   recall  what for", "──────────────────────────────────",
        "exact  high    rare words and", "               names of things",
    ]  # fmt: skip


def test_a_table_of_words_too_long_for_it_still_fits():
    text = "| a | b |\n|:--|:--|\n| incomprehensibilities | " + "x" * 40 + " |"
    assert all(len(line) <= 20 for line in drawn(text, 20))


def test_code_keeps_its_lines_and_is_coloured():
    layout = lay_out(parse("```python\ndef f():\n    return 1  # one\n```"), 30)
    text = ["".join(piece.text for piece in line).rstrip() for line in layout.lines]
    assert text == [" def f():", "     return 1  # one"]
    kinds = {style for line in layout.lines for piece in line for style in piece.styles}
    assert {"code-keyword", "code-comment", "code-name"} <= kinds


@pytest.mark.parametrize("language", ["console", "diff", "pycon", "psql", "iex", "sass", "yaml"])
@pytest.mark.parametrize("code", ["$ ls -A\nnotes", "- a\n+ b", ">>> 1\n1", "key: v", "\n\nx\n"])
def test_no_letter_of_the_code_is_lost(language, code):
    drawn = highlighted(code, language)
    assert "\n".join("".join(piece.text for piece in line) for line in drawn) == code


def test_keys_prompts_and_changes_have_a_colour():
    styles = {
        piece.text: piece.styles[1:]
        for language, code in [
            ("yaml", "kind: Pod"),
            ("console", "$ ls\nnotes"),
            ("diff", "- a\n+ b"),
        ]
        for line in highlighted(code, language)
        for piece in line
    }
    assert styles["kind"] == ("code-keyword",)
    assert styles["$ "] == styles["notes"] == ("code-comment",)
    assert (styles["- a"], styles["+ b"]) == (("code-number",), ("code-string",))


def test_an_unknown_language_is_plain_code():
    assert drawn("```nosuchlanguage\nx = 1\n```") == [" x = 1"]


def test_html_is_reduced_to_its_text():
    assert drawn("a<br>b H<sub>2</sub>O\n\n<div>\nkept &amp; plain\n</div>") == [
        "a", "b H2O", "", "kept & plain",
    ]  # fmt: skip


def test_links_know_where_they_stand():
    layout = lay_out(parse("See [a long link](target%20x) and [two](y)."), 12)
    assert [(link.target, link.text) for link in layout.links] == [
        ("target x", "a long link"), ("y", "two"),
    ]  # fmt: skip
    assert layout.links[0].regions == ((0, 4, 10), (1, 0, 4))
    for link in layout.links:
        assert all(0 <= start < end <= 12 for _, start, end in link.regions)


def test_a_link_of_several_styles_is_one_link():
    layout = lay_out(parse("[plain **bold** end](x)"), 40)
    assert [(link.text, link.regions) for link in layout.links] == [
        ("plain bold end", ((0, 0, 14),))
    ]


def test_a_link_without_anything_to_see_is_none():
    assert lay_out(parse("See [ ](x) and [ **two**](y)."), 40).links[0].text == "two"


def test_wide_letters_break_anywhere_but_not_before_closing_marks():
    lines = drawn("機械学習は、人工知能の一分野である。", 10)
    assert all(cell_len(line) <= 10 for line in lines)
    assert all(line[0] not in "、。" for line in lines)
    assert "".join(lines) == "機械学習は、人工知能の一分野である。"


def test_a_word_wider_than_the_line_is_broken():
    assert drawn("supercalifragilistic", 8) == ["supercal", "ifragili", "stic"]


@given(st.text(max_size=200), st.integers(1, 50))
def test_any_text_can_be_drawn_and_no_prose_is_too_wide(text, width):
    layout = lay_out(parse(text), width)
    for line in layout.lines:
        prose = not any("block" in piece.styles or "rule" in piece.styles for piece in line)
        if prose and "|" not in text:
            indent = 12 if set(text) & set(">-+*0123456789") else 0
            assert sum(cell_len(piece.text) for piece in line) <= max(width, 4) + 1 + indent


PLAIN = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs", "Po"]), max_size=30),
    max_size=6,
).map("\n".join)


@given(PLAIN)
def test_plain_paragraphs_are_parsed_as_the_library_parses_them(text):
    def words(blocks):
        return [" ".join("".join(span.text for span in run).split()) for run in runs_of(blocks)]

    assert words(parse(text)) == words(with_markdown_it(text))


MARKED = st.lists(
    st.sampled_from(
        (
            *(
                "word",
                "a",
                "Éa",
                "x2",
                "snake_case",
                "5",
                " ",
                " ",
                " ",
                " ",
                "\n",
                "\n\n",
                "  ",
                "\t",
            ),
            *(
                "*",
                "*",
                "**",
                "**",
                "***",
                "_",
                "__",
                "`",
                "``",
                "~",
                "~~",
                "|",
                "-",
                "#",
                ":",
                ">",
            ),
            *(
                "[text](target)",
                "[a b](../c-d.md#e)",
                "[b](https://example.org/x)",
                "[",
                "]",
                "(",
                ")",
            ),
            *(
                "<",
                "< ",
                "&",
                "& ",
                "&amp;",
                "!",
                "!",
                ".",
                ",",
                "“",
                "”",
                "(",
                ")",
                "\\",
                "\u00a0",
                "·",
            ),
            *("https://a.b", "@", "1.", "1", "+", "=", "⁻", "€", "\u3000", "[1] ", "[x]: y"),
        )
    ),
    max_size=14,
).map("".join)
"""Texts out of what means something in Markdown."""


@settings(max_examples=1_000)
@given(MARKED)
def test_whatever_is_parsed_quickly_is_what_the_library_makes_of_it(text):
    quick = quick_paragraphs(text)
    assert quick is None or quick == with_markdown_it(text)


@given(st.text(st.sampled_from("ab *_`[]()\n.!<&"), max_size=40))
def test_so_is_any_muddle_of_marks(text):
    quick = quick_paragraphs(text)
    assert quick is None or quick == with_markdown_it(text)


@pytest.mark.parametrize(
    "text",
    [
        "A* is what this entry explains. It has 2 * 3 stars.",
        "A *word*, a **strong one** and `code`, *with **both** in it*: done!",
        "A [link](other-term.md), *and [another](https://example.org/a-b)*.",
        "snake_case_names and _words_ stand\napart from __strong ones__.\n\nNext.",
        "R&D & x < 5, a ~ b; 50% @home https://example.org/x",
    ],
)
def test_common_marks_take_no_library(text):
    quick = quick_paragraphs(text)
    assert quick is not None
    assert quick == with_markdown_it(text)


def test_most_openings_of_the_bundled_entries_take_no_library():
    sections = [entry.sections[0].text for entry in read_entries([bundled_entries()]).entries]
    quick = sum(quick_paragraphs(text) is not None for text in sections)
    assert quick > 0.95 * len(sections)
    assert all(quick_paragraphs(text) in (None, with_markdown_it(text)) for text in sections)
