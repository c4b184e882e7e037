"""Entries that are made when they are asked for are the entries that were packed."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.names import NameIndex, Stems, hashed, name_key
from glossary_tui.glossary.records import Chosen, Records
from glossary_tui.model import Entry, Link
from glossary_tui.model.fields import packed, unpacked
from glossary_tui.text.path import path_of


def load(_):
    return ()


words = st.text(min_size=1, max_size=8)
links = st.builds(
    Link, words, words, st.sampled_from(["related", "key", "text"]), st.integers(1, 9)
)
entries = st.builds(
    Entry,
    words,
    words,
    words,
    st.just(load),
    st.lists(words, max_size=2).map(tuple),
    st.lists(words, max_size=2).map(tuple),
    st.lists(links, max_size=3).map(tuple),
    st.lists(words, max_size=2).map(tuple),
)


@given(entries)
def test_an_entry_survives_being_written(entry):
    assert unpacked(marshal.loads(marshal.dumps(packed(entry))), load) == entry


def test_records_are_a_sequence():
    made = [Entry(f"e{number}", f"E{number}", "", load) for number in range(5)]
    records = Records(5, made.__getitem__)
    assert list(records) == made
    assert list(reversed(records)) == made[::-1]
    assert records[-1] == made[-1]
    assert list(records[1:4]) == made[1:4]
    assert list(records[1:4][1:]) == made[2:4]
    assert made[2] in records
    assert list(records[::-1]) == made[::-1]
    assert list(records[:]) == list(records[0:9]) == made
    assert list(Chosen(records, [3, 0])) == [made[3], made[0]]
    for index in (5, -6):
        with pytest.raises(IndexError):
            records[index]


def test_all_records_are_made_in_one_go_where_that_costs_less():
    made = [Entry(f"e{number}", f"E{number}", "", load) for number in range(5)]
    records = Records(5, made.__getitem__, lambda: iter(made[::-1]))
    assert list(records) == list(records[:]) == made[::-1]
    assert list(records[1:]) == made[1:]
    empty = Records(0, made.__getitem__, lambda: iter(()))
    assert list(empty) == list(empty[:]) == []


@given(st.lists(entries, max_size=8, unique_by=lambda entry: entry.id))
def test_every_name_and_id_leads_to_its_entry(listed):
    glossary = Glossary(listed)
    for position, entry in enumerate(glossary.entries):
        assert glossary.position(entry) == position
        assert glossary.by_id(entry.id) == entry
        found = glossary.candidates(entry.id)
        assert entry in found or path_of(entry.id) != entry.id


def test_many_entries_of_one_name_are_all_found():
    made = [Entry(f"e{number}", "Layer", "", load) for number in range(40)]
    assert len(Glossary(made).candidates("layers")) == 40
    index = NameIndex.of(made)
    assert list(index.hashes) == sorted(index.hashes)


def test_a_hash_is_the_same_tomorrow():
    assert [hashed(""), hashed("a"), hashed("abcdefgh")] == [0, 4077199424, 1352277639]


def test_the_mark_of_a_glossary_tells_other_names():
    one = Glossary([Entry("a", "A", "", load, ("x",))])
    same = Glossary([Entry("a", "A", "elsewhere", load, ("x",))])
    other = Glossary([Entry("a", "A", "", load, ("y",))])
    assert one.mark == same.mark != other.mark


def test_tags_lead_to_positions():
    glossary = Glossary(
        [Entry("b", "B", "", load, (), ("t",)), Entry("a", "A", "", load, (), ("t",))]
    )
    assert {tag: list(found) for tag, found in glossary.tagged.items()} == {"t": [0, 1]}


@given(st.lists(st.lists(st.sampled_from(["bees", "policies", "e", "corpora", "x"])), max_size=4))
def test_a_key_is_made_of_those_of_its_words(names):
    stems = Stems()
    for words in names:
        folded = " ".join(words)
        assert stems.key_of(folded) == name_key(folded)
