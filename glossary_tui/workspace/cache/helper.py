"""Another process at work, as the one that has made it sees it; and the pipes between the two."""

from __future__ import annotations

import os
from marshal import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Made = list[list[Any] | None]
    """What has been made of each token; None where that is not here yet."""

NO_TOKEN = 0xFFFFFFFF
"""Before a message that is of no token."""
NUMBER = 4
"""Bytes of a number in a pipe."""
_KILL = 9
_PIPE = 1 << 20
"""Bytes that a pipe is to hold, where the system lets it."""


class Helper:
    """Another process at work, as this one sees it."""

    def __init__(self, pid: int, reading: int, asking: int) -> None:
        self._pid = pid
        self.reading = reading
        """Where its messages come from; -1 where there will be none."""
        self.asking = asking
        """Where it is asked for more."""
        self.said: list[bytes] = []
        """What it has said of no piece."""
        self._held = bytearray()
        """What has come of it and is no whole message yet."""

    def wait(self, made: Made, said: int) -> None:
        """Take in what it makes until it has *said* so much, or has ended."""
        if self.reading >= 0:
            os.set_blocking(self.reading, True)
        while self.reading >= 0 and len(self.said) < said:
            self.take(made)

    def take(self, made: Made) -> None:
        """Take in what it has *made* so far."""
        held = self._held
        if self.reading < 0:
            return
        try:
            data = os.read(self.reading, _PIPE)
        except BlockingIOError:
            return
        held += data
        while len(held) >= 2 * NUMBER:
            token = int.from_bytes(held[:NUMBER], "little")
            end = 2 * NUMBER + int.from_bytes(held[NUMBER : 2 * NUMBER], "little")
            if len(held) < end:
                break
            message = held[2 * NUMBER : end]
            if token == NO_TOKEN:
                self.said.append(bytes(message))
            else:
                made[token] = loads(message)  # noqa: S302 # from our own child
            del held[:end]
        if not data:
            self._close()

    def ask(self, data: bytes) -> bool:
        """Ask it for more; whether it can be asked."""
        if not self.said or self.reading < 0:
            return False
        try:
            write_all(self.asking, data)
        except OSError:
            return False
        os.close(self.asking)
        self.asking = -1
        return True

    def _close(self) -> None:
        for pipe in (self.reading, self.asking):
            if pipe >= 0:
                os.close(pipe)
        self.reading = self.asking = -1

    def dismiss(self) -> None:
        """It works no more."""
        self._close()
        try:
            os.kill(self._pid, _KILL)
            os.waitpid(self._pid, 0)
        except OSError:
            return


def send(pipe: int, token: int, data: bytes) -> None:
    """Write a message of a *token* into a *pipe*."""
    write_all(pipe, bytes_of(token) + bytes_of(len(data)) + data)


def write_all(pipe: int, data: bytes) -> None:
    """Write all of *data* into a *pipe*. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(pipe, rest) :]


def bytes_of(number: int) -> bytes:
    """*number* as it goes through a pipe."""
    return number.to_bytes(NUMBER, "little")


def wide_pipe() -> tuple[int, int]:
    """A pipe, its end to read from and the one to write to. Raises OSError."""
    pipe = os.pipe()
    _widen(pipe[1])
    return pipe


def _widen(pipe: int) -> None:
    """Let *pipe* hold more than one message, so that nobody waits for its reader."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe, F_SETPIPE_SZ, _PIPE)
    except (ImportError, OSError):
        return
