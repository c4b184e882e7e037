"""The index of names."""

from __future__ import annotations

import marshal

import pytest

from glossary_tui.glossary import Glossary
from glossary_tui.search.columns import Columns


@pytest.fixture
def glossary(entry):
    return Glossary(
        [
            entry("Beam search"),
            entry("Recall (RC)", aliases=["Sensitivity"]),
            entry("Sequence to sequence learning"),
            entry("Non-max suppression"),
            entry("Pólya urn"),
        ]
    )


@pytest.fixture
def columns(glossary):
    return Columns(glossary)


def test_names_are_numbered_from_few_words_to_many(columns):
    sizes = [columns.size(name) for name in range(len(columns))]
    assert sizes == sorted(sizes)
    assert [columns.text(name) for name in range(3)] == ["rc", "recall", "sensitivity"]


def test_each_word_leads_to_the_names_that_hold_it(columns):
    for index, word in enumerate(columns.words):
        names = list(columns.names_with(index, index + 1))
        expected = [n for n in range(len(columns)) if word in columns.text(n).split()]
        assert sorted(set(names)) == expected


def test_a_word_is_found_by_its_text_and_nothing_else_is(columns):
    assert all(columns.word(word) == index for index, word in enumerate(columns.words))
    assert columns.word("bea") is None
    assert columns.word("zzz") is None


@pytest.mark.parametrize("letters", ["stsl", "ssl", "nms", "ns", "bs"])
def test_initials_count_small_words_and_hyphens_either_way(columns, letters):
    assert len(columns.initials.equal(letters)) > 0


def test_a_small_word_that_is_first_in_the_alphabet_is_left_out_too(entry):
    columns = Columns(Glossary([entry("Ring a Bell")]))
    assert columns.words[0] == "a"
    assert len(columns.initials.equal("rb")) == 1


def test_an_index_of_many_names_is_built_in_parts(entry):
    columns = Columns(Glossary([entry(f"Word{n % 7} n{n}") for n in range(20_000)]))
    first, last = columns.words_beginning("word3")
    assert sorted(columns.names_with(first, last)) == [
        name for name in range(len(columns)) if columns.text(name).startswith("word3 ")
    ]


def test_a_name_is_shown_as_its_author_wrote_it(columns, glossary):
    entries = glossary.entries
    written = {columns.written(entries[columns.entry[n]], n) for n in range(len(columns))}
    assert {"Recall (RC)", "Sensitivity", "Pólya urn"} <= written


def test_stored_columns_answer_as_built_ones_do(columns, glossary):
    stored = marshal.loads(marshal.dumps(columns.stored(glossary)))
    again = Columns.restored(stored, glossary)
    assert again is not None
    assert again.stored(glossary) == columns.stored(glossary)


@pytest.mark.parametrize("cut", [0, 1, 2, 5, -1])
def test_columns_that_are_cut_short_are_built_anew(columns, glossary, cut):
    assert Columns.restored(columns.stored(glossary)[:cut], glossary) is None


def test_columns_of_other_titles_are_built_anew(columns, glossary, entry):
    assert Columns.restored(columns.stored(glossary), Glossary([entry("Other")])) is None


@pytest.mark.parametrize("stored", [("x",) * 20, (1, 2, 3), ([],) * 16])
def test_foreign_columns_are_built_anew(stored, glossary):
    assert Columns.restored(stored, glossary) is None


def test_an_empty_glossary_has_an_empty_index():
    assert len(Columns(Glossary([]))) == 0
