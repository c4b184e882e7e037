"""Progress goes from machine to machine as a file."""

from __future__ import annotations

import json
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.study.conftest import card, record
from unit.study.test_store import LINES, written

from glossary_tui.errors import StudyFileInvalid
from glossary_tui.study.card import CardId
from glossary_tui.study.history import Record
from glossary_tui.study.store import Store
from glossary_tui.study.transfer import exported, imported

LOG = [record(rating=2), record("undo", undoes="x"), record("move", to_glossary="é")]


@given(LINES)
def test_what_is_exported_is_what_is_imported(lines):
    store = Store(":memory:")
    written(store, lines)
    text = exported(store.records())
    assert imported(text.splitlines(), "file") == store.records()


def test_every_field_is_kept():
    line = record(
        rating=4,
        retention=0.85,
        fuzz=-0.25,
        milliseconds=1234,
        fsrs="6.3.2",
        of=card("κ", "related"),
    )
    assert imported(exported([line, *LOG]).splitlines(), "file") == [line, *LOG]


@pytest.mark.parametrize("end", range(1, 4))
def test_a_file_that_is_cut_off_is_refused(end):
    text = "".join(exported(LOG).splitlines(keepends=True)[:end])
    with pytest.raises(StudyFileInvalid, match="ends too early"):
        imported(text.splitlines(), "file")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rating": 5}, "rating from 1 to 4"),
        ({"rating": True}, "wrong type"),
        ({"action": "burn"}, "no action burn"),
        ({"kind": "riddle"}, "no kind of card"),
        ({"day": 10**9}, "out of range"),
        ({"at": "yesterday"}, "wrong type"),
        ({"entry": None}, "wrong type"),
        ({"entry": "\ud800"}, "out of range"),
        ({"at": 10**18}, "out of range"),
        ({"milliseconds": 2**63}, "out of range"),
        ({"retention": 1e-300}, "a retention"),
    ],
)
def test_a_record_that_cannot_be_is_refused_with_its_line(change, said):
    head, line, *rest = exported(LOG).splitlines()
    text = [head, json.dumps(json.loads(line) | change), *rest]
    with pytest.raises(StudyFileInvalid, match=f"^file:2: .*{said}"):
        imported(text, "file")


@pytest.mark.parametrize(
    "line",
    ["", "[]", "{}", "nonsense", '{"format": "other"}', '{"format": "glossary-tui study log"}'],
)
def test_another_file_is_refused(line):
    with pytest.raises(StudyFileInvalid, match=r"^file:1: "):
        imported([line], "file")


def test_an_empty_file_is_refused():
    with pytest.raises(StudyFileInvalid):
        imported([], "file")


def test_a_newer_format_is_refused():
    head = json.dumps({"format": "glossary-tui study log", "version": 2, "records": 0})
    with pytest.raises(StudyFileInvalid, match="newer version"):
        imported([head], "file")


@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_file_is_read_or_refused(lines):
    with pytest.raises(StudyFileInvalid):
        imported(lines, "file")


ODD = st.sampled_from(
    (0, -1, 1, 4, 0.5, 1e-300, 0.9999, 10**16, 2**63, 1e308, True, None, "", "\0", "\ud800", "x")
)


@given(st.dictionaries(st.sampled_from(Record._fields[3:] + CardId._fields), ODD, max_size=2))
def test_what_is_not_refused_can_be_kept_and_derived(change):
    head, line, *rest = exported(LOG).splitlines()
    try:
        records = imported([head, json.dumps(json.loads(line) | change), *rest], "file")
    except StudyFileInvalid:
        return
    with closing(Store(":memory:")) as store:
        store.add(records)
        for glossary in store.glossaries():
            store.standings(glossary)
        assert {each.id for each in store.records()} == {each.id for each in records}
