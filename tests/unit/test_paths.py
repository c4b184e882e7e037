"""Where things lie is where platformdirs says, which is not asked on Linux for the time it takes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from platformdirs.unix import Unix

from glossary_tui import paths

PLACES = Unix("glossary-tui", appauthor=False)


@pytest.mark.parametrize("named", [{}, {"XDG_{}_HOME": "/elsewhere"}], ids=["usual", "named"])
def test_the_folders_of_linux(monkeypatch, named):
    monkeypatch.setattr("sys.platform", "linux")
    for kind in ("CONFIG", "CACHE", "STATE", "DATA"):
        for name, value in named.items():
            monkeypatch.setenv(name.format(kind), value)
    assert os.path.dirname(paths.configuration_file()) == PLACES.user_config_dir
    assert paths.cache_folder() == PLACES.user_cache_dir
    assert paths.state_folder() == PLACES.user_state_dir
    assert os.path.dirname(paths.study_file()) == PLACES.user_data_dir


def test_a_file_is_replaced_whole_through_a_link_and_keeps_its_permissions(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to("file")
    paths.replace_file(str(link), b"new", mode=0o600)
    assert (file.read_bytes(), link.readlink()) == (b"new", Path("file"))
    assert file.stat().st_mode & 0o777 == 0o640
    paths.replace_file(str(tmp_path / "other"), b"new", mode=0o604)
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o604
    assert {each.name for each in tmp_path.iterdir()} == {"file", "link", "other"}


def test_a_pipe_is_written_to_and_stays(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        paths.replace_file(str(pipe), b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("failing", ["chmod", "replace", "fsync"])
def test_what_fails_leaves_the_old_file_alone(tmp_path, monkeypatch, failing):
    file = tmp_path / "file"
    file.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="No space"):
        paths.replace_file(str(file), b"new")
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"old"]
