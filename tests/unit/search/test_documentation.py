"""The examples of docs/search.md are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glossary_tui.search.query import parse

TEXT = (Path(__file__).parents[3] / "docs" / "search.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \| ([A-Z][^|]*?) \|", TEXT, re.MULTILINE)
OPERATORS = re.findall(r"^\| `([^`]+)` \| [a-z]", TEXT, re.MULTILINE)


@pytest.mark.parametrize(("query", "title"), ROWS)
def test_each_example_finds_its_term_among_all_the_others(titles, query, title):
    assert titles(*[row[1] for row in ROWS], "Neural Network", "Transfer")(query)[0] == title


def test_there_are_examples():
    assert len(ROWS) >= 15


@pytest.mark.parametrize("operator", OPERATORS)
def test_each_operator_is_one(operator):
    query = parse(operator)
    assert query.has_filters or query.in_text


def test_every_reason_of_a_hit_is_named():
    for why in ("title", "alias", "acronym", "words", "typo", "letters", "text"):
        assert f"`{why}`" in TEXT
