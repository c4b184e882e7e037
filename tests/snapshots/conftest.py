"""How the pictures are taken, and compared with those that were looked at."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from glossary_tui.tui.widgets.entry_view import EntryView
from snapshots.picture import picture as drawn
from tui.conftest import make_app

__all__ = ["make_app"]

PICTURES = Path(__file__).with_name("pictures")
"""Where the pictures lie, a folder for each module."""
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x50": (200, 50), "40x12": (40, 12)}
LOOKS = {"dark": "glossary-dark", "light": "glossary-light", "no-color": "glossary-dark"}
"""The theme of each look; the last has no colours at all."""
_MOST_WAITS = 20_000
"""How often it is looked whether a thread has found out who names whom, before that is a failure."""
WINDOWS = ("80x24", "120x40", "200x50")
"""The sizes in which every screen is pictured."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Picture in every size and every look what takes a `size` and a `look`."""
    for name, values in (("size", WINDOWS), ("look", LOOKS)):
        given = {mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")}
        if name in metafunc.fixturenames and name not in given:
            metafunc.parametrize(name, values)


def path_of(nodeid: str) -> Path:
    """Where the picture of the test *nodeid* lies."""
    module, _, name = nodeid.rpartition("::")
    folder = Path(module).stem.removeprefix("test_")
    # What is pictured goes before how it looks, whatever pytest thinks.
    name = re.sub(r"\[(\d+x\d+-(?:dark|light|no-color))-(.*)\]", r"[\2-\1]", name)
    name = name.removeprefix("test_").removeprefix("a_screen")
    return PICTURES / folder / f"{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}.svg"


@pytest.fixture
def take(request, tmp_path, monkeypatch):
    """Take a picture of an app after some keys, and compare it with the one that was looked at.

    *made* makes the app. What comes behind the screen has come before the first key, and before
    the picture.
    """

    async def compare(made: Any, *keys: str, size: str, look: str, until: Any = None) -> None:
        if look == "no-color":
            monkeypatch.setenv("NO_COLOR", "1")
        app = made()
        app.theme = LOOKS.get(look, look)
        async with app.run_test(size=SIZES[size]) as pilot:
            await _rest(pilot)
            await pilot.press(*keys)
            await _rest(pilot)
            if until is not None:
                await until(pilot)
            for box in app.screen.query(Input):
                box.cursor_blink = False
            # Mentions become links when the reader rests, which a clock decides.
            for view in (each for screen in app.screen_stack for each in screen.query(EntryView)):
                view.link_now()
            app.clear_notifications()
            await pilot.pause()
            _compare(request.node.nodeid, drawn(app), tmp_path)

    return compare


async def _rest(pilot: Any) -> None:
    """Wait for all that is found out behind the screen."""
    await pilot.pause()
    for _ in range(_MOST_WAITS):
        if getattr(pilot.app.screen, "backlinks_ready", True):
            break
        await asyncio.sleep(0.001)
    else:
        pytest.fail("it is still not known who names whom")
    for _ in range(3):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def _compare(nodeid: str, taken: str, folder: Path) -> None:
    path = path_of(nodeid)
    if os.environ.get("SNAPSHOTS") == "renew":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(taken, encoding="utf-8")
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if taken != before:
        now = folder / path.name
        now.write_text(taken, encoding="utf-8")
        pytest.fail(
            f"{path} is not what the screen shows, {now}:\n{_difference(before, taken)}",
            pytrace=False,
        )


def _difference(before: str, now: str) -> str:
    """The lines of the screen that differ, as they are read; where only the looks do, as drawn."""
    said = []
    for old, new in zip(_lines(before), _lines(now), strict=False):
        if old != new:
            texts = [" ".join(re.sub(r"<[^>]*>", " ", line).split()) for line in (old, new)]
            said += (
                [f"- {old}", f"+ {new}"]
                if texts[0] == texts[1]
                else [f"- {texts[0]}", f"+ {texts[1]}"]
            )
    return "\n".join(said[:40])


def _lines(svg: str) -> list[str]:
    """The lines of *svg*, each at the row of the screen that it draws."""
    found = [""] * 60
    for line in svg.split("\n"):
        row = re.match(r'<g transform="translate\(0 (\d+)\)', line)
        if row:
            found[int(row[1]) // 20] = line
    return found
