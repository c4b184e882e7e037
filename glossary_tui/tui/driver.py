"""Textual's driver for Unix terminals, quicker to leave and deaf until the screen is ready."""

from __future__ import annotations

import os
import selectors
import sys
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from glossary_tui.tui import terminal
from glossary_tui.tui.linear import is_linear

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol, TextIO

    class Ready(Protocol):
        """What the driver asks of the app beyond Textual's."""

        def wait_until_ready(self) -> None:
            """Return once keys have somewhere to go."""

        def wait_no_more(self) -> None:
            """Let `wait_until_ready` return, since the program ends before anything was ready."""

        def hang_up(self) -> None:
            """End, because the terminal is gone."""


class Listening(Driver):
    """What both drivers of the program do: draw on standard output, and listen when it is time.

    Input waits until the app can tell where it belongs, and stops as soon as it is told to.
    """

    _file: Any
    _key_thread: Any
    fileno: int

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file = _buffered_output() or self._file
        self._wake_reader, self._wake_writer = os.pipe()

    def _wake(self) -> None:
        """Let the input thread end at once, even if it has not begun to read."""
        app: Ready = self._app  # type: ignore[assignment] # as below
        app.wait_no_more()
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._wake_writer, b"x")

    def run_input_thread(self) -> None:
        """Read keys and pass them on, until `disable_input` or the end of the terminal."""
        app: Ready = self._app  # type: ignore[assignment] # the app of this package
        app.wait_until_ready()
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        ahead = True
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_reader, selectors.EVENT_READ)
            while True:
                ready = [key.fd for key, _ in selector.select(0.1)]
                if self._wake_reader in ready:
                    os.read(self._wake_reader, 1)
                    return
                if self.fileno in ready:
                    received = self._read()
                    if not received:
                        app.hang_up()
                        return
                    if ahead:
                        # Enter, typed before the program could say that it wants it unchanged.
                        received = received.replace(b"\n", b"\r")
                    for event in parser.feed(decode(received)):
                        self.process_message(event)
                ahead = False
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""


def _buffered_output() -> TextIO | None:
    """Standard output with a buffer of its own, or None where there is none.

    Under PYTHONUNBUFFERED the usual one loses what a write leaves over that a signal cut short.
    """
    out = sys.__stdout__
    if out is None:
        return None
    return open(out.fileno(), "w", 65536, encoding=out.encoding, errors=out.errors, closefd=False)


class TerminalDriver(Listening, LinuxDriver):
    """Has the whole screen."""

    def start_application_mode(self) -> None:
        """Take the terminal; leaving gives it back as the program found it, not as it held it."""
        super().start_application_mode()  # type: ignore[no-untyped-call] # Textual left it so
        if terminal.original_attributes is not None:
            self.attrs_before = terminal.original_attributes
        if is_linear(self._app):
            self.write("\x1b[?25h")  # the cursor, which a screen reader follows

    def disable_input(self) -> None:
        """Stop listening. The input thread is woken instead of waited for."""
        self._wake()
        super().disable_input()
