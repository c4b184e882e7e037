"""Where things lie is where platformdirs says, which is not asked on Linux for the time it takes."""

from __future__ import annotations

import os

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
