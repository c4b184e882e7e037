from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.paths import state_folder
from glossary_tui.user import state_file
from glossary_tui.user.marks import MOST_RECENT, Mark, Marks, rename_mark
from glossary_tui.user.state import load_state, remember

A, B, C = (Mark("bundled", each) for each in "abc")
ELSEWHERE = Mark("/wiki", "a")


def write(text):
    os.makedirs(state_folder(), exist_ok=True)
    with open(os.path.join(state_folder(), "state.json"), "w", encoding="utf-8") as file:
        file.write(text)


def read():
    with open(os.path.join(state_folder(), "state.json"), encoding="utf-8") as file:
        return json.load(file)


def test_nothing_is_remembered_at_first():
    assert load_state() == {}
    assert Marks().bookmarks == Marks().recent == ()


def test_settings_are_remembered_one_by_one():
    assert remember({"theme": "nord"})
    assert remember({"width": "90"})
    assert load_state() == {"theme": "nord", "width": "90"}
    assert read()["version"] == state_file.VERSION


def test_a_bookmark_is_set_and_removed_and_lasts():
    marks = Marks()
    assert marks.toggle(A)
    assert marks.toggle(ELSEWHERE)
    assert marks.toggle(B)
    assert Marks().bookmarks == (A, B, ELSEWHERE)
    assert Marks().is_bookmarked(B)
    assert marks.toggle(A)
    assert Marks().bookmarks == (B, ELSEWHERE)


def test_a_renamed_entry_keeps_its_bookmark_and_its_place_among_the_recent():
    marks = Marks()
    for each in ("bee", "wasp"):
        marks.toggle(Mark("team", each))
        marks.visit(Mark("team", each))
    marks.toggle(Mark("other", "bee"))
    marks.save()
    assert rename_mark(Mark("team", "bee"), "honey-bee")
    again = Marks()
    assert again.bookmarks == (
        Mark("team", "honey-bee"),
        Mark("team", "wasp"),
        Mark("other", "bee"),
    )
    assert again.recent == (Mark("team", "wasp"), Mark("team", "honey-bee"))


def test_a_rename_of_what_is_not_remembered_writes_nothing():
    assert rename_mark(Mark("team", "bee"), "honey-bee")
    assert not os.path.exists(state_folder())


def test_recent_terms_are_each_once_the_latest_first_and_last_once_saved():
    marks = Marks()
    for mark in (A, B, A, A, C, B):
        marks.visit(mark)
    assert marks.recent == (B, C, A)
    assert Marks().recent == ()
    assert marks.save()
    assert Marks().recent == (B, C, A)


def test_recent_terms_are_limited_in_each_glossary():
    marks = Marks()
    for number in range(MOST_RECENT + 20):
        marks.visit(Mark("bundled", str(number)))
    marks.visit(ELSEWHERE)
    marks.save()
    kept = Marks().recent
    assert len(kept) == MOST_RECENT + 1
    assert Mark("bundled", str(MOST_RECENT + 19)) in kept
    assert Mark("bundled", "0") not in kept


def test_two_programs_at_once_keep_each_others_bookmarks_and_recent_terms():
    one, other = Marks(), Marks()
    one.toggle(A)
    other.toggle(B)
    one.toggle(C)
    assert Marks().bookmarks == one.bookmarks == (A, B, C)
    one.visit(A)
    other.visit(B)
    one.save()
    other.save()
    assert Marks().recent == (B, A)


def test_programs_that_write_at_the_same_moment_lose_nothing():
    code = (
        "import sys\nfrom glossary_tui.user.marks import Mark, Marks\n"
        "marks = Marks()\n"
        "for number in range(8): assert marks.toggle(Mark('g', sys.argv[1] + str(number)))\n"
    )
    programs = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "xyz"]
    assert [program.wait(30) for program in programs] == [0, 0, 0]
    expected = {f"{name}{number}" for name in "xyz" for number in range(8)}
    assert {mark.entry_id for mark in Marks().bookmarks} == expected


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"version": "x"}', "[" * 100_000])
def test_a_broken_file_is_set_aside_and_not_written_over(text):
    write(text)
    assert load_state() == {}
    assert Marks().toggle(A)
    assert Marks().bookmarks == (A,)
    with open(os.path.join(state_folder(), "state.json.broken-1"), encoding="utf-8") as file:
        assert file.read() == text


def test_a_file_of_a_newer_program_is_left_alone():
    text = '{"version": 99, "bookmarks": "elsewhere"}'
    write(text)
    marks = Marks()
    assert not marks.toggle(A)
    assert marks.is_bookmarked(A)
    assert not marks.toggle(A)
    assert not marks.is_bookmarked(A)
    marks.visit(A)
    assert not marks.save()
    assert read() == json.loads(text)


def test_the_first_form_of_the_file_is_understood():
    write('{"theme": "glossary-light"}')
    assert load_state() == {"theme": "glossary-light"}
    Marks().toggle(A)
    assert load_state() == {"theme": "glossary-light"}


def test_a_folder_that_cannot_be_written_to_costs_no_error(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(state_file, "state_folder", lambda: str(tmp_path / "file" / "below"))
    assert not remember({"theme": "nord"})
    assert not Marks().toggle(A)


def test_a_lock_that_is_never_given_back_costs_no_error(monkeypatch):
    import fcntl

    monkeypatch.setattr(state_file, "_TRIES", 2)
    monkeypatch.setattr(state_file, "_BETWEEN_TRIES", 0)
    Marks().toggle(A)
    with open(os.path.join(state_folder(), "state.json.lock"), "ab") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert not Marks().toggle(B)
    assert Marks().bookmarks == (A,)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)
STATES = st.fixed_dictionaries(
    {},
    optional={
        "settings": JSON,
        "glossaries": JSON
        | st.dictionaries(
            st.just("bundled"), st.dictionaries(st.sampled_from(["bookmarks", "recent"]), JSON)
        ),
    },
)


@given(STATES)
def test_whatever_the_file_holds_is_no_error(state):
    write(json.dumps({"version": 1, **state}))
    marks = Marks()
    before = marks.is_bookmarked(A)
    assert marks.toggle(A)
    assert Marks().is_bookmarked(A) is not before
    assert isinstance(load_state(), dict)
