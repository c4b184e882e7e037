"""Changes of several files are made all or not at all, whatever goes wrong in between."""

from __future__ import annotations

import os
import shutil
import stat

import pytest

from glossary_tui.errors import ChangeRefused
from glossary_tui.glossary.rewriting import Change
from glossary_tui.workspace.changing import create_file, make_changes

root_writes_anywhere = pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write anywhere"
)


@pytest.fixture
def changes(tmp_path):
    """Three changes, the first of which moves its file."""
    made = []
    for name in ("a", "b", "c"):
        path = tmp_path / f"{name}.md"
        path.write_bytes(f"old {name}".encode())
        new = tmp_path / f"{'z' if name == 'a' else name}.md"
        made.append(Change(str(path), str(new), f"old {name}".encode(), f"new {name}".encode()))
    return made


def contents(folder):
    return {name: (folder / name).read_text() for name in sorted(os.listdir(folder))}


OLD = {"a.md": "old a", "b.md": "old b", "c.md": "old c"}
NEW = {"b.md": "new b", "c.md": "new c", "z.md": "new a"}


def test_all_are_made_and_nothing_else_is_left(changes, tmp_path):
    os.chmod(tmp_path / "b.md", 0o640)
    make_changes(changes)
    assert contents(tmp_path) == NEW
    assert stat.S_IMODE(os.stat(tmp_path / "b.md").st_mode) == 0o640


def calls(monkeypatch, name, changes, folder):
    """How often `os.<name>` is called when all goes well."""
    count = []
    real = getattr(os, name)

    def counted(*args, **kw):
        count.append(name)
        return real(*args, **kw)

    monkeypatch.setattr(os, name, counted)
    make_changes(changes)
    monkeypatch.undo()
    for change in changes:
        if change.new_path != change.path:
            os.unlink(change.new_path)
        with open(change.path, "wb") as file:
            file.write(change.before)
    assert contents(folder) == OLD
    return len(count)


@pytest.mark.parametrize("name", ["replace", "link", "unlink", "fsync"])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=repr
)
def test_whatever_fails_everything_is_as_it_was(changes, tmp_path, monkeypatch, name, error):
    total = calls(monkeypatch, name, changes, tmp_path)
    assert total
    real = getattr(os, name)
    for failing in range(total):
        left = [failing]

        def fail(*args, left=left, **kw):
            left[0] -= 1
            if left[0] == -1:
                raise error
            return real(*args, **kw)

        monkeypatch.setattr(os, name, fail)
        falls_back = name == "link" and isinstance(error, OSError)
        cleaning = name == "unlink" and isinstance(error, OSError)
        try:
            make_changes(changes)
        except (ChangeRefused, KeyboardInterrupt):
            monkeypatch.setattr(os, name, real)
            assert contents(tmp_path) == OLD
        else:
            monkeypatch.setattr(os, name, real)
            assert falls_back or cleaning
            assert contents(tmp_path).items() >= NEW.items()
            return


def test_a_file_that_was_written_to_meanwhile_stops_all(changes, tmp_path):
    (tmp_path / "c.md").write_text("somebody's")
    with pytest.raises(ChangeRefused, match="written to meanwhile"):
        make_changes(changes)
    assert contents(tmp_path) == OLD | {"c.md": "somebody's"}


def test_a_file_that_is_written_to_while_drafts_are_made_stops_all(changes, tmp_path, monkeypatch):
    real = shutil.copymode

    def copied(old, draft):
        real(old, draft)
        (tmp_path / "b.md").write_text("somebody's")

    monkeypatch.setattr(shutil, "copymode", copied)
    for change in (changes[1:], changes[:2]):  # before and after another was replaced
        (tmp_path / "b.md").write_text("old b")
        with pytest.raises(ChangeRefused, match="written to meanwhile"):
            make_changes(change)
        assert contents(tmp_path) == OLD | {"b.md": "somebody's"}


def test_a_file_that_appeared_meanwhile_is_not_overwritten(changes, tmp_path):
    (tmp_path / "z.md").write_text("somebody's")
    with pytest.raises(ChangeRefused, match="nothing is changed"):
        make_changes(changes)
    assert contents(tmp_path) == OLD | {"z.md": "somebody's"}


@root_writes_anywhere
def test_a_folder_that_cannot_be_written_to_stops_all(changes, tmp_path):
    os.chmod(tmp_path, 0o500)
    with pytest.raises(ChangeRefused, match="Permission denied"):
        make_changes(changes)
    os.chmod(tmp_path, 0o700)
    assert contents(tmp_path) == OLD


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    path = str(tmp_path / "link.md")
    make_changes([Change(path, path, b"old", b"new")])
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_folder_moves_with_all_that_is_in_it(tmp_path):
    (tmp_path / "bee").mkdir()
    (tmp_path / "bee" / "index.md").write_text("old")
    (tmp_path / "bee" / "bee.png").write_text("png")
    old, new = (str(tmp_path / name / "index.md") for name in ("bee", "wasp"))
    make_changes([Change(old, new, b"old", b"new")])
    assert contents(tmp_path / "wasp") == {"bee.png": "png", "index.md": "new"}
    assert os.listdir(tmp_path) == ["wasp"]


def test_where_a_file_system_has_no_hard_links_files_are_renamed(changes, tmp_path, monkeypatch):
    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    make_changes(changes)
    assert contents(tmp_path) == NEW


def test_a_new_file_is_made_with_its_folders_and_never_over_another(tmp_path):
    path = tmp_path / "x" / "a.md"
    os.umask(0o022)
    create_file(str(path), "text\n")
    assert path.read_text() == "text\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    with pytest.raises(ChangeRefused, match="cannot write"):
        create_file(str(path), "other\n")
    assert contents(tmp_path / "x") == {"a.md": "text\n"}
