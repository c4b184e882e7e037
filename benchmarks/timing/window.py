"""A program in a pseudo-terminal whose output is recorded with the time of every piece.

Nothing is interpreted while the clock runs: what stood on the screen at which moment is worked out
from the recording afterwards.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from typing import TYPE_CHECKING, NamedTuple, Self

import pyte

from benchmarks.timing.machine import clean_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence


class Piece(NamedTuple):
    """Bytes, and when they came."""

    at: float
    data: bytes


COLUMNS, ROWS = 120, 40
"""The size of every window."""
_PATIENCE = 60.0
"""Seconds after which a wait is a failure."""
_QUESTIONS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[6n": b"\x1b[1;1R"}
"""What a program asks its terminal, and a terminal's answer: synchronized output, the cursor."""


class Window:
    """A running program. `press` writes keys, `record` reads what comes of it."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        ahead: bytes = b"",
    ) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._tail = b""
        self.raw = bytearray()
        """Everything that the program has written."""
        environment = {**clean_environment(), "TERM": "xterm-256color", **(environment or {})}
        self.started = time.perf_counter()
        """When the program was started."""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
                fcntl.ioctl(1, termios.TIOCSWINSZ, size)
                os.execvpe(command[0], list(command), environment)
            finally:
                os._exit(127)
        self._before = termios.tcgetattr(self.fd)[:4]
        if ahead:
            os.write(self.fd, ahead)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def press(self, keys: bytes) -> float:
        """Write *keys*; when that was."""
        at = time.perf_counter()
        os.write(self.fd, keys)
        return at

    def _read(self, timeout: float) -> Piece | None:
        """The next piece; None where nothing comes in *timeout* seconds or the program has ended."""
        if not select.select([self.fd], [], [], timeout)[0]:
            return None
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return None
        at = time.perf_counter()
        if not data:
            return None
        self.raw += data
        asked = self._tail + data
        for question, answer in _QUESTIONS.items():
            if question in asked and question not in self._tail:
                os.write(self.fd, answer)
        self._tail = asked[-16:] if b"\x1b" in asked[-16:] else b""
        return Piece(at, data)

    def record(self, quiet: float) -> list[Piece]:
        """What comes until nothing has come for *quiet* seconds."""
        pieces: list[Piece] = []
        while (piece := self._read(quiet)) is not None:
            pieces.append(piece)
        return pieces

    def wait_for(self, complete: Callable[[list[str]], bool], quiet: float = 0.3) -> float:
        """The first moment at which the screen is *complete*; then wait until it is quiet."""
        return self.wait_for_each(complete, quiet=quiet)[0]

    def wait_for_each(
        self, *stages: Callable[[list[str]], bool], quiet: float = 0.3
    ) -> list[float]:
        """The first moments at which the screen is at each of *stages*, which follow one another.

        Then wait until it is quiet.
        """
        deadline = time.perf_counter() + _PATIENCE
        found: list[float] = []
        while time.perf_counter() < deadline:
            for at, shown in self.replay(self.record(quiet)):
                while len(found) < len(stages) and stages[len(found)](shown):
                    found.append(at)
            if len(found) == len(stages):
                return found
        raise TimeoutError(
            "it never came to this; the screen is\n" + "\n".join(self.screen.display)
        )

    def replay(self, pieces: Sequence[Piece]) -> Iterator[tuple[float, list[str]]]:
        """Feed *pieces* to the screen: when each had come, and what then stood there."""
        for piece in pieces:
            self._stream.feed(piece.data)
            yield piece.at, list(self.screen.display)

    def settled(self, pieces: Sequence[Piece]) -> float | None:
        """When the text of the screen took the form that it kept; None if it did not change."""
        last = list(self.screen.display)
        changed = None
        for at, shown in self.replay(pieces):
            if shown != last:
                changed, last = at, shown
        return changed

    def resident(self) -> float:
        """Megabytes that the program holds in memory now."""
        with open(f"/proc/{self.pid}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1]) / 1024
        return 0.0

    def wait_until_idle(self) -> None:
        """Read until the program and what it has started have used no processor for half a second."""
        used, since = -1, time.perf_counter()
        while time.perf_counter() < since + 0.5:
            self._read(0.1)
            now = _ticks(self.pid)
            if now > used + 1 or _children(self.pid):  # a blinking cursor costs a tick now and then
                used, since = now, time.perf_counter()

    def wait_for_end(self) -> tuple[float, int]:
        """When the program had ended, and its exit status."""
        import threading

        def drain() -> None:
            while self._read(_PATIENCE) is not None:
                pass

        reader = threading.Thread(target=drain, daemon=True)
        reader.start()
        _, status = os.waitpid(self.pid, 0)
        at = time.perf_counter()
        self.pid = 0
        reader.join(1.0)  # what was written last may still be on its way
        return at, os.waitstatus_to_exitcode(status)

    def is_restored(self) -> bool:
        """Whether the terminal is set as before and shows its first screen and the cursor."""
        shown = self.raw.rfind(b"\x1b[?25h") >= self.raw.rfind(b"\x1b[?25l")
        left = self.raw.rfind(b"\x1b[?1049l") >= self.raw.rfind(b"\x1b[?1049h")
        return termios.tcgetattr(self.fd)[:4] == self._before and shown and left

    def close(self) -> None:
        """End the program if it still runs, and close the window."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1


def _ticks(pid: int) -> int:
    """How much of the processor a process has used, in hundredths of a second."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _children(pid: int) -> str:
    """The numbers of the processes that a process has started and that still run."""
    found = ""
    for task in os.listdir(f"/proc/{pid}/task"):
        with contextlib.suppress(OSError), open(f"/proc/{pid}/task/{task}/children") as file:
            found += file.read()
    return found
