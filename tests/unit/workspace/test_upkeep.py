"""What is on the screen at once is brought up to date behind it."""

from __future__ import annotations

import os
from threading import Event

import pytest

from glossary_tui.workspace import Workspace, indexing, open_workspace, upkeep
from glossary_tui.workspace.cache import aside, container, place, sequence, worked_out
from glossary_tui.workspace.cache import store as store_module
from glossary_tui.workspace.cache.container import Container
from glossary_tui.workspace.upkeep import Upkeep

PATIENCE = 30.0
COUNT = 12


@pytest.fixture
def folder(tmp_path):
    entries = tmp_path / "entries"
    entries.mkdir()
    for number in range(COUNT):
        write(entries, number, f"Term {number}")
    return entries


def write(folder, number, title):
    path = folder / f"t{number}.md"
    text = f"---\ntitle: {title}\n---\n### Summary\ns\n### Related terms\nTerm 0, Term 1\n"
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1e9 + number, 1e9 + len(title)))


def opened_at_once(folder):
    return open_workspace([str(folder)], {}, way="at once")


class Kept:
    """An upkeep that has come to its end."""

    def __init__(self, workspace):
        self.told: list[tuple[int, int]] = []
        self.before: list[Workspace] = []
        """What was to be gone on with until then."""
        self.newer = None
        ended = Event()

        def progress(read, total):
            self.told.append((read, total))

        def done(newer):
            self.newer = newer
            ended.set()

        Upkeep(workspace, progress, done, meanwhile=self.before.append).start()
        assert ended.wait(PATIENCE)


def titles(workspace):
    return sorted(entry.title for entry in workspace.glossary)


@pytest.fixture
def _few_at_once(monkeypatch):
    monkeypatch.setattr(store_module, "AT_ONCE", 4)


@pytest.mark.usefixtures("_few_at_once")
def test_the_first_files_are_there_at_once_and_then_all(folder):
    workspace = opened_at_once(folder)
    assert workspace.is_partial
    assert len(workspace.glossary) == 4
    kept = Kept(workspace)
    assert (kept.told[0], kept.told[-1]) == ((0, COUNT), (COUNT, COUNT))
    assert kept.newer is not None
    assert len(kept.newer.glossary) == COUNT
    assert not kept.newer.is_partial
    workspace.become(kept.newer)
    assert len(workspace.glossary) == COUNT
    assert not opened_at_once(folder).is_partial


@pytest.mark.usefixtures("_few_at_once")
def test_without_a_place_to_keep_things_all_is_read_too(folder, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    kept = Kept(opened_at_once(folder))
    assert kept.newer is not None
    assert titles(kept.newer) == sorted(f"Term {number}" for number in range(COUNT))


@pytest.mark.usefixtures("_few_at_once")
def test_where_no_process_can_be_had_it_is_done_here(folder, monkeypatch):
    monkeypatch.setattr(upkeep, "_CODE", "raise SystemExit(1)")
    kept = Kept(opened_at_once(folder))
    assert kept.newer is not None
    assert len(kept.newer.glossary) == COUNT


@pytest.mark.usefixtures("_few_at_once")
@pytest.mark.parametrize("error", [BrokenPipeError, BlockingIOError])
def test_where_the_process_cannot_be_asked_it_is_done_here(folder, monkeypatch, error):
    def refused(*_, **__):
        raise error

    monkeypatch.setattr("subprocess.Popen", refused)
    kept = Kept(opened_at_once(folder))
    assert kept.newer is not None
    assert len(kept.newer.glossary) == COUNT


def test_whoever_waits_is_told_whatever_goes_wrong(folder, monkeypatch):
    open_workspace([str(folder)], {})
    workspace = opened_at_once(folder)
    monkeypatch.setattr(store_module.Store, "open", lambda *_: 1 / 0)
    raised = Event()
    monkeypatch.setattr("threading.excepthook", lambda _: raised.set())
    assert Kept(workspace).newer is None
    assert raised.wait(PATIENCE)


def test_an_edit_in_place_is_found(folder):
    open_workspace([str(folder)], {})
    write(folder, 3, "Changed in place")
    workspace = opened_at_once(folder)
    assert "Changed in place" not in titles(workspace)
    newer = Kept(workspace).newer
    assert newer is not None
    assert "Changed in place" in titles(newer)


def test_where_nothing_has_changed_there_is_nothing_new(folder):
    open_workspace([str(folder)], {})
    assert Kept(opened_at_once(folder)).newer is None


def test_a_folder_that_goes_leaves_what_is_shown(folder):
    open_workspace([str(folder)], {})
    workspace = opened_at_once(folder)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert Kept(workspace).newer is None


@pytest.fixture
def _all_is_large(monkeypatch):
    for module in (place, store_module, worked_out):
        monkeypatch.setattr(module, "WORTH_IT", 1)


ALL_IS_LARGE = """\
import sys
sys.path.append(sys.argv[1])
from glossary_tui.workspace.cache import place, worked_out
place.WORTH_IT = worked_out.WORTH_IT = 1
from glossary_tui.workspace.indexing import main
sys.exit(main())
"""


@pytest.mark.usefixtures("_all_is_large", "_few_at_once")
def test_all_entries_are_there_before_links_and_search_have_been_indexed(folder, monkeypatch):
    monkeypatch.setattr(upkeep, "_CODE", ALL_IS_LARGE)
    workspace = opened_at_once(folder)
    kept = Kept(workspace)
    (listed,) = kept.before
    assert listed.is_being_indexed
    assert listed.is_checked
    assert len(listed.glossary) == COUNT
    assert [hit.entry.title for hit in listed.searcher.search("term 1")] == [
        "Term 1",
        "Term 10",
        "Term 11",
    ]
    assert [each.title for each in listed.graph.neighbours(listed.glossary.entries[3])] == [
        "Term 0",
        "Term 1",
    ]
    assert listed.graph.referenced_by(listed.glossary.entries[0]) == ()
    assert kept.newer is not None
    assert not kept.newer.awaits_extras
    assert not kept.newer.is_being_indexed
    assert len(kept.newer.graph.referenced_by(kept.newer.glossary.entries[0])) == COUNT - 1


@pytest.mark.usefixtures("_all_is_large")
def test_who_knows_every_entry_goes_on_with_links_and_search_until_those_are_new(
    folder, monkeypatch
):
    monkeypatch.setattr(upkeep, "_CODE", ALL_IS_LARGE)
    open_workspace([str(folder)], {})
    write(folder, 3, "Changed in place")
    kept = Kept(opened_at_once(folder))
    assert not any(each.is_being_indexed for each in kept.before)
    assert kept.newer is not None
    assert not kept.newer.awaits_extras


@pytest.mark.usefixtures("_all_is_large")
def test_what_no_other_process_finds_out_is_found_out_here(folder):
    workspace = open_workspace([str(folder)], {})
    workspace.await_index()
    assert workspace.graph.times_named(0) == 0
    here = workspace.indexed_here()
    assert not here.is_being_indexed
    assert here.graph.times_named(0) == COUNT - 1
    assert here.searcher.search("tern 3")[0].entry.title == "Term 3"
    assert workspace.is_being_indexed


@pytest.mark.usefixtures("_all_is_large")
def test_extras_are_what_would_be_worked_out(folder):
    plain = open_workspace([str(folder)], {})
    assert plain.awaits_extras
    expected = [[hit.entry.id for hit in plain.searcher.search(query)] for query in ("term", "t 3")]
    named = [entry.id for entry in plain.graph.referenced_by(plain.glossary.entries[0])]
    assert plain.store is not None
    plain.store.worked_out.write_extras(plain.glossary)
    stored = open_workspace([str(folder)], {})
    assert not stored.awaits_extras
    found = [[hit.entry.id for hit in stored.searcher.search(query)] for query in ("term", "t 3")]
    assert found == expected
    assert [e.id for e in stored.graph.referenced_by(stored.glossary.entries[0])] == named
    assert stored.searcher.stored() == plain.searcher.stored()


class Ended(Exception):
    """Instead of the end of a process."""


@pytest.mark.skipif(not hasattr(os, "getppid"), reason="nobody can tell who waits")
@pytest.mark.parametrize("is_awaited", [True, False])
def test_who_reads_ends_when_nobody_waits_for_it(folder, monkeypatch, capsys, is_awaited):
    store = opened_at_once(folder).store
    os.unlink(store.path)

    def end(status):
        raise Ended(status)

    monkeypatch.setattr(os, "_exit", end)
    with pytest.raises(Ended) as ended:
        indexing._read(store, os.getppid() if is_awaited else -1)
    assert ended.value.args == (0 if is_awaited else 1,)
    assert os.path.exists(store.path) is is_awaited
    assert (indexing.KEPT in capsys.readouterr().out) is is_awaited


@pytest.mark.usefixtures("_few_at_once")
def test_where_the_one_that_reads_fails_the_other_one_does_it(folder, monkeypatch):
    failing = "from glossary_tui.workspace import indexing\nindexing._read = lambda *_: os._exit(1)"
    code = upkeep._CODE.replace("import sys\n", "import os, sys\n", 1)
    monkeypatch.setattr(upkeep, "_CODE", code.replace("sys.exit", f"{failing}\nsys.exit"))
    kept = Kept(opened_at_once(folder))
    assert kept.newer is not None
    assert titles(kept.newer) == sorted(f"Term {number}" for number in range(COUNT))


@pytest.mark.usefixtures("_all_is_large")
def test_to_work_extras_out_every_entry_is_read_four_times(folder, monkeypatch):
    """For the names, for the links, to count who is named, and to look that up."""
    monkeypatch.setattr(container, "_SMALL", 0)
    monkeypatch.setattr(aside, "helpers", lambda _: 0)  # where it can be counted
    workspace = open_workspace([str(folder)], {})
    reads = []
    within = Container.within

    def note(held, name, start, length):
        reads.append(name)
        return within(held, name, start, length)

    monkeypatch.setattr(Container, "within", note)
    assert workspace.store is not None
    workspace.store.worked_out.write_extras(workspace.glossary)
    assert reads.count("records") == reads.count("table") == 4
    assert COUNT <= sequence._AT_A_TIME


@pytest.mark.usefixtures("_all_is_large")
@pytest.mark.parametrize("harm", ["changed names", "changed links", "cut short", "no file"])
def test_extras_of_something_else_are_none(folder, harm):
    workspace = open_workspace([str(folder)], {})
    assert workspace.store is not None
    workspace.store.worked_out.write_extras(workspace.glossary)
    path = workspace.store.path.replace(".index", ".extras")
    if harm == "changed names":
        write(folder, 2, "Another")
    elif harm == "changed links":
        (folder / "t2.md").write_text("---\ntitle: Term 2\n---\n", encoding="utf-8")
    elif harm == "cut short":
        os.truncate(path, os.path.getsize(path) // 2)
    else:
        os.unlink(path)
    again = open_workspace([str(folder)], {})
    assert again.awaits_extras
    assert again.searcher.search("term")
    assert again.graph.referenced_by(again.glossary.entries[0]) is not None


def test_what_is_sure_of_a_term_looks_at_no_other_file(folder, monkeypatch):
    open_workspace([str(folder)], {})
    quick = open_workspace([str(folder)], {}, way="quickly")
    assert not quick.is_checked
    assert quick.sure_of("Term 3") is quick
    write(folder, 3, "Changed in place")
    assert quick.sure_of("Term 4") is quick
    sure = quick.sure_of("Term 3")
    assert "Changed in place" in titles(sure)
    assert quick.sure_of("No such term") is not quick


def test_a_container_holds_its_file_open(tmp_path):
    from glossary_tui.workspace.cache.container import write as write_container

    path = str(tmp_path / "x")
    write_container(path, "k", {"a": b"1"})
    held = Container.open(path, "k")
    os.unlink(path)
    assert held is not None
    assert held.part("a") == b"1"


@pytest.mark.usefixtures("_all_is_large")
def test_the_order_to_learn_in_is_kept_and_is_the_one_that_would_be_found(folder):
    plain = open_workspace([str(folder)], {})
    expected = list(plain.learning_positions)
    assert plain.store is not None
    assert plain.store.worked_out.order(plain.glossary) is None
    plain.store.worked_out.keep_order(plain.glossary)
    again = open_workspace([str(folder)], {})
    assert again.store is not None
    assert list(again.store.worked_out.order(again.glossary) or ()) == expected
    assert list(again.learning_positions) == expected
    write(folder, 2, "Another")
    later = open_workspace([str(folder)], {})
    assert later.store is not None
    assert later.store.worked_out.order(later.glossary) is None
    assert sorted(later.learning_positions) == list(range(COUNT))


@pytest.mark.usefixtures("_all_is_large")
def test_the_process_ends_when_whoever_asked_has_gone(folder):
    import subprocess
    import sys

    from glossary_tui.workspace.indexing import request

    store = open_workspace([str(folder)], {}).store
    assert store is not None
    waiting = (
        "import glossary_tui.workspace.cache.worked_out as module, time\n"
        "module.WorkedOut.keep_order = lambda *_: print('waiting', flush=True) or time.sleep(60)\n"
        "from glossary_tui.workspace.indexing import main\n"
        "main()\n"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", waiting], stdin=pipe, stdout=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(request(store))
        process.stdin.flush()
        assert b"waiting\n" in iter(process.stdout.readline, b"")
        process.stdin.close()
        assert process.wait(PATIENCE) == 1


@pytest.mark.usefixtures("_all_is_large")
def test_a_large_glossary_tells_of_an_edit_then_of_everything_then_of_the_bodies(folder):
    open_workspace([str(folder)], {})
    write(folder, 3, "Changed in place")
    workspace = opened_at_once(folder)
    told: list[tuple[str, list[str]]] = []
    ended = Event()

    def done(newer):
        told.append(("done", titles(newer)))

    def meanwhile(newer):
        assert newer.beneath is not None
        told.append(("meanwhile", titles(newer)))

    def texts():
        told.append(("texts", []))
        ended.set()

    Upkeep(workspace, lambda *_: None, done, meanwhile=meanwhile, texts=texts).start()
    assert ended.wait(PATIENCE)
    assert [name for name, _ in told] == ["meanwhile", "done", "texts"]
    assert "Changed in place" in told[0][1]
    assert told[0][1] == told[1][1]


@pytest.mark.usefixtures("_all_is_large")
def test_what_has_been_stopped_tells_nothing(folder, monkeypatch):
    monkeypatch.setattr(upkeep, "_CODE", "import sys\nsys.stdin.buffer.read()\n")
    workspace = open_workspace([str(folder)], {})
    started = Event()
    kept = Upkeep(workspace, lambda *_: None, lambda _: pytest.fail("it was stopped"))
    run = kept._run

    def running():
        started.set()
        run()
        ended.set()

    ended = Event()
    monkeypatch.setattr(kept, "_run", running)
    kept.start()
    assert started.wait(PATIENCE)
    while kept._process is None and not ended.is_set():
        os.sched_yield()
    kept.stop()
    assert ended.wait(PATIENCE)
