"""Nothing that was acknowledged is lost, and nothing that fails harms what is there."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.study.conftest import NOW, card, entry, home, record

from glossary_tui.errors import StudyUnavailable
from glossary_tui.glossary import Glossary
from glossary_tui.study import opening
from glossary_tui.study.copies import store_to_read, unsaved_store
from glossary_tui.study.history import Record, Standing
from glossary_tui.study.opening import connect, migrate
from glossary_tui.study.renames import follow_renames, move
from glossary_tui.study.schema import APPLICATION_ID, CARD_COLUMNS, LOG_COLUMNS, MIGRATIONS
from glossary_tui.study.store import Store

DAYS = st.integers(0, 40)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["review", "review", "review", "bury", "suspend", "resume", "undo"]),
        st.sampled_from(["apple", "banjo"]),
        st.sampled_from(["one", "two"]),
        st.integers(1, 4),
        DAYS,
    ),
    max_size=25,
)


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "data" / "study.db")


def written(store, lines):
    """*lines* as records of the log; an undo takes back any line before it, of the same card."""
    made: list[Record] = []
    for action, entry_id, glossary, rating, days in lines:
        of = card(entry_id)._replace(glossary=glossary)
        line = record(action, of, NOW + timedelta(days=days))
        if action == "review":
            line = line._replace(rating=rating, fuzz=rating / 4)
        if action == "undo":
            earlier = [each for each in made if each.card == of and each.action != "undo"]
            if not earlier:
                continue
            line = line._replace(undoes=earlier[rating % len(earlier)].id)
        store.append(line)
        made.append(line)
    return made


def standings(store):
    return {**store.standings("one"), **store.standings("two"), **store.standings("three")}


@settings(max_examples=40)
@given(LINES)
def test_the_state_is_derived_from_the_log_in_any_order_of_times(lines):
    store = Store(":memory:")
    written(store, lines)
    before = standings(store)
    assert store.rebuild() == 0
    assert standings(store) == before


@settings(max_examples=40)
@given(LINES, LINES, st.integers(0, 25))
def test_two_machines_end_alike_without_loss_or_doubling(ours, theirs, common):
    one, other = Store(":memory:"), Store(":memory:")
    written(one, ours)
    other.add(one.records()[:common])
    written(other, theirs)
    ids = [{each.id for each in store.records()} for store in (one, other)]
    assert one.add(other.records()) == len(ids[1] - ids[0])
    assert other.add(one.records()) == len(ids[0] - ids[1])
    assert {each.id for each in one.records()} == {each.id for each in other.records()}
    assert one.add(other.records()) == other.add(one.records()) == 0


@settings(max_examples=40)
@given(LINES, LINES)
def test_moved_progress_is_the_progress_of_the_new_name(before, after):
    store, plain = Store(":memory:"), Store(":memory:")
    written(store, before)
    store.move(move(card("", "meaning")._replace(glossary="one"), "three", NOW + YEAR, 4))
    written(store, [(*line[:2], "three", *line[3:]) for line in after])
    for line in store.records():
        if line.action != "move":
            name = "three" if line.card.glossary == "one" else line.card.glossary
            plain.append(line._replace(card=line.card._replace(glossary=name)))
    assert standings(store) == standings(plain)
    assert store.rebuild() == 0


YEAR = timedelta(days=365)


def test_after_a_move_the_old_name_begins_anew():
    store = Store(":memory:")
    store.append(record())
    store.move(move(card("")._replace(glossary="test"), "team", NOW + timedelta(seconds=1), 4))
    store.append(record(now=NOW + timedelta(seconds=2)))
    assert store.glossaries() == {"team": 1, "test": 1}
    assert store.rebuild() == 0
    assert store.glossaries() == {"team": 1, "test": 1}


def test_a_renamed_entry_keeps_its_progress_through_its_alias():
    store = Store(":memory:")
    for each in ("old-name", "apple", "gone"):
        store.append(record(of=card(each)))
    before = store.standing(card("old-name"))
    glossary = Glossary([entry("New Name", aliases=("Old Name",)), entry("Apple")])
    assert follow_renames(store, glossary, home, NOW, 4) == 1
    assert follow_renames(store, glossary, home, NOW, 4) == 0
    assert store.standing(card("new-name")) == before
    assert store.standing(card("old-name")) == Standing()
    assert store.standing(card("gone")).reviews == 1


def test_the_log_cannot_be_changed_or_shortened():
    store = Store(":memory:")
    store.append(record())
    for change in ("UPDATE log SET rating = 1", "DELETE FROM log"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            store._connection.execute(change)


def test_what_is_written_is_there_for_the_next(path):
    store = Store(path)
    standing = store.append(record())
    other = Store(path)
    assert other.standing(card()) == standing
    assert stat.S_ISREG(os.stat(path).st_mode)


def test_two_sessions_do_not_block_each_other(path):
    one, other = Store(path), Store(path)
    for _ in range(5):
        one.append(record())
        other.append(record())
    assert one.standing(card()).reviews == other.standing(card()).reviews == 10
    assert one.rebuild() == 0


def test_a_failed_transaction_leaves_nothing_behind(path, monkeypatch):
    store = Store(path)
    store.append(record())
    before = store.records()
    monkeypatch.setattr("glossary_tui.study.store._PUT_CARD", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(StudyUnavailable):
        store.append(record())
    monkeypatch.undo()
    assert store.records() == before
    assert store.append(record()).reviews == 2


def test_a_full_disk_says_so_and_loses_nothing(path):
    store = Store(path)
    store.append(record())
    (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StudyUnavailable, match="disk is full"):  # noqa: PT012 # after how many is SQLite's
        for _ in range(1000):
            store.append(record())
    store._connection.execute(f"PRAGMA max_page_count = {pages + 100}")
    assert store.rebuild() == 0
    assert Store(path).standing(card()) == store.standing(card())


def test_a_locked_database_says_so(path, monkeypatch):
    monkeypatch.setattr(opening, "WAIT", 0.05)
    store = Store(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StudyUnavailable, match="another program"):
            store.append(record())
        with pytest.raises(StudyUnavailable, match="another program"):
            Store(path)
        other.execute("ROLLBACK")
    assert store.append(record()).reviews == 1


@pytest.mark.parametrize(
    "damage", ["no database at all", "", "middle"], ids=["text", "cut", "torn"]
)
def test_a_damaged_file_is_set_aside_and_not_overwritten(path, damage):
    with closing(Store(path)) as store:
        for number in range(60):
            store.append(record(of=card(f"entry-{number}")))
    with open(path, "rb") as file:
        whole = file.read()
    broken = {
        "no database at all": b"no database at all" * 100,
        "": whole[:5000],
        "middle": whole[:4096] + b"\xff" * (len(whole) - 8192) + whole[-4096:],
    }[damage]
    with open(path, "wb") as file:
        file.write(broken)
    with pytest.raises(StudyUnavailable, match="untouched") as raised:
        Store(path)
    assert raised.value.damaged
    with open(f"{path}.damaged-1", "rb") as file:
        assert file.read() == broken
    assert Store(path).glossaries() == {}


def test_a_newer_database_is_refused_and_not_harmed(path):
    Store(path).append(record())
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with open(path, "rb") as file:
        before = file.read()
    with pytest.raises(StudyUnavailable, match="newer version"):
        Store(path)
    with open(path, "rb") as file:
        assert file.read() == before
    assert unsaved_store(path).records() == []


def test_a_database_of_another_program_is_refused(path):
    os.makedirs(os.path.dirname(path))
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StudyUnavailable, match="another program"):
        Store(path)


def test_a_migration_is_one_transaction_after_a_backup(path):
    Store(path).append(record())
    more = (*MIGRATIONS, "CREATE TABLE extra (x INTEGER);\nALTER TABLE cards ADD COLUMN y;\n")
    with closing(connect(path, more)) as connection:
        assert connection.execute("SELECT count(*) FROM extra").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(more),)
    with closing(sqlite3.connect(f"{path}.version-1-1")) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)
        assert backup.execute("SELECT count(*) FROM log").fetchone() == (1,)
    broken = (*more, "CREATE TABLE half (x);\nCREATE TABLE extra (x);\n")
    with pytest.raises(StudyUnavailable):
        connect(path, broken)
    with closing(connect(path, more)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert "half" not in tables
        migrate(connection, path, more)


def test_the_file_says_whose_it_is(path):
    with closing(Store(path)) as store:
        found = store._connection.execute("PRAGMA application_id").fetchone()
    assert found == (APPLICATION_ID,)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StudyUnavailable, match="progress cannot be saved"):
        Store(str(tmp_path / "file" / "study.db"))


def test_what_can_be_read_goes_on_unsaved(path):
    store = Store(path)
    standing = store.append(record())
    for copy in (store.unsaved(), unsaved_store(path)):
        assert not copy.saves
        assert copy.standing(card()) == standing
        copy.append(record())
    assert store.standing(card()) == standing
    assert unsaved_store("/no/such/file").records() == []


def test_reading_writes_nothing(path):
    assert store_to_read(path).glossaries() == {}
    assert not os.path.exists(path)
    Store(path).append(record())
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert store_to_read(path).glossaries() == {"test": 1}
        writer.execute("ROLLBACK")
    with open(path, "wb") as file:
        file.write(b"no database" * 1000)
    with pytest.raises(StudyUnavailable, match="damaged"):
        store_to_read(path)


def test_the_columns_are_the_fields(path):
    store = Store(path)
    for table, columns in (("log", LOG_COLUMNS), ("cards", CARD_COLUMNS)):
        rows = store._connection.execute(f"PRAGMA table_info({table})")
        assert set(columns) <= {row[1] for row in rows}


def test_sessions_in_several_processes_lose_nothing(path):
    Store(path).close()
    code = (
        "import sys; from glossary_tui.study.store import Store\n"
        "from unit.study.conftest import card, record\n"
        "store = Store(sys.argv[1])\n"
        "for number in range(25): store.append(record(of=card(f'term-{number % 3}')))\n"
    )
    workers = [
        subprocess.Popen([sys.executable, "-c", code, path], env=os.environ | {"PYTHONPATH": TESTS})
        for _ in range(3)
    ]
    assert [worker.wait() for worker in workers] == [0, 0, 0]
    store = Store(path)
    assert len(store.reviews("test")) == 75
    assert store.rebuild() == 0


TESTS = str(Path(__file__).parents[2])
