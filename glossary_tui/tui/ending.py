"""How the interface begins to listen, and how it ends: in order, whatever ends it."""

from __future__ import annotations

import asyncio
import os
import signal
import threading

from glossary_tui.tui.terminal import ENDING_SIGNALS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from textual.app import App

    _Base = App[None]
else:
    _Base = object

_HUNG_UP = 129
_PATIENCE = 1.0
"""Seconds that an orderly end may take once a signal has asked for it."""


class EndingInOrder(_Base):
    """An app that the program's drivers can listen for. Stands before Textual's own among the bases."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.crash: Exception | None = None
        """The error that ended the app, if one did."""
        self._input_may_come = threading.Event()
        super().__init__(*arguments, **options)

    def let_input_in(self) -> None:
        """Let the driver read keys: they have somewhere to go."""
        self._input_may_come.set()

    def wait_until_ready(self) -> None:
        """Block the driver's input thread until keys have somewhere to go."""
        self._input_may_come.wait()

    def wait_no_more(self) -> None:
        """Let the driver's input thread go on to its end."""
        self._input_may_come.set()

    def hang_up(self) -> None:
        """End because the terminal is gone. Called from the input thread."""
        self._end_soon(_HUNG_UP)

    def listen_to_signals(self) -> None:
        """Leave in order when the system asks for the end."""
        if self.is_headless:
            return
        for name in ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None:
                try:
                    asyncio.get_running_loop().add_signal_handler(
                        number, self._end_soon, 128 + number
                    )
                except (NotImplementedError, RuntimeError):
                    return  # Windows

    def _end_soon(self, status: int) -> None:
        """Leave in order; without it, if a closed terminal keeps that from coming to its end."""
        watchdog = threading.Timer(_PATIENCE, os._exit, (status,))
        watchdog.daemon = True
        watchdog.start()
        self._input_may_come.set()
        self.call_later(self.exit, return_code=status)

    def _handle_exception(self, error: Exception) -> None:
        """Note what ended the app; `launch` reports it once the terminal is restored."""
        self.crash = error
        self._input_may_come.set()
        if self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = 1
        self._close_messages_no_wait()
