"""A real process in a real pseudo-terminal, its screen read through pyte.

Nothing here sleeps: every wait ends as soon as what it waits for is on the screen, or fails.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

import pyte

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PATIENCE = 20.0
"""Seconds after which a wait is a failure. Far more than anything here takes."""
KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B",
    "right": "\x1b[C", "left": "\x1b[D", "alt+left": "\x1b[1;3D", "alt+right": "\x1b[1;3C",
    "shift+tab": "\x1b[Z", "backspace": "\x7f",
}  # fmt: skip

_KEYBOARD_MODE_LEFT = b"\x1b[<u"
"""Takes back how keys are reported; pyte does not know it, and would write the letter."""


class Terminal:
    """The program as `python -m glossary_tui`, or another *command*, in a window of its own."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        type_ahead: str = "",
        stdin: int | None = None,
        command: Sequence[str] = (),
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        """Everything that the program has written."""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:  # pragma: no cover # the child becomes the program
            try:
                if stdin is not None:
                    os.dup2(stdin, 0)
                os.environ.update({"TERM": "xterm-256color", **(environment or {})})
                words = [*(command or (sys.executable, "-m", "glossary_tui")), *arguments]
                # readline, which pytest imports, sets COLUMNS behind the back of os.environ.
                os.execvpe(words[0], words, os.environ)
            finally:
                os._exit(127)
        self.attributes = termios.tcgetattr(self.fd)
        """How the terminal was set before the program touched it."""
        self.resize(columns, rows)
        if type_ahead:
            os.write(self.fd, type_ahead.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, *keys: str) -> None:
        """Press keys by name; anything else is typed as it is."""
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())

    def _receive(self, timeout: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if not ready:
            return True
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data.replace(_KEYBOARD_MODE_LEFT, b""))
        return bool(data)

    @property
    def text(self) -> str:
        """What stands on the screen, a line a row, without the blanks at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, what: str | Callable[[str], bool]) -> str:
        """Read until *what* is on the screen; the screen."""
        deadline = time.monotonic() + PATIENCE
        while True:
            text = self.text
            if what in text if isinstance(what, str) else what(text):
                return text
            if time.monotonic() > deadline or not self._receive(0.2):
                raise AssertionError(f"{what!r} did not come; the screen is\n{text}")

    def wait_for_end(self) -> int:
        """Read until the program has ended; its exit status (128 + n after signal n)."""
        deadline = time.monotonic() + PATIENCE
        ended = 0
        while not ended:
            if time.monotonic() > deadline:
                raise AssertionError(f"the program does not end; the screen is\n{self.text}")
            self._receive(0.02)
            ended, status = os.waitpid(self.pid, os.WNOHANG)
        while select.select([self.fd], [], [], 0)[0] and self._receive(0):
            pass
        self.pid = 0
        code = os.waitstatus_to_exitcode(status)
        return code if code >= 0 else 128 - code

    def is_restored(self) -> bool:
        """Whether the terminal is as the program found it: its settings, screen and cursor."""
        before, after = self.attributes[:4], termios.tcgetattr(self.fd)[:4]
        left = self.raw.rfind(b"\x1b[?1049l") >= self.raw.rfind(b"\x1b[?1049h")
        shown = self.raw.rfind(b"\x1b[?25h") >= self.raw.rfind(b"\x1b[?25l")
        mouse = self.raw.rfind(b"\x1b[?1003l") >= self.raw.rfind(b"\x1b[?1003h")
        return before == after and left and shown and mouse

    def close(self) -> None:
        """Close the window; end the program if it still runs."""
        with contextlib.suppress(OSError):
            os.close(self.fd)
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
