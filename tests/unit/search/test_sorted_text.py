"""A sorted column held as one string."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.search.sorted_text import SortedTexts

TEXTS = st.lists(st.text("abcé中", max_size=5), max_size=20)


@given(TEXTS, st.text("abcé中", max_size=3))
def test_a_prefix_finds_the_texts_that_begin_with_it(texts, prefix):
    column = SortedTexts(texts, range(len(texts)))
    expected = [number for number, text in enumerate(texts) if text.startswith(prefix)]
    assert sorted(column.beginning(prefix)) == expected


@given(TEXTS, st.text("abcé中", max_size=3))
def test_equal_finds_the_texts_that_are_the_same(texts, wanted):
    column = SortedTexts(texts, range(len(texts)))
    expected = [number for number, text in enumerate(texts) if text == wanted]
    assert sorted(column.equal(wanted)) == expected


@given(TEXTS)
def test_rows_are_the_texts_in_alphabetical_order(texts):
    column = SortedTexts(texts, range(len(texts)))
    assert [column[row] for row in range(len(column))] == sorted(texts)
    assert column.area(0, len(column)) == "\n".join(sorted(texts))


@given(TEXTS.filter(any))
def test_every_letter_leads_to_its_row(texts):
    column = SortedTexts(texts, range(len(texts)))
    for row in range(len(column)):
        if column[row]:
            assert column.row_at(column.starts[row]) == row


@given(TEXTS)
def test_a_stored_column_is_the_same_again(texts):
    column = SortedTexts(texts, range(len(texts)))
    again = SortedTexts.restored(*column.stored())
    assert again.stored() == column.stored()
