"""The words of the bodies are kept from run to run, and never believed when they are not theirs."""

from __future__ import annotations

import os

import pytest
from unit.workspace.test_cache import Files, choice

from glossary_tui.errors import EntryUnreadable
from glossary_tui.search import Searcher
from glossary_tui.search.kept_text import KeptText
from glossary_tui.workspace.cache import place, texts, worked_out
from glossary_tui.workspace.cache import store as store_module
from glossary_tui.workspace.cache.store import Store

COUNT = 30
WORDS = ("gradient", "matrix", "lantern", "harbour")


@pytest.fixture(autouse=True)
def _all_is_large(monkeypatch):
    for module in (place, store_module, worked_out):
        monkeypatch.setattr(module, "WORTH_IT", 1)
    monkeypatch.setattr(texts, "_MOST_OTHERS", 0.2)


def body(number, word=""):
    words = f"{WORDS[number % 4]} {word or WORDS[number % 3]} number{number}"
    return f"---\ntitle: Term {number}\n---\n### Summary\nText of {words}.\n### Related terms\nTerm 1\n"


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path / "entries")
    for number in range(COUNT):
        made.write(f"t{number}.md", body(number))
    return made


@pytest.fixture
def kept(files):
    """A store whose bodies have been read by an earlier run."""
    store = Store(choice(files.root))
    store.worked_out.keep_text(store.open().glossary)
    return store


@pytest.fixture
def read(monkeypatch):
    """The paths of entries whose bodies are read."""
    from glossary_tui.model import Entry

    paths = []
    sections = vars(Entry)["sections"].fget

    def counted(entry):
        paths.append(os.path.basename(entry.path))
        return sections(entry)

    monkeypatch.setattr(Entry, "sections", property(counted))
    return paths


def searcher_of(store):
    glossary = store.open().glossary
    return Searcher(glossary, None, lambda: store.worked_out.text(glossary))


def answers(searcher, *queries):
    searcher.read_text()
    return [
        {(hit.entry.id, hit.shown) for hit in searcher.search(f"/{query}", None)}
        for query in queries or (*WORDS, "number7", "'text of", "lan")
    ]


def anew(store):
    return Searcher(store.open().glossary)


def test_what_is_kept_answers_as_what_is_read_and_reads_nothing(kept, read):
    searcher = searcher_of(kept)
    found = answers(searcher)
    assert read == []
    assert isinstance(searcher._full_text, KeptText)
    assert found == answers(anew(kept))
    assert all(found)


def test_only_what_changed_is_read(files, kept, read):
    files.write("t3.md", body(3, "zeppelin"))
    files.write("new.md", body(99, "zeppelin"))
    files.remove("t4.md")
    kept.worked_out.keep_text(kept.open().glossary)
    assert read == []
    searcher = searcher_of(kept)
    assert {entry for entry, _ in answers(searcher, "zeppelin")[0]} == {"t3", "new"}
    assert sorted(read) == ["new.md", "t3.md"]
    assert answers(searcher) == answers(anew(kept))
    assert answers(searcher, "number4") == [set()]


def test_after_many_changes_all_is_read_anew(files, kept):
    for number in range(20):
        files.write(f"t{number}.md", body(number, "zeppelin"))
    kept.worked_out.keep_text(kept.open().glossary)
    searcher = searcher_of(kept)
    assert isinstance(searcher._full_text, KeptText)
    assert len(searcher._full_text.positions) == COUNT
    assert len(answers(searcher, "zeppelin")[0]) == 20


def test_what_is_kept_of_another_state_of_the_files_is_not_used(files, kept):
    files.write("t3.md", body(3, "zeppelin"))
    assert kept.worked_out.text(kept.open().glossary) is None
    assert answers(searcher_of(kept)) == answers(anew(kept))


def database(store):
    return store.path.replace(".index", ".text")


def spoil_missing(store):
    os.unlink(database(store))


def spoil_cut_short(store):
    os.truncate(database(store), os.path.getsize(database(store)) // 2)


def spoil_foreign(store):
    with open(database(store), "wb") as file:
        file.write(b"somebody else's" * 1000)


def spoil_a_byte(store):
    with open(database(store), "r+b") as file:
        file.seek(os.path.getsize(database(store)) // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes((byte[0] ^ 0x55,)))


def spoil_container(store):
    path = store.path.replace(".index", ".words")
    os.truncate(path, os.path.getsize(path) - 5)


SPOILERS = (spoil_missing, spoil_cut_short, spoil_foreign, spoil_a_byte, spoil_container)


@pytest.mark.parametrize("spoil", SPOILERS, ids=lambda each: each.__name__)
def test_what_is_damaged_is_read_anew(kept, spoil):
    expected = answers(anew(kept))
    spoil(kept)
    assert answers(searcher_of(kept)) == expected
    kept.worked_out.keep_text(kept.open().glossary)
    searcher = searcher_of(kept)
    assert isinstance(searcher._full_text, KeptText)
    assert answers(searcher) == expected


@pytest.mark.parametrize("spoil", SPOILERS[:4], ids=lambda each: each.__name__)
def test_what_is_damaged_is_not_carried_over(files, kept, spoil):
    spoil(kept)
    files.write("t3.md", body(3, "zeppelin"))
    kept.worked_out.keep_text(kept.open().glossary)
    assert answers(searcher_of(kept)) == answers(anew(kept))


def test_a_database_of_another_container_is_none(files, kept):
    kept_path = database(kept)
    with open(kept_path, "rb") as file:
        old = file.read()
    status = os.stat(kept_path)
    os.unlink(kept_path)
    os.unlink(kept.path.replace(".index", ".words"))
    kept.worked_out.keep_text(kept.open().glossary)
    with open(kept_path, "r+b") as file:  # the same file, size and time, another content
        file.truncate(0)
        file.write(old)
    found = kept.worked_out.text(kept.open().glossary)
    if found is not None:
        with pytest.raises(ValueError, match="text"):
            KeptText(found, kept.open().glossary.entries)
    assert status.st_size
    assert answers(searcher_of(kept)) == answers(anew(kept))


def test_what_a_process_that_died_left_behind_is_removed(kept, files):
    left = f"{database(kept)}.999999999"
    mine = f"{database(kept)}.{os.getpid()}"
    for path in (left, mine):
        open(path, "wb").close()
    os.unlink(database(kept))
    os.unlink(mine)
    kept.worked_out.keep_text(kept.open().glossary)
    assert not os.path.exists(left)


def test_where_it_cannot_be_written_the_bodies_are_read(files, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr("sys.platform", "linux")
    store = Store(choice(files.root))
    store.worked_out.keep_text(store.open().glossary)
    assert answers(searcher_of(store)) == answers(anew(store))


def test_an_unreadable_body_is_none(kept, files, monkeypatch):
    files.write("t3.md", body(3, "zeppelin"))

    def refuse(_):
        raise EntryUnreadable("gone")

    kept.worked_out.keep_text(kept.open().glossary)
    searcher = searcher_of(kept)
    os.unlink(files.path("t3.md"))
    assert answers(searcher, "zeppelin") == [set()]


def test_somebody_who_waits_for_it_reads_nothing(files, read):
    store = Store(choice(files.root))
    searcher = searcher_of(store)
    searcher.awaits_text = True
    while searcher.step():
        pass
    assert read == []
    assert not searcher.is_text_ready
    store.worked_out.keep_text(store.open().glossary)
    read.clear()
    searcher.take_text()
    while searcher.step():
        pass
    assert searcher.is_text_ready
    assert read == []
    assert answers(searcher) == answers(anew(store))


def test_a_cache_below_a_folder_with_an_odd_name_is_opened(files, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a?b#c%20d é"))
    monkeypatch.setattr("sys.platform", "linux")
    store = Store(choice(files.root))
    store.worked_out.keep_text(store.open().glossary)
    assert isinstance(searcher_of(store)._full_text, KeptText)
    assert answers(searcher_of(store)) == answers(anew(store))
