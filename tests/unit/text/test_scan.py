"""The scanner sees the headings and the code that markdown-it draws, at their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from glossary_tui.text.code import fences, spans
from glossary_tui.text.scan import (
    heading_lines,
    headings,
    is_external,
    link_destination,
    link_target,
    unquote,
)

LINES = (
    "# A", "## B ##", "   ### C", "#no", "####### no", "#", "Text", "===", "---", "```", "~~~~", "```py",
    "", "", "x `# y`", "\\# no", "# E # f", "   ==", "- item", "> quote", "    # code", "# C#",
)  # fmt: skip


def drawn(text):
    """Level and first line of every heading that markdown-it sees outside lists and quotations."""
    tokens = MarkdownIt().parse(text)
    return [
        (int(token.tag[1]), token.map[0])
        for token in tokens
        if token.type == "heading_open" and token.level == 0 and token.map
    ]


@given(st.lists(st.sampled_from(LINES), max_size=10))
def test_headings_are_those_that_are_drawn(lines):
    text = "\n\n".join(lines)
    closed = text.count("```") % 2 == 0 and text.count("~~~~") % 2 == 0
    text = text if closed else text.replace("```", "").replace("~~~~", "")
    seen = [(each.level, text.count("\n", 0, each.start)) for each in headings(text)]
    nested = [line for line in lines if line.startswith(("-", ">"))]
    assert seen == drawn(text) or nested or "    # code" in lines


@given(st.lists(st.sampled_from(LINES), max_size=10).map("\n".join), st.integers(0, 3))
def test_a_heading_spans_its_lines(text, skipped):
    start = 0
    for _ in range(skipped):
        start = text.find("\n", start) + 1
    for heading in headings(text, start):
        assert start <= heading.start < heading.end <= len(text)
        assert heading.start == 0 or text[heading.start - 1] == "\n"
        assert heading.end == len(text) or text[heading.end - 1] == "\n"
        assert heading.text in text[heading.start : heading.end]


def test_headings_of_both_styles():
    found = headings("A\n=\ntext\n\nB\n---\n# C {#c}\n")
    assert [(each.level, each.text) for each in found] == [(1, "A"), (2, "B"), (1, "C {#c}")]


def test_heading_lines_are_found_in_fences_too():
    text = "x\n# A\n```\n## B ##\n```\n- c\n---\n"
    assert heading_lines(text, 0, len(text)) == ["# A", "## B ##", "- c", "---"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("a `b` c", ["code"]),
        ("`` ` ``", ["code"]),
        ("a ` b", []),
        ("a `b\n\nc` d", []),
        ("a `b\n```\nc`\n```", ["fence"]),
        ("\\`a`", []),
        ("```\na\n```\n`b`", ["fence", "code"]),
        ("````\n```\n````", ["fence"]),
        ("~~~\n```\n~~~", ["fence"]),
        ("- ```\n  a\n  ```", ["fence"]),
        ("``` a`b", []),
        ("<!-- `a` --> `b`", ["comment", "code"]),
        ("`<!--` a -->", ["code"]),
        ("<!-- a", []),
        ("```\na", ["fence"]),
    ],
)
def test_code_and_comments(text, kinds):
    assert [span.kind for span in spans(text)] == kinds


def test_a_fence_that_never_closes_hides_no_heading():
    assert spans("```\n# A", unclosed=False) == []
    assert fences("```\n# A") == []
    assert len(headings("```\n# A")) == 1


@given(
    st.lists(st.sampled_from(("```", "~~~", "````", "`", "a", "\n", "<!--", "-->")), max_size=20)
)
def test_spans_stand_apart_and_in_order(pieces):
    text = "".join(pieces)
    for found in (spans(text), spans(text, unclosed=False), fences(text)):
        edges = [edge for span in found for edge in span[:2]]
        assert edges == sorted(edges)
        assert all(span.start < span.end <= len(text) for span in found)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Zs"))))
def test_a_target_comes_back_from_its_destination(target):
    destination = link_destination(target)
    assert destination.isascii()
    assert is_external(target) or link_target(destination) == target


def test_destinations_of_urls_keep_their_escapes():
    assert link_destination("https://a.b/c%20d?e=f#g") == "https://a.b/c%20d?e=f#g"
    assert link_destination("https://a.b/c_(d) e") == "<https://a.b/c_(d)%20e>"
    assert link_target("https://a.b/c%20d") == "https://a.b/c%20d"


def test_unquoting_lets_no_control_character_in():
    assert unquote("a%1b%5B31mb%0Ac%E2%80%AEd%FF") == "ab cd%FF"
