"""Files that change are noticed, whether the system tells of them or they are looked at by turns."""

from __future__ import annotations

import os
import sys
from threading import Event, get_ident

import pytest

from glossary_tui.workspace import open_workspace
from glossary_tui.workspace.cache.known import KnownFiles
from glossary_tui.workspace.watching import lookout as module
from glossary_tui.workspace.watching import notices
from glossary_tui.workspace.watching.lookout import Lookout
from glossary_tui.workspace.watching.notices import Notices, is_elsewhere
from glossary_tui.workspace.watching.sweep import Sweep, changed_at

PATIENCE = 30.0
FILES = ("a.md", "b.md", "in/c.md", "in/deep/d.md", "README.md")
linux = pytest.mark.skipif(sys.platform != "linux", reason="inotify is Linux's")


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (1e9, 1e9 + len(text)))


@pytest.fixture
def folder(tmp_path):
    entries = tmp_path / "entries"
    for name in FILES:
        write(entries / name, f"# {name}\n\nText.\n")
    return entries


class Watched:
    """A lookout whose steps are taken by hand, by a clock of its own."""

    def __init__(self, folder, *more):
        workspace = open_workspace([str(each) for each in (folder, *more)], {})
        self.told: list[frozenset[str] | None] = []
        self.lookout = Lookout(workspace, self.told.append, lambda: None)
        self.lookout.watch()
        self.now = 100.0

    def step(self, seconds=0.05):
        self.now += seconds
        self.lookout.step(self.now)

    def settle(self):
        """As many steps as it takes until whatever has changed is told."""
        for _ in range(14):
            self.step()
        told, self.told[:] = [*self.told], []
        return told


@pytest.fixture(params=[pytest.param("told", marks=linux), "by turns"])
def watch(request, monkeypatch):
    """Watches a folder, in either way."""
    made: list[Watched] = []
    if request.param == "by turns":

        def none_here():
            raise OSError

        monkeypatch.setattr(module, "Notices", none_here)
    else:
        monkeypatch.setattr(module, "is_elsewhere", lambda _: False)

    def start(*folders):
        made.append(Watched(*folders))
        return made[-1]

    yield start
    for each in made:
        each.lookout._let_go()


def test_where_nothing_changes_nothing_is_told(folder, watch):
    assert watch(folder).settle() == []


def test_what_has_changed_before_anybody_watched_is_told(folder, watch):
    watched = watch(folder)
    write(folder / "a.md", "# Another\n")
    watched.lookout.watch()  # and nothing tells of it any more
    watched.lookout._sweep = None
    watched.lookout.compare()
    assert watched.settle() == [{str(folder / "a.md")}]
    write(folder / "new.md", "# New\n")
    watched.lookout.watch()
    watched.lookout.compare()
    assert None in watched.settle()


def test_an_edit_in_place_is_told_once(folder, watch):
    watched = watch(folder)
    write(folder / "in/deep/d.md", "# Another\n")
    assert watched.settle() == [{str(folder / "in/deep/d.md")}]
    assert watched.settle() == []


def test_several_edits_are_told_together(folder, watch):
    watched = watch(folder)
    for name in ("a.md", "in/c.md"):
        write(folder / name, "# Another\n")
    assert watched.settle() == [{str(folder / "a.md"), str(folder / "in/c.md")}]


def test_a_file_that_comes_is_told(folder, watch):
    watched = watch(folder)
    write(folder / "in/new.md", "# New\n")
    assert watched.settle() in ([{str(folder / "in/new.md")}], [None])


def test_a_file_that_goes_is_told(folder, watch):
    watched = watch(folder)
    (folder / "in/c.md").unlink()
    assert watched.settle() in ([{str(folder / "in/c.md")}], [None])


def test_what_an_editor_moves_into_place_is_told(folder, watch):
    watched = watch(folder)
    write(folder / "a.md.tmp", "# Another\n")
    (folder / "a.md.tmp").rename(folder / "a.md")
    assert watched.settle() in ([{str(folder / "a.md")}], [None])


def test_a_new_folder_is_watched_from_then_on(folder, watch):
    watched = watch(folder)
    write(folder / "more/e.md", "# New\n")
    assert watched.settle() == [None]
    write(folder / "more/f.md", "# Newer\n")
    assert watched.settle() in ([{str(folder / "more/f.md")}], [None])


def test_a_glossary_that_is_moved_away_and_back_is_told_both_times(folder, watch):
    watched = watch(folder)
    folder.rename(folder.parent / "aside")
    assert watched.settle() == [None]
    assert watched.settle() == []
    (folder.parent / "aside").rename(folder)
    assert watched.settle() == [None]
    write(folder / "a.md", "# Another\n")
    assert watched.settle() == [{str(folder / "a.md")}]


def test_what_is_still_being_written_is_waited_for_but_not_for_ever(folder, watch):
    watched = watch(folder)
    for number in range(20):
        write(folder / "a.md", "x" * (number + 10))
        watched.step()
        if watched.told:
            break
    assert 9 <= number <= 12  # half a second
    assert watched.told == [{str(folder / "a.md")}]


def test_what_is_written_in_two_goes_is_told_when_it_is_whole(folder, watch):
    watched = watch(folder)
    write(folder / "a.md", "---\ntitle: He")
    watched.step()
    write(folder / "a.md", "---\ntitle: Heap\n---\n")
    watched.step()
    watched.step()
    assert watched.told == []
    assert watched.settle() == [{str(folder / "a.md")}]


def test_many_files_are_told_of_as_all(folder, watch, monkeypatch):
    monkeypatch.setattr(module, "_MOST", 2)
    watched = watch(folder)
    for name in FILES[:3]:
        write(folder / name, "# Another\n")
    assert watched.settle() == [None]


def test_what_is_no_entry_is_not_told(folder, watch):
    watched = watch(folder)
    with open(folder / "a.md", "rb") as file:
        file.read()
    for name in ("notes.txt", ".a.md.swp", ".hidden.md"):
        write(folder / name, "text")
    assert watched.settle() in ([], [None])


def test_a_glossary_of_one_file_is_watched(folder, watch):
    watched = watch(folder / "a.md")
    write(folder / "a.md", "# Another\n")
    assert watched.settle() in ([{str(folder / "a.md")}], [None])


def test_several_folders_are_watched(folder, tmp_path, watch):
    write(tmp_path / "other/x.md", "# X\n")
    watched = watch(folder, tmp_path / "other")
    write(tmp_path / "other/x.md", "# Another\n")
    assert watched.settle() == [{str(tmp_path / "other/x.md")}]


@linux
def test_what_the_system_could_not_keep_means_everything(folder, watch, monkeypatch):
    watched = watch(folder)
    if watched.lookout._notices is None:
        pytest.skip("nobody tells")
    overflow = notices.Notice("", notices.OVERFLOWN, "")
    monkeypatch.setattr(Notices, "read", lambda _: [overflow] if not watched.told else [])
    watched.step()
    monkeypatch.undo()
    assert watched.settle() == [None]


@linux
def test_too_many_folders_for_the_system_are_looked_at_by_turns(folder, monkeypatch):
    def full(*_):
        raise OSError(28, "no space left")

    monkeypatch.setattr(Notices, "watch", full)
    watched = Watched(folder)
    write(folder / "in/deep/d.md", "# Another\n")
    assert watched.settle() == [{str(folder / "in/deep/d.md")}]


@linux
@pytest.mark.watched
def test_it_goes_by_itself_and_leaves_nothing_open(folder):
    workspace = open_workspace([str(folder)], {})
    before = len(os.listdir("/proc/self/fd"))
    told, ready = Event(), Event()
    seen: list[object] = []

    def tell(paths):
        seen.extend((paths, get_ident()))
        told.set()

    lookout = Lookout(workspace, tell, ready.set)
    ended = Event()
    run = lookout._run
    lookout._run = lambda: (run(), ended.set())  # type: ignore[method-assign,assignment,func-returns-value]
    lookout.start()
    assert ready.wait(PATIENCE)
    write(folder / "a.md", "# Another\n")
    assert told.wait(PATIENCE)
    assert seen[0] == {str(folder / "a.md")}
    assert seen[1] != get_ident()
    lookout.stop()
    assert ended.wait(PATIENCE)
    assert len(os.listdir("/proc/self/fd")) <= before


MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/share {folder}/share nfs4 rw 0 0
me@there: {folder}/my\\040files fuse.sshfs rw 0 0
tmpfs {folder}/share/near tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("place", "far"),
    [
        ("", False),
        ("share/a", True),
        ("my files/b", True),
        ("share/near", False),
        ("shared", False),
    ],
)
def test_what_lies_on_another_machine_is_known_by_its_file_system(tmp_path, place, far):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS.format(folder=os.path.realpath(tmp_path)), encoding="utf-8")
    assert is_elsewhere(str(tmp_path / place), str(mounts)) == far


def test_where_it_is_not_known_it_is_looked_at(tmp_path):
    assert is_elsewhere(str(tmp_path), str(tmp_path / "none"))


def swept(folder):
    stored = open_workspace([str(folder)], {}).stored
    assert stored is not None
    return Sweep(KnownFiles(stored.container, stored), {str(folder): changed_at(str(folder))})


def test_a_sweep_takes_so_many_at_a_time_and_comes_round(folder, monkeypatch):
    sweep = swept(folder)
    looked: list[str] = []
    monkeypatch.setattr("glossary_tui.workspace.watching.sweep.file_stamp", looked.append)
    for _ in range(len(sweep)):
        sweep.step(2)
    files = len(sweep) - 1
    assert len(looked) == 2 * files
    assert looked[:files] == looked[files:]
    assert len(set(looked)) == files


def test_a_sweep_tells_of_each_state_once(folder):
    sweep = swept(folder)
    for text in ("# One\n", "# Two, longer\n"):
        write(folder / "b.md", text)
        files, _ = sweep.step(100)
        assert list(files) == [str(folder / "b.md")]
        assert sweep.step(100)[0] == {}


def test_a_sweep_tells_of_a_file_that_is_again_what_it_was(folder):
    sweep = swept(folder)
    path, aside = folder / "b.md", folder / "aside"
    path.rename(aside)
    assert sweep.step(100)[0] == {str(path): None}
    aside.rename(path)
    assert list(sweep.step(100)[0]) == [str(path)]
    assert sweep.step(100)[0] == {}
