"""Waiting for a program that works behind its screen: as long as it takes, and not for ever."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.pilot import Pilot

_TURNS, _TURN = 3_000, 0.01
"""How often it is looked whether it has come about, and seconds between two looks at least."""


async def until(holds: Callable[[], object], pilot: Pilot[Any], what: str) -> None:
    """Let the program go on until it *holds*; a failure says *what* does not come about."""
    for _ in range(_TURNS):
        if holds():
            return
        await pilot.pause(_TURN)
    workers = ", ".join(f"{each.name} {each.state.name}" for each in pilot.app.workers)
    raise AssertionError(f"{what}: it does not come about; workers: {workers or 'none'}")


async def until_links_are_read(pilot: Pilot[Any]) -> None:
    """Let the program go on until it is known who names whom."""
    app = pilot.app
    await until(lambda: getattr(app.screen, "backlinks_ready", False), pilot, "who names whom")
