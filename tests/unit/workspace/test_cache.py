"""A glossary out of the cache is the glossary out of its files, whatever befalls either."""

from __future__ import annotations

import os
import shutil
import tempfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary_tui.errors import EntriesNotFound
from glossary_tui.model.fields import packed
from glossary_tui.paths import cache_folder
from glossary_tui.reader import document
from glossary_tui.reader import file as reader_file
from glossary_tui.workspace.cache import container as container_module
from glossary_tui.workspace.cache import place, sequence
from glossary_tui.workspace.cache import store as store_module
from glossary_tui.workspace.cache.container import Container, write
from glossary_tui.workspace.cache.files import is_fresh
from glossary_tui.workspace.cache.index import StoredGlossary
from glossary_tui.workspace.cache.store import Store
from glossary_tui.workspace.choosing import Choice, Source

LONG_AGO = 1_600_000_000_000_000_000
BODIES = (
    "---\ntitle: A\naliases: [First, CNN]\ntags: [x, y]\n---\n### Summary\nOne.\n### Related terms\nB, C\n",
    "---\ntitle: B (BB)\ntags: [x]\n---\nSee [a](a.md) and [[c]].\n",
    "---\ntitle: A\nslug: other\n---\ntext",
    "# C\n\nNo front matter: https://example.org.\n",
    "---\nlayout: redirect\ndestination: a\ntitle: Old name\n---\n",
    "---\ntitle: [\n---\nbroken\n",
    "---\ndraft: true\n---\nhidden\n",
    "",
    "null",
)
NAMES = ("a.md", "b.md", "c.markdown", "in/a.md", "in/index.md", "README.md", "d.txt", "a.markdown")


class Files:
    """Folders whose files are written with times of their own, none of them recent."""

    def __init__(self, root):
        self.root = str(root)
        self._clock = LONG_AGO

    def path(self, name):
        return os.path.join(self.root, name)

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        self._clock += 1_000_000
        os.utime(path, ns=(self._clock, self._clock))

    def remove(self, name):
        if os.path.exists(self.path(name)):
            os.unlink(self.path(name))


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path / "entries")
    for name, body in zip(NAMES, BODIES, strict=False):
        made.write(name, body)
    return made


@pytest.fixture
def read(monkeypatch):
    """The paths of the files that were read."""
    paths = []
    original = document.read_stamped

    def counted(path):
        paths.append(path)
        return original(path)

    monkeypatch.setattr(reader_file, "read_stamped", counted)
    return paths


def choice(*folders, parts=()):
    names = parts or ("",) * len(folders)
    if parts:
        sources = [Source(name, (each,), "") for name, each in zip(names, folders, strict=True)]
        return Choice(tuple(sources))
    return Choice((Source("", tuple(folders), ""),))


def content(opened):
    """All that a glossary says of itself."""
    glossary = opened.glossary
    names = glossary.names.in_memory()
    return (
        [packed(entry) for entry in glossary],
        [packed(glossary.entries[position]) for position in range(len(glossary))],
        [[*names.of_name(folded)] for folded in glossary.folded_titles],
        [tuple(each) for each in opened.diagnostics],
        {tag: list(places) for tag, places in glossary.tagged.items()},
        glossary.shared_titles,
        tuple(glossary.folded_titles),
        glossary.mark,
        [[found.id for found in glossary.candidates(entry.title)] for entry in glossary],
        [glossary.position(entry) for entry in glossary],
    )


def from_files(wanted):
    """The glossary without any cache."""
    with tempfile.NamedTemporaryFile() as no_folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "cache_folder", lambda: os.path.join(no_folder.name, "none"))
        return Store(wanted).open()


def test_a_second_start_reads_no_file_and_is_the_same(files, read):
    first = Store(choice(files.root)).open()
    assert len(read) == len([name for name in NAMES if name not in ("README.md", "d.txt")])
    read.clear()
    second, third = Store(choice(files.root)).open(), Store(choice(files.root)).open_quickly()
    assert read == []
    assert content(first) == content(second) == content(third)
    assert content(first) == content(from_files(choice(files.root)))
    assert (first.is_new, second.is_new) == (True, False)
    assert (second.is_checked, third.is_checked) == (True, False)


def test_it_is_told_when_the_cache_holds_all_entries(files, monkeypatch):
    store, held = Store(choice(files.root)), []

    def note():
        held.append(len(Store(choice(files.root)).open_quickly().glossary))

    count = len(store.open(kept=note).glossary)
    assert held == [count]
    store.open(kept=note)
    assert held == [count] * 2
    files.write("new.md", BODIES[0])
    store.open(kept=note)
    assert held == [count, count, count + 1]
    monkeypatch.setattr(store_module, "write", lambda *_: False)
    files.write("newer.md", BODIES[0])
    store.open(kept=note)
    assert len(held) == 3


def test_only_what_changed_is_read(files, read):
    Store(choice(files.root)).open()
    read.clear()
    files.write("b.md", "---\ntitle: Changed\n---\ntext")
    opened = Store(choice(files.root)).open()
    assert read == [files.path("b.md")]
    assert opened.is_new
    assert content(opened) == content(from_files(choice(files.root)))


def test_a_file_touched_but_the_same_is_nothing_new(files, read):
    Store(choice(files.root)).open()
    read.clear()
    files.write("b.md", BODIES[1])
    assert not Store(choice(files.root)).open().is_new
    assert read == [files.path("b.md")]


def test_what_changed_a_moment_ago_is_read_again(files, read):
    """Within one tick of the clock a file may change twice and look the same."""
    with open(files.path("now.md"), "w", encoding="utf-8") as file:
        file.write("---\ntitle: Now\n---\ntext")
    Store(choice(files.root)).open()
    read.clear()
    Store(choice(files.root)).open()
    assert read == [files.path("now.md")]


def test_a_new_file_is_seen_by_the_quick_way_too(files):
    Store(choice(files.root)).open()
    files.write("in/new.md", "---\ntitle: New\n---\ntext")
    assert Store(choice(files.root)).open_quickly().glossary.by_id("in/new") is not None


def test_an_edit_in_place_is_known_by_the_stamp_of_its_file(files):
    Store(choice(files.root)).open()
    opened = Store(choice(files.root)).open_quickly()
    glossary = opened.glossary
    assert isinstance(glossary, StoredGlossary)
    before = [is_fresh(each, glossary.stamp(at)) for at, each in enumerate(glossary)]
    assert all(before)
    files.write("b.md", "---\ntitle: Changed\n---\ntext")
    after = [is_fresh(each, glossary.stamp(at)) for at, each in enumerate(glossary)]
    assert after.count(False) == 1


edits = st.lists(
    st.tuples(st.sampled_from(NAMES), st.one_of(st.none(), st.sampled_from(BODIES))), max_size=5
)


@settings(max_examples=40)
@given(edits, edits, st.booleans())
def test_after_any_edits_the_cache_says_what_the_files_say(first, second, several):
    with tempfile.TemporaryDirectory() as root, pytest.MonkeyPatch.context() as patch:
        patch.setattr(store_module, "cache_folder", lambda: os.path.join(root, "cache"))
        one, two = Files(os.path.join(root, "one")), Files(os.path.join(root, "two"))
        one.write("a.md", BODIES[0])
        two.write("a.md", BODIES[1])
        wanted = choice(one.root, two.root, parts=("one", "two") if several else ())
        for round_ in (first, second):
            for name, body in round_:
                where = one if name < "b" else two
                if body is None:
                    where.remove(name)
                else:
                    where.write(name, body)
            assert content(Store(wanted).open()) == content(from_files(wanted))
            assert content(Store(wanted).open_quickly()) == content(from_files(wanted))


def spoil_missing(path):
    os.unlink(path)


def spoil_empty(path):
    open(path, "w").close()


def spoil_text(path):
    with open(path, "w") as file:
        file.write("somebody else's\n" * 100)


def spoil_folder(path):
    os.unlink(path)
    os.mkdir(path)


def spoil_fifo(path):
    os.unlink(path)
    os.mkfifo(path)


def spoil_unreadable(path):
    os.chmod(path, 0)


@pytest.mark.parametrize(
    "spoil",
    [spoil_missing, spoil_empty, spoil_text, spoil_folder, spoil_fifo, spoil_unreadable],
    ids=lambda each: each.__name__,
)
def test_a_cache_that_is_none_costs_one_reading(files, read, spoil):
    store = Store(choice(files.root))
    expected = content(store.open())
    spoil(store.path)
    read.clear()
    assert content(Store(choice(files.root)).open_quickly()) == expected
    assert read or spoil is spoil_unreadable


@pytest.mark.parametrize("small", [1 << 20, 0], ids=["read whole", "read in parts"])
@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_cache_cut_short_is_none(files, monkeypatch, share, small):
    monkeypatch.setattr(container_module, "_SMALL", small)
    store = Store(choice(files.root))
    expected = content(store.open())
    os.truncate(store.path, int(os.path.getsize(store.path) * share))
    assert content(Store(choice(files.root)).open_quickly()) == expected


@pytest.mark.parametrize("together", [1, 2, 3, 1_000])
def test_all_entries_are_read_many_at_a_time(files, monkeypatch, together):
    store = Store(choice(files.root))
    expected = content(store.open())
    monkeypatch.setattr(container_module, "_SMALL", 0)
    monkeypatch.setattr(sequence, "_AT_A_TIME", together)
    glossary = Store(choice(files.root)).open().glossary
    reads = []
    within = Container.within

    def note(container, name, start, length):
        reads.append(name)
        return within(container, name, start, length)

    monkeypatch.setattr(Container, "within", note)
    assert [packed(entry) for entry in glossary] == expected[0]
    assert reads == ["table", "records"] * -(-len(glossary) // together)


@pytest.mark.parametrize("small", [1 << 20, 0], ids=["read whole", "read in parts"])
def test_no_damaged_byte_changes_what_is_shown(files, monkeypatch, small):
    monkeypatch.setattr(container_module, "_SMALL", small)
    monkeypatch.setattr(sequence, "_AT_A_TIME", 3)
    store = Store(choice(files.root))
    expected = content(store.open())
    whole = shutil.copy(store.path, f"{store.path}.whole")
    size = os.path.getsize(whole)
    for at in range(0, size, max(size // 50, 1)):
        with open(whole, "rb") as file:
            data = bytearray(file.read())
        data[at] ^= 0x55
        with open(store.path, "wb") as file:
            file.write(data)
        assert content(Store(choice(files.root)).open()) == expected


def test_without_a_place_to_write_everything_works(files, monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr("sys.platform", "linux")
    opened = Store(choice(files.root)).open()
    assert content(opened) == content(from_files(choice(files.root)))


def test_what_is_open_stays_while_another_process_writes(files):
    held = Store(choice(files.root)).open()
    expected = content(held)
    files.write("a.md", "---\ntitle: Later\n---\ntext")
    assert content(Store(choice(files.root)).open()) != expected
    assert content(held) == expected


def test_other_settings_have_a_cache_of_their_own(files):
    paths = {
        Store(choice(files.root)).path,
        Store(choice(files.root), drafts=True).path,
        Store(choice(files.root), {"eli5": ("Over coffee",)}).path,
        Store(choice(files.root, files.root)).path,
        Store(choice(files.root, files.root, parts=("x", "y"))).path,
    }
    assert len(paths) == 5


def test_a_cache_of_the_same_name_but_another_key_is_foreign(tmp_path):
    path = str(tmp_path / "x.index")
    assert write(path, "one", {"part": b"data"})
    assert Container.open(path, "two") is None
    found = Container.open(path, "one")
    assert found is not None
    assert found.part("part") == b"data"


def test_only_so_many_caches_are_kept(files, monkeypatch):
    monkeypatch.setattr(place, "KEPT", 3)
    for number in range(6):
        Store(choice(files.root), {"eli5": (str(number),)}).open()
    assert len(os.listdir(cache_folder())) == 3


def test_caches_stay_small_together(files, monkeypatch):
    monkeypatch.setattr(place, "KEPT_BYTES", 1)
    for number in range(4):
        store = Store(choice(files.root), {"eli5": (str(number),)})
        store.open()
    assert os.listdir(cache_folder()) == [os.path.basename(store.path)]


def test_a_folder_that_has_gone_is_an_error_with_a_cache_too(files):
    Store(choice(files.root)).open()
    shutil.rmtree(files.root)
    for way in ("open", "open_quickly"):
        with pytest.raises(EntriesNotFound):
            getattr(Store(choice(files.root)), way)()


def test_a_system_without_reads_at_a_place_reads_the_same(files, monkeypatch):
    monkeypatch.setattr(container_module, "_SMALL", 0)
    expected = content(Store(choice(files.root)).open())
    monkeypatch.delattr(os, "pread")
    assert content(Store(choice(files.root)).open()) == expected
