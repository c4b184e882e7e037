"""Notes for Anki and others: stable, whole, and safe as HTML."""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
import zipfile
from contextlib import closing

import pytest
from unit.study.conftest import GLOSSARY, asker, entry, terms

from glossary_tui.errors import ExportImpossible
from glossary_tui.glossary import Glossary
from glossary_tui.study.anki import write_deck
from glossary_tui.study.html import html
from glossary_tui.study.notes import TSV_HEAD, guid, notes, tsv


def exported(glossary=GLOSSARY):
    return list(notes(asker(glossary), terms(glossary)))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Plain **bold** text.", "<p>Plain <strong>bold</strong> text.</p>"),
        ("<script>x</script> & [y](y.md)", "<p>&lt;script&gt;x&lt;/script&gt; &amp; y</p>"),
        ("[out](https://a.org/x)", '<p><a href="https://a.org/x">out</a></p>'),
        ("[bad](javascript:x)", "<p>[bad](javascript:x)</p>"),
        ("![alt](x.png)", "<p>alt</p>"),
        ("```\na\n  b\n```", "<pre><code>a<br>  b<br></code></pre>"),
        ("one\ntwo\n\nthree", "<p>one two</p> <p>three</p>"),
        ("", ""),
    ],
)
def test_markdown_becomes_html_in_one_line(markdown, expected):
    assert html(markdown) == expected


def test_a_note_keeps_its_guid_when_its_text_is_edited():
    edited = Glossary(entry(each.title, summary="Another text.") for each in GLOSSARY)
    before, after = exported(), exported(edited)
    assert [note.guid for note in before] == [note.guid for note in after]
    assert before != after
    assert len({note.guid for note in before}) == len(before)
    assert guid(terms()[0]) != guid(terms()[0]._replace(glossary="other"))


def test_the_clue_does_not_give_the_term_away():
    first = exported()[0]
    assert first.term == "Apple"
    assert "Apple" in first.summary
    assert "pple" not in first.clue


def test_tsv_has_a_row_for_each_term_and_as_many_columns_as_it_says():
    glossary = Glossary(
        [entry("A<B", tags=("deep learning",), summary="One\ttwo\nthree"), *GLOSSARY]
    )
    text = tsv(exported(glossary))
    rows = list(csv.reader(text.removeprefix(TSV_HEAD).splitlines(), delimiter="\t"))
    assert len(rows) == len(glossary)
    assert {len(row) for row in rows} == {8}
    row = next(row for row in rows if row[1] == "A&lt;B")
    assert row[-1] == "deep_learning"


def test_a_deck_holds_two_cards_a_term_and_the_same_guids(tmp_path):
    path = tmp_path / "deck.apkg"
    found = exported()
    assert write_deck(found, str(path), "test") == len(found)
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", tmp_path)
    with closing(sqlite3.connect(tmp_path / "collection.anki2")) as database:
        guids = {row[0] for row in database.execute("SELECT guid FROM notes")}
        assert database.execute("SELECT count(*) FROM cards").fetchone() == (2 * len(found),)
        decks = json.loads(database.execute("SELECT decks FROM col").fetchone()[0])
    assert guids == {note.guid for note in found}
    assert "test" in {deck["name"] for deck in decks.values()}
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_without_genanki_the_way_to_get_it_is_said(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(ExportImpossible, match="glossary export tsv"):
        write_deck([], str(tmp_path / "deck.apkg"), "test")


def test_a_deck_that_cannot_be_written_leaves_nothing(tmp_path):
    with pytest.raises(ExportImpossible):
        write_deck(exported(), str(tmp_path / "no" / "deck.apkg"), "test")
    assert list(tmp_path.iterdir()) == []
