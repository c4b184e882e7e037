"""`glossary study` and `glossary stats` as processes: a dialogue in a pipe, and progress as a whole."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from glossary_tui.paths import study_file
from tui.conftest import write_entry

TITLES = ("Apple", "Banjo", "Cedar", "Dingo", "Ember", "Fjord")


@pytest.fixture
def folder(tmp_path):
    """Six terms."""
    folder = tmp_path / "terms"
    folder.mkdir()
    for title in TITLES:
        write_entry(folder, title.lower(), title, related="Apple, Banjo", head='tags: ["fruit"]')
    return folder


@pytest.fixture
def study(glossary, folder):
    """Run `glossary` over `folder` with lines of input."""

    def run(*arguments, lines="", command="study", **environment):
        return glossary(command, *arguments, entries=folder, given=lines, **environment)

    return run


def reviews():
    with closing(sqlite3.connect(study_file())) as database:
        return database.execute("SELECT entry, kind, rating FROM log ORDER BY number").fetchall()


def test_a_dialogue_shows_the_views_one_by_one_and_saves_each_answer(study):
    done = study(lines="\n\n\n3\n\n4\n")
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.index("Apple in one sentence."), done.stdout.index("for a child")
    assert first < second < done.stdout.index("in depth")
    assert "1 Again 1 min · 2 Hard 6 min · 3 Good 10 min · 4 Easy" in done.stdout
    assert "2 answers to 2 cards, 2 right." in done.stdout
    assert [rating for *_, rating in reviews()] == [3, 4]


def test_undo_bury_suspend_info_help_and_quit(study):
    done = study(lines="?\n\n1\nu\ni\n-\n@\nq\n\n4\n")
    assert done.returncode == 0
    assert "It was not asked before." in done.stdout
    assert "4 cards are left for today." in done.stdout
    with closing(sqlite3.connect(study_file())) as database:
        actions = [row[0] for row in database.execute("SELECT action FROM log ORDER BY number")]
    assert actions == ["review", "undo", "bury", "suspend"]
    listed = study("--suspended")
    assert listed.stdout.count("\n") == 1
    assert study("--resume", listed.stdout.strip()).returncode == 0
    again = study("--suspended")
    assert (again.returncode, again.stdout) == (1, "")


def test_a_typed_name_is_graded_and_may_be_overruled(study):
    done = study("--kind", "name", "--around", "apple", lines="aple\n\n\n\n\nBANJO\n1\n")
    assert "_____ in one sentence." in done.stdout
    assert "A slip: Ap[+p]le" in done.stdout
    assert "Right." in done.stdout
    assert [(kind, rating) for _, kind, rating in reviews()] == [("name", 2), ("name", 1)]


def test_a_choice_is_rated_by_itself(study):
    done = study("--kind", "choice", lines="1\n" * 6)
    ratings = {rating for *_, rating in reviews()}
    assert ratings <= {1, 3}
    assert done.stdout.count("Right.") == sum(rating == 3 for *_, rating in reviews())


def test_cram_saves_nothing(study):
    done = study("--cram", "--kind", "meaning", lines="\n3\n" * 6)
    assert done.returncode == 0
    assert "6 answers to 6 cards" in done.stdout
    assert reviews() == []


def test_the_session_that_is_over_says_when_the_next_card_comes(study):
    study(lines="\n4\n" * 6)
    done = study()
    assert done.stdout.startswith("\nThe next card comes in ")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["--around", "zebra"], 1, "zebra"),
        (["--tag", "vegetable"], 1, "There are: fruit"),
        (["--bookmarks"], 1, "no term is meant"),
        (["--bookmarks", "--recent"], 2, "exclude each other"),
        (["--rebuild", "--leeches"], 2, "one at a time"),
        (["--to", "x"], 2, "--move"),
        (["--move", "x"], 2, "needs --to"),
        (["--move", "x", "--to", "y"], 1, "no progress under “x”"),
        (["--leeches"], 1, "no leeches"),
        (["--resume", "apple"], 1, "not suspended"),
        (["--import", "/no/such/file"], 2, "/no/such/file"),
        (["--export", "/dev/null/file"], 2, "/dev/null/file"),
    ],
)
def test_what_is_not_possible_is_said_on_stderr(study, arguments, status, said):
    done = study(*arguments)
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr


def test_progress_goes_to_another_machine_and_back_without_doubling(study, tmp_path):
    study(lines="\n3\n" * 3)
    exported = study("--export", "-").stdout
    (tmp_path / "log").write_text(exported, encoding="utf-8")
    elsewhere = {"XDG_DATA_HOME": str(tmp_path / "elsewhere")}
    assert "3 records added" in study("--import", str(tmp_path / "log"), **elsewhere).stderr
    assert study("--export", "-", **elsewhere).stdout == exported
    study(lines="\n3\n", **elsewhere)
    back = tmp_path / "back"
    assert study("--export", str(back), **elsewhere).returncode == 0
    assert "1 record added; 3 there already" in study("--import", str(back)).stderr
    assert len(reviews()) == 4
    assert "none had to change" in study("--rebuild").stderr


def test_progress_is_written_to_the_working_directory(study, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = study("--export", "log")
    assert (done.returncode, done.stderr) == (0, "0 records written to log\n")
    assert (tmp_path / "log").read_text(encoding="utf-8") == study("--export", "-").stdout


def test_a_closed_input_ends_the_dialogue(folder):
    line = [sys.executable, "-m", "glossary_tui", "study", "--entries", str(folder)]
    for more in ([], ["--import", "-"]):
        done = subprocess.run(
            ["sh", "-c", '"$@" <&-', "sh", *line, *more],
            capture_output=True,
            check=False,
            text=True,
        )
        assert "Traceback" not in done.stderr
        assert done.returncode == (2 if more else 0)


def test_a_folder_whose_name_is_no_text_is_studied(glossary, tmp_path):
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    folder.mkdir()
    write_entry(folder, "apple", "Apple")
    assert glossary("study", entries=folder, given="\n4\n").returncode == 0
    assert glossary("stats", entries=folder).stderr == ""
    assert [rating for *_, rating in reviews()] == [4]


def test_a_file_cut_off_is_refused_whole(study, tmp_path):
    study(lines="\n3\n" * 3)
    lines = study("--export", "-").stdout.splitlines(keepends=True)
    (tmp_path / "log").write_text("".join(lines[:-1]), encoding="utf-8")
    done = study("--import", str(tmp_path / "log"), XDG_DATA_HOME=str(tmp_path / "elsewhere"))
    assert done.returncode == 2
    assert f"{tmp_path}/log:3: " in done.stderr


def test_progress_moves_to_another_name(study, folder):
    study(lines="\n4\n")
    name = str(folder)
    done = study("--move", name, "--to", "team")
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 card moved" in done.stderr
    assert json.loads(study("--json", command="stats").stdout)["answers"] == 0


def test_a_damaged_database_is_set_aside_and_study_goes_on_if_the_learner_agrees(study):
    os.makedirs(os.path.dirname(study_file()))
    Path(study_file()).write_bytes(b"this is no database" * 100)
    refused = study(lines="n\n")
    assert refused.returncode == 2
    assert "is damaged" in refused.stderr
    Path(study_file()).write_bytes(b"this is no database" * 100)
    done = study(lines="y\n\n3\n")
    assert done.returncode == 0
    assert "Nothing of it was saved." in done.stdout
    kept = [Path(f"{study_file()}.damaged-{number}").read_bytes() for number in (1, 2)]
    assert kept == [b"this is no database" * 100] * 2
    assert not os.path.exists(study_file())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_home_that_may_not_be_written_to(study, tmp_path):
    home = tmp_path / "data"
    home.mkdir(mode=0o500)
    done = study(lines="y\n\n3\n", XDG_DATA_HOME=str(home))
    assert done.returncode == 0
    assert "progress cannot be saved" in done.stderr


def test_no_home_at_all(study):
    done = study(lines="y\n\n3\n", XDG_DATA_HOME="/dev/null")
    assert done.returncode == 0
    assert "progress cannot be saved" in done.stderr
    assert "1 answer to 1 card" in done.stdout


def test_statistics_as_text_and_as_json(study):
    study(lines="\n4\n\n1\n")
    text = study(command="stats").stdout
    for said in ("The past year", "Retention, aimed at 90 %", "2 answers", "all terms", "fruit"):
        assert said in text
    assert max(map(len, text.splitlines())) <= 80
    data = json.loads(study("--json", command="stats").stdout)
    assert data["answers"] == 2
    assert [each["tag"] for each in data["tags"]] == [None, "fruit"]
    assert sum(data["forecast"].values()) == 2
    assert list(data["days"]) == [data["today"]]


def test_every_key_of_the_statistics_is_documented(study):
    def keys(data):
        if isinstance(data, dict):
            for key, each in data.items():
                if not key[:1].isdecimal():
                    yield key
                yield from keys(each)
        if isinstance(data, list):
            for each in data:
                yield from keys(each)

    study(lines="\n4\n")
    page = (Path(__file__).parents[2] / "docs" / "study.md").read_text(encoding="utf-8")
    data = json.loads(study("--json", command="stats").stdout)
    assert {key for key in keys(data) if f"`{key}`" not in page} == set()


def test_entries_are_exported_as_a_table_as_data_and_as_a_deck(study, tmp_path):
    table = study("tsv", command="export")
    rows = [line for line in table.stdout.splitlines() if not line.startswith("#")]
    assert (table.returncode, len(rows)) == (0, len(TITLES))
    data = json.loads(study("json", "--tag", "fruit", command="export").stdout)
    assert [each["title"] for each in data] == list(TITLES)
    deck = tmp_path / "deck.apkg"
    done = study("anki", str(deck), command="export")
    assert (done.returncode, done.stdout) == (0, "")
    assert "6 notes" in done.stderr
    assert deck.read_bytes()[:2] == b"PK"
    study("tsv", str(tmp_path / "table"), command="export")
    assert (tmp_path / "table").read_text(encoding="utf-8") == table.stdout
    assert study("tsv", "/dev/stdout", command="export").stdout == table.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["tsv", "--tag", "vegetable"], 1, "There are: fruit"),
        (["tsv", "--bookmarks"], 1, "nothing to export"),
        (["json", "/dev/null/x"], 2, "/dev/null/x"),
        (["anki", "/dev/null/x"], 2, "/dev/null/x"),
    ],
)
def test_what_cannot_be_exported_is_said_on_stderr(study, arguments, status, said):
    done = study(*arguments, command="export")
    assert (done.returncode, done.stdout) == (status, "")
    assert said in done.stderr


def test_a_renamed_entry_keeps_its_progress(study, folder):
    study("--around", "apple", lines="\n4\n")
    (folder / "apple.md").unlink()
    write_entry(folder, "malus", "Malus", head='aliases: ["Apple"]')
    study(lines="q\n")
    with closing(sqlite3.connect(study_file())) as database:
        assert database.execute("SELECT entry FROM cards WHERE reviews").fetchall() == [("malus",)]
