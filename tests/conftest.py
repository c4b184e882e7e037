"""What every test stands on: no home directory, no configuration of the user's, no clock surprises."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import time
from itertools import count
from typing import Any

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

_PATIENCE = 5.0
"""Seconds that a pilot waits at most for a program that is always at something."""
_MOST_APPS = 15
"""Apps that tests leave until they are let go of: some hundred megabytes."""
_A_MOMENT = 0.02
"""Seconds within which what a timer begins counts as what follows from a key."""


@pytest.fixture(scope="session")
def _homes(tmp_path_factory):
    """Where the homes are, and a number for each: to ask for one finds out which there were."""
    return tmp_path_factory.mktemp("homes"), count()


@pytest.fixture(autouse=True)
def _nobody(_homes, monkeypatch):
    """Every test runs as someone with an empty home and no settings."""
    folder, numbers = _homes
    home = folder / f"home{next(numbers)}"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("GLOSSARY", "XDG_", "TEXTUAL")):
            monkeypatch.delenv(name)
    for name in _UNWANTED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


class _Left:
    """How many apps have been left since they were last let go of."""

    apps = 0
    thresholds = gc.get_threshold()


@pytest.fixture(autouse=True)
def _let_go():
    """Let go, now and then, of the apps that tests have left: each freezes what it is made of."""
    yield
    # An app sets thresholds of its own. To count what is frozen would take 50 ms after every test.
    if gc.get_threshold() != _Left.thresholds:
        first, second, third = gc.get_threshold()
        gc.set_threshold(first, second, third - 1)
        _Left.thresholds = gc.get_threshold()
        _Left.apps += 1
    if _Left.apps >= _MOST_APPS:
        _Left.apps = 0
        gc.unfreeze()
        gc.collect()


async def until_quiet(*_seconds: float) -> None:
    """Wait until all that follows from what was done has been done, and painted.

    What a timer is to begin in a moment belongs to it.
    """
    from glossary_tui.tui.quiet import ONLOOKER, when_quiet

    time.sleep(0)  # noqa: ASYNC251 # a thread of the program's that waits for its turn has it now
    for _ in range(2):
        is_quiet = asyncio.Event()
        when_quiet(ONLOOKER, is_quiet.set, _PATIENCE)
        await is_quiet.wait()
        loop: Any = asyncio.get_running_loop()
        due = [each.when() - loop.time() for each in loop._scheduled if not each.cancelled()]
        soon = [seconds for seconds in due if seconds <= _A_MOMENT]
        if not soon:
            return
        await asyncio.sleep(max(soon))


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch):
    """Pilots wait for the program. Textual's own way is to sleep until it uses little time."""
    for module in ("textual.app", "textual.pilot"):
        if module in sys.modules:
            monkeypatch.setattr(f"{module}.wait_for_idle", until_quiet)


@pytest.fixture(autouse=True)
def _nobody_watches(request, monkeypatch):
    """No thread notices that files change, where a test does not ask for it: it says itself when.

    What the program does first, once everything is watched, it does here too.
    """
    module = "glossary_tui.workspace.watching.lookout"
    if "watched" not in request.keywords and "glossary_tui.tui.screens.watching" in sys.modules:
        monkeypatch.setattr(f"{module}.Lookout.start", lambda lookout: lookout._ready())
