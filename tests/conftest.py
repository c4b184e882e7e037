"""What every test stands on: no home directory, no configuration of the user's, no clock surprises."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("fuzz", max_examples=20_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

_UNWANTED = (
    *("NO_COLOR", "FORCE_COLOR", "COLORFGBG", "PAGER", "EDITOR", "VISUAL"),
    *("COLUMNS", "LINES"),  # readline, which pytest imports, sets them for what it starts
)
"""What would show in the output, or in what is started."""


@pytest.fixture(autouse=True)
def _nobody(tmp_path_factory, monkeypatch):
    """Every test runs as someone with an empty home and no settings."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("GLOSSARY", "XDG_", "TEXTUAL")) and "SNAPSHOT" not in name:
            monkeypatch.delenv(name)
    for name in _UNWANTED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home
