"""The words of the bodies."""

from __future__ import annotations

import sqlite3

import pytest

from glossary_tui.search import fulltext
from glossary_tui.search.fulltext import FullText


@pytest.fixture
def index(entry):
    """Indexes texts and gives a function from words to the rows that hold them."""

    def make(*texts):
        full_text = FullText([entry(f"T{row}", text=text) for row, text in enumerate(texts)])
        while full_text.step(2):
            pass
        return full_text

    return make


def test_every_word_must_stand_in_the_body(index):
    assert index("alpha beta", "alpha", "beta").find(["alpha", "beta"]) == [0]


def test_a_word_is_found_in_any_number_and_spelling(index):
    full_text = index("neural networks", "a network", "the colour", "other")
    assert sorted(full_text.find(["network"])) == [0, 1]
    assert sorted(full_text.find(["networks"])) == [0, 1]
    assert full_text.find(["color"]) == [2]


def test_only_an_unfinished_word_of_three_letters_may_continue(index):
    full_text = index("regularization", "re", "other")
    assert full_text.find(["regul"]) == []
    assert full_text.find(["regul"], begun=True) == [0]
    assert full_text.find(["re"], begun=True) == [1]


def test_exact_words_follow_one_another(index):
    full_text = index("deep neural network", "network, deep and neural")
    assert full_text.find([], ["neural network"]) == [0]


def test_unwanted_words_leave_an_entry_out(index):
    assert index("alpha beta", "alpha gamma").find(["alpha"], (), ["bet"]) == [1]


def test_the_entry_that_says_it_more_often_is_first(index):
    full_text = index("filler words and alpha " * 3, "alpha alpha alpha", "beta", "gamma", "delta")
    assert full_text.find(["alpha"]) == [1, 0]


def test_of_many_answers_those_that_were_read_first_are_ordered(index):
    full_text = index("alpha and more", "beta", "alpha alpha", "alpha alone here", "alpha", "gamma")
    assert full_text.find(["alpha"], most=3) == [2, 0, 3]


def test_a_common_word_is_looked_for_among_the_first_texts_a_rare_one_among_all(index, monkeypatch):
    monkeypatch.setattr(fulltext, "_CENTRAL", 5)
    texts = [
        "alpha rare",
        "alpha",
        "alpha",
        "alpha beta",
        "beta",
        "alpha",
        "rare beta",
        "beta",
        "x",
    ]
    whole = index(*texts)
    monkeypatch.setattr(fulltext, "_MANY", 6)
    parted = index(*texts)
    asked: list[str] = []
    parted._database.set_trace_callback(asked.append)
    for word, tables in (("alpha", ["central"]), ("beta", ["central", "words"])):
        asked.clear()
        assert sorted(parted.find([word], most=3)) == sorted(whole.find([word], most=3))
        ranked = [statement for statement in asked if statement.startswith("select bm25")]
        assert [statement.split(" from ")[1].split()[0] for statement in ranked] == tables
    assert parted.find(["rare"], most=3) == [0, 6]
    assert parted.find(["nothing"], most=3) == []


def test_a_script_without_spaces_is_found_by_any_part(index):
    full_text = index("深度神经网络", "神的经")
    assert full_text.find(["神经"]) == [0]


def test_accents_and_case_do_not_matter(index):
    assert index("Die PÓLYA-Urne").find(["polya"]) == [0]


def test_what_has_been_read_is_found_before_the_rest_is(entry):
    full_text = FullText([entry("A", text="alpha"), entry("B", text="alpha")])
    assert full_text.find(["alpha"]) == []
    assert full_text.step(1)
    assert full_text.find(["alpha"]) == [0]
    assert not full_text.step(1)
    assert full_text.is_complete
    assert sorted(full_text.find(["alpha"])) == [0, 1]


def test_a_file_that_cannot_be_read_is_found_by_its_names(entry):
    full_text = FullText([entry("Alpha", text=None)])
    full_text.step(1)
    assert full_text.find(["alpha"]) == [0]
    assert full_text.text(0) == ""


def test_a_body_can_be_had_back(index):
    full_text = index("alpha **beta**")
    assert full_text.text(0) == "alpha beta"
    assert full_text.text(7) == ""


@pytest.mark.parametrize("words", [["*"], ['"'], ["("], ["and"], ["not", "or"], ["\0"], [""]])
def test_the_operators_of_sqlite_mean_nothing(index, words):
    assert index("alpha").find(words, begun=True) == []


@pytest.mark.parametrize("text", ["\0", "\ud800 alpha", "a" * 100_000, "\u0301"])
def test_any_body_can_be_indexed(index, text):
    assert index(text, "beta").find(["beta"]) == [1]


def test_a_full_disk_moves_the_index_into_memory(index, monkeypatch, entry):
    connect = sqlite3.connect

    def full(place, **options):
        if place == "":
            raise sqlite3.OperationalError("disk full")
        return connect(place, **options)

    monkeypatch.setattr(sqlite3, "connect", full)
    assert index("alpha").find(["alpha"]) == [0]


def test_without_fts5_nothing_is_found_and_nothing_fails(monkeypatch, entry):
    def missing(*_, **__):
        raise sqlite3.OperationalError("no such module: fts5")

    monkeypatch.setattr(sqlite3, "connect", missing)
    full_text = FullText([entry("A", text="alpha")])
    while full_text.step(1):
        pass
    assert full_text.find(["alpha"]) == []
    assert full_text.text(0) == ""
