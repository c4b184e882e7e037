"""The search as a whole: what it says of its hits, and what holds for any text."""

from __future__ import annotations

import marshal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry, Section
from glossary_tui.search import Searcher
from glossary_tui.text.fold import fold

HOSTILE = st.text(
    st.one_of(
        st.sampled_from("ab cd-_'\"!^/:()[]+#\n\t\0éß中\u0301\u200d\u0627\ud800"),
        st.characters(),
    ),
    max_size=12,
)


def read(entry):
    return (Section("summary", "", entry.title, 1),)


def search(titles, query, limit=50):
    entries = [Entry(str(at), title, "", read, (title[::-1],)) for at, title in enumerate(titles)]
    return Searcher(Glossary(entries)).search(query, limit)


@given(st.lists(HOSTILE, max_size=6), HOSTILE)
@example(["\n", "a\nb", "! \n !"], "! \n !")
@example([""], "")
@example(["a" * 10_000, "b " * 5_000], "a " * 5_000)
@example(["a" * 10_000], "a" * 10_000)
@example(["é" * 10_000], "/" + "e" * 10_000)
@example(["ab"], "'" * 10_000)
@example(["ab"], "!" + "b " * 5_000)
def test_searching_never_fails_and_marks_only_letters_that_are_there(titles, query):
    for hit in search(titles, query):
        assert 0 < hit.score <= 1
        edges = [edge for span in hit.spans for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= start < end <= len(hit.shown) for start, end in hit.spans)


@given(st.lists(HOSTILE.filter(fold), min_size=1, max_size=6), st.data())
def test_an_exact_title_is_among_the_titles_that_fold_alike_at_the_top(titles, data):
    title = data.draw(st.sampled_from(titles))
    if title.strip()[:1] in set("'\"‘“«!^/") or "tag:" in title.lower() or not title.strip():
        return
    if any(word[:1] in set("'\"‘“«!^") for word in title.split()):
        return
    best = search(titles, title)[0]
    names = {fold(best.entry.title), fold(best.entry.aliases[0])}
    assert fold(title) in names or fold(title).replace(" ", "") in {
        name.replace(" ", "") for name in names
    }


@given(st.lists(HOSTILE, max_size=6), HOSTILE, st.integers(0, 4))
def test_a_limit_cuts_the_answers_and_changes_nothing_else(titles, query, limit):
    assert search(titles, query, limit) == search(titles, query, None)[:limit]


@given(st.lists(HOSTILE, max_size=6), st.one_of(HOSTILE, st.text("abé -", max_size=9)))
def test_what_was_typed_before_and_made_ahead_changes_no_answer(titles, query):
    entries = [Entry(str(at), title, "", read, (title[::-1],)) for at, title in enumerate(titles)]
    ready = Searcher(Glossary(entries))
    while not ready.is_ready:
        ready.step()
    for end in range(1, len(query) + 1):
        assert ready.search(query[:end]) == Searcher(Glossary(entries)).search(query[:end])


@pytest.mark.parametrize("query", ["", "   ", "\n"])
def test_an_empty_query_has_no_answer(searcher, query):
    assert searcher("A", "B").search(query) == []


@pytest.mark.parametrize(
    ("query", "why", "shown"),
    [
        ("recall rate", "title", "Recall rate (RR)"),
        ("rr", "acronym", "Recall rate (RR)"),
        ("sensitivity", "alias", "Sensitivity"),
        ("tpr", "acronym", "True positive rate"),
        ("rate recall", "words", "Recall rate (RR)"),
        ("recal rtae", "typo", "Recall rate (RR)"),
        ("rcllrt", "letters", "Recall rate (RR)"),
        ("/fraction", "text", "The fraction of positives."),
    ],
)
def test_a_hit_says_why_it_is_there_and_shows_what_answered(searcher, entry, query, why, shown):
    aliases = ["Sensitivity", "True positive rate"]
    found = searcher(
        entry("Recall rate (RR)", aliases=aliases, text="Text.\nThe fraction of positives."),
        "Precision",
    )
    hit = found.search(query)[0]
    assert (hit.why, hit.shown) == (why, shown)
    assert hit.spans


def test_only_an_exact_title_scores_one(searcher):
    found = searcher("Recall", "Recall rate").search("recall")
    assert [hit.score == 1 for hit in found] == [True, False]
    assert found[0].score > found[1].score


def test_hits_are_made_when_they_are_looked_at(searcher):
    hits = searcher("Recall", "Recall rate").find("recall")
    assert len(hits) == 2
    assert hits[0].entry.title == "Recall"
    assert hits[-1].entry.title == "Recall rate"
    with pytest.raises(IndexError):
        hits[2]


def test_an_index_that_was_stored_finds_the_same(searcher, entry):
    built = searcher("Recall", entry("Precision", aliases=["PPV"]))
    stored = marshal.loads(marshal.dumps(built.stored()))
    again = Searcher(built._glossary, lambda: stored)
    assert again.search("ppv") == built.search("ppv") != []


def test_a_stored_index_of_something_else_is_not_used(searcher):
    stored = searcher("Other").stored()
    assert Searcher(Glossary(searcher("Recall")._glossary), lambda: stored).search("recall")


def test_steps_prepare_the_names_first_and_the_bodies_after(searcher, entry):
    found = searcher(*[entry(f"T{row}", text="alpha") for row in range(9)])
    states = []
    while found.step(2):
        states.append((found.is_ready, found.is_text_ready))
    assert states[0] == (False, False)
    assert (True, False) in states
    assert found.is_text_ready
    assert len(found.search("/alpha")) == 9


def test_a_query_of_the_bodies_is_answered_in_part_before_all_are_read(searcher, entry):
    found = searcher(*[entry(f"T{row}", text="alpha") for row in range(600)])
    some = len(found.search("/alpha", limit=None))
    assert 0 < some < 600
    assert len(found.search("/alpha", limit=None)) > some
    found.read_text()
    assert len(found.search("/alpha", limit=None)) == 600


def test_a_small_glossary_is_read_whole_by_its_first_query(searcher, entry):
    found = searcher(*[entry(f"T{row}", text="alpha") for row in range(60)])
    assert len(found.search("/alpha", limit=None)) == 60


def test_bodies_whose_entry_is_called_so_come_first(searcher, entry):
    found = searcher(
        entry("Other", text="gradient descent gradient descent"),
        entry("Gradient descent", text=f"A method. {'words ' * 200} gradient descent"),
        entry("More", text="nothing"),
    )
    assert found.search("/gradient desc")[0].entry.title == "Gradient descent"


def test_a_short_word_of_the_bodies_is_a_whole_one_in_the_names_too(searcher, entry):
    found = searcher(
        entry("Objective C", text="c"),
        entry("Cat", text="c c c"),
        entry("Plus", text="c c c c c"),
        entry("Other", text="nothing"),
    )
    assert [hit.entry.title for hit in found.search("/c")] == ["Objective C", "Plus", "Cat"]


def test_filters_and_bodies_go_together(searcher, entry):
    found = searcher(
        entry("A", tags=["x"], text="alpha beta"),
        entry("B", text="alpha beta"),
        entry("C", tags=["x"], text="alpha gamma"),
    )
    assert [hit.entry.title for hit in found.search("/alpha tag:x !gamma")] == ["A"]
    assert [hit.entry.title for hit in found.search("/'alpha beta' tag:x")] == ["A"]
