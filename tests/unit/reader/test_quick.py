"""The quick way to read a file of the native format says what the reader of everything says."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.reader import file as reader_file
from glossary_tui.reader.body import Roles
from glossary_tui.reader.file import FileReader
from glossary_tui.reader.found import Found
from glossary_tui.reader.quick import quick_fields

NATIVE = """\
---
title: "Batch Normalization (BN)"
aliases: ["BatchNorm", "BN"]
tags: ["vision", "#layers"]
draft: false
type: "glossary"
layout: "entry"
references:
  - {title: "A paper: its title", authors: "Doe, Roe", year: 2015}
---

### Summary
It scales each channel – and shifts it.

### Related terms
Layer, Mean (average), Bayes' rule
"""
NAMES = (
    "A", "null", "True", " a", "a ", "a  b", "a/b", "C++", "x\x1b[31m", "\u202ex", "é", "漢字", "[x]",
    "a, b", "A*", "*b*", "and", "Batch Normalization (BN)", "~", "{{x}}", "a'", "\t", "x" * 301,
)  # fmt: skip
LINES = (
    "draft: false", "draft: true", 'type: "glossary"', 'layout: "entry"', 'layout: "redirect"',
    "references:", '  - {title: "x", year: 1}', '  - {title: "http://x.y"}', "  - {title: x}",
    "  - {", "related: [x]", "destination: a", "---", "", 'title: "Again"',
)  # fmt: skip
BODY = (
    "### Summary", "### Related terms", "### Related terms", "# Title", "text", "null", "A, B",
    "A, and B", "See [[x]].", "[a](b)", "http://x.y", "Related", "-------", "```", "~~~", "",
    "A (b), C", "- A", "a\x0bb", "\x9b", "{{< x >}}", "<a href=x>", "==x==", "[x]: y", "a \u2013 b",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return str(tmp_path_factory.mktemp("quick") / "some-term.md")


def readings(path, data):
    """What the file says by the quick way, and without it."""
    with open(path, "wb") as file:
        file.write(data)
    found = Found("some-term", path, "some-term")
    quick = FileReader().read(found)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader_file, "quick_fields", lambda *_: None)
        return quick, FileReader().read(found)


def listed(names):
    return ", ".join(f'"{name}"' for name in names)


names = st.lists(st.one_of(st.sampled_from(NAMES), st.text(max_size=6)), max_size=3)
headers = st.builds(
    lambda title, aliases, tags, lines: "\n".join(
        (f'title: "{title}"', f"aliases: [{listed(aliases)}]", f"tags: [{listed(tags)}]", *lines)
    ),
    st.sampled_from(NAMES),
    names,
    names,
    st.one_of(st.just(LINES[:1] + LINES[2:4]), st.lists(st.sampled_from(LINES), max_size=4)),
)
ENDS = (
    "", "\n", *[f"\n### Related terms\n{terms}\n" for terms in ("A, B", "A*, B", "A, *B*", "A, –")],
)  # fmt: skip
bodies = st.lists(st.sampled_from(BODY), max_size=6).map("\n".join)


def test_the_native_format_is_read_the_quick_way(path):
    quick, full = readings(path, NATIVE.encode())
    assert quick == full
    assert quick_fields(NATIVE.encode(), quick.found, Roles()) == quick.fields
    assert quick.fields is not None
    assert quick.fields[3:5] == (("BatchNorm", "BN"), ("vision", "layers"))
    assert quick.fields[6] == "Layer\nMean (average)\nBayes' rule"
    assert not quick.said


@given(headers, bodies, st.sampled_from(ENDS))
def test_both_ways_say_the_same(path, header, body, end):
    quick, full = readings(path, f"---\n{header}\n---\n{body}{end}".encode("utf-8", "replace"))
    assert quick == full


@given(
    st.integers(0, len(NATIVE) - 1), st.sampled_from(["", "\n", '"', "\\", "\r", "\x00", " [", "é"])
)
def test_a_letter_exchanged_makes_no_difference_between_the_two(path, at, letter):
    text = NATIVE[:at] + letter + NATIVE[at + 1 :]
    quick, full = readings(path, text.encode())
    assert quick == full


def test_every_bundled_entry_is_read_the_same(path):
    folder = os.path.join(os.path.dirname(__file__), *[os.pardir] * 3, "entries")
    ways = 0
    for name in sorted(os.listdir(folder)):
        if name.endswith(".md"):
            with open(os.path.join(folder, name), "rb") as file:
                data = file.read()
            quick, full = readings(path, data)
            assert quick == full
            ways += quick_fields(data, quick.found, Roles()) is not None
    assert ways > 100
