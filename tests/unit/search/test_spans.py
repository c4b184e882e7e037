"""Which letters are highlighted."""

from __future__ import annotations

import pytest

from glossary_tui.search.spans import Highlighter
from glossary_tui.text.fold import fold


def marked(shown, spans):
    """*shown* with brackets around its spans."""
    for start, end in reversed(spans):
        shown = f"{shown[:start]}[{shown[start:end]}]{shown[end:]}"
    return shown


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("beam", "[Beam] search"),
        ("beam sea", "[Beam] [sea]rch"),
        ("search beam", "[Beam] [search]"),
        ("search", "Beam [search]"),
        ("beams", "[Beam] search"),
        ("beamsearch", "[Beam] [search]"),
        ("seacrh", "Beam [sea]r[ch]"),
        ("bmsrch", "[B]ea[m] [s]ea[rch]"),
        ("ear", "Beam s[ear]ch"),
        ("zzz", "Beam search"),
    ],
)
def test_the_letters_that_were_meant_are_marked(query, expected):
    found = marked("Beam search", Highlighter(fold(query)).words("Beam search"))
    assert found == expected


def test_accents_and_punctuation_are_marked_with_their_letters():
    found = Highlighter("polya urns").words("The Po\u0301lya’s urn")
    assert marked("The Po\u0301lya’s urn", found) == "The [Po\u0301lya]’s [urn]"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("mcts", "[M]onte [C]arlo [T]ree [S]earch"),
        ("mct", "[M]onte [C]arlo [T]ree Search"),
        ("mctss", "[M]onte [C]arlo [T]ree [S]earch"),
    ],
)
def test_initials_mark_the_first_letters(query, expected):
    shown = "Monte Carlo Tree Search"
    assert marked(shown, Highlighter(query).initials(shown)) == expected


def test_an_acronym_that_the_title_carries_is_marked_there():
    shown = "Recurrent Network (RN)"
    assert marked(shown, Highlighter("rn").words(shown)) == "Recurrent Network ([RN])"
