"""Screens that are painted as soon as all that follows from a key has been done, and not before."""

from __future__ import annotations

import asyncio
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from textual.screen import Screen

_LONGEST = 0.03
"""Seconds that a screen may stay unpainted while there is always something else to do."""


class PaintedAtOnce:
    """A screen without a frame timer. Stands before Textual's own among a screen's bases.

    Textual paints at the next tick of a timer, which comes too early, between a key and what
    follows from it, and again too late. Here a change asks for a turn of the event loop in which
    nothing else is left to do: by then all widgets have had their messages, and one frame shows
    everything.
    """

    _turn: Turn | None = None

    @property
    def _update_timer(self) -> Any:
        if self._turn is None:
            self._turn = Turn(self)  # type: ignore[arg-type] # it is a screen's base
        return self._turn


class Turn:
    """The next quiet turn of the event loop, in which *screen* is painted. Acts as its timer."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen
        self._asked_at = 0.0

    def resume(self) -> None:
        """Ask for a turn, if none has been asked for."""
        if not self._asked_at:
            self._asked_at = monotonic()
            asyncio.get_running_loop().call_soon(self._take)

    def pause(self) -> None:
        """Need no turn any more: everything has been painted."""
        self._asked_at = 0.0

    def _take(self) -> None:
        if not self._asked_at:
            return
        loop = asyncio.get_running_loop()
        # What is ready to run stands in the loop's own list. Without it, this turn is as good.
        if getattr(loop, "_ready", ()) and monotonic() - self._asked_at < _LONGEST:
            loop.call_soon(self._take)
        elif self._screen.is_running:
            try:
                self._screen._on_timer_update()  # noqa: SLF001 # what Textual's timer calls
            except Exception as error:  # noqa: BLE001 # whatever it is, the app ends in order
                self._screen.app._handle_exception(error)  # noqa: SLF001 # as the timer does
