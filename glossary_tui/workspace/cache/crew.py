"""Work on many files by as many processes as there are processors for it.

Pieces of the work are drawn from a pipe by whoever is free, this process among them, so that each
gets as much as it can do meanwhile. What a process has not finished when it ends, for whatever
reason, is done here: the others only save time.
"""

from __future__ import annotations

import os
import sys
from marshal import dumps, loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Work = Callable[[int], tuple[Any, ...]]
    """Does the work of a number; what it makes can be written by `marshal`."""

WORTH_IT = 1_500
"""Pieces of work below which one process is done sooner than it has another."""
_MOST = 4
"""Processes that share the work at most: what they make is put together by one."""
_DRAWN = 64
"""Pieces that are drawn together. What is made of them fits into a pipe."""
_TOKENS = 3_500
"""How often something is drawn at most: the numbers wait in a pipe, which holds 16 KB somewhere."""
_NUMBER = 4
"""Bytes of a number in a pipe."""
_KILL = 9
_TOLD = 500
"""Pieces between two reports on how far it is."""
_PIPE = 1 << 20
"""Bytes that a pipe is to hold, where the system lets it."""


def done(work: Work, count: int, tell: Callable[[int, int], None] | None = None) -> list[Any]:
    """What *work* makes of each number below *count*, in order.

    *tell* is called from time to time with how many are done, and *count*.
    """
    helpers = _helpers(count)
    crew = _Crew(work, count, helpers)
    try:
        return crew.done(tell)
    finally:
        crew.dismiss()


def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begin *work* in another process, if there is a processor for it; what hands out what it made.

    Where the other one ended without having made it, it is made by whoever asks for it.
    """
    if not _helpers(WORTH_IT):
        return work
    try:
        reading, writing = os.pipe()
    except OSError:
        return work
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if pid == 0:
        try:
            os.close(reading)
            with open(writing, "wb", buffering=0) as file:
                message = memoryview(work())
                while message:
                    message = message[file.write(message) :]
        except BaseException:  # noqa: BLE001 # whoever waits does it then
            os._exit(1)
        os._exit(0)
    os.close(writing)

    def made() -> bytes:
        with open(reading, "rb") as file:
            data = file.read()
        _, status = os.waitpid(pid, 0)
        return data if status == 0 else work()

    return made


def _helpers(count: int) -> int:
    """How many processes are to help with so many pieces of work."""
    if count < WORTH_IT or not hasattr(os, "fork") or sys.platform == "darwin":
        return 0
    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        return 0  # a copy of a process with threads may wait for one that it does not have
    try:
        processors = len(os.sched_getaffinity(0))
    except (AttributeError, OSError):
        processors = os.cpu_count() or 1
    return min(processors, _MOST) - 1


class _Crew:
    """The processes at work."""

    def __init__(self, work: Work, count: int, helpers: int) -> None:
        self._work = work
        self._count = count
        self._drawn = max(_DRAWN, -(-count // _TOKENS))
        """How many pieces are drawn together."""
        self._made: list[list[Any] | None] = [None] * -(-count // self._drawn)
        self._tokens = -1
        self._results: dict[int, bytearray] = {}
        """What has come of each helper and is no whole message yet, by the pipe's end."""
        self._pids: list[int] = []
        try:
            self._engage(helpers)
        except OSError:  # no more processes, or no more files
            self.dismiss()

    def _engage(self, helpers: int) -> None:
        if not helpers:
            return
        self._tokens, filling = os.pipe()
        try:
            os.write(filling, b"".join(map(_bytes, range(len(self._made)))))
        finally:
            os.close(filling)
        for _ in range(helpers):
            reading, writing = os.pipe()
            _widen(writing)
            pid = os.fork()
            if pid == 0:
                self._help(reading, writing)
            os.close(writing)
            os.set_blocking(reading, False)
            self._results[reading] = bytearray()
            self._pids.append(pid)

    def _help(self, reading: int, writing: int) -> None:
        """What a helper does, from its beginning to its end."""
        try:
            for pipe in (reading, *self._results):  # so that it ends when there is no reader left
                os.close(pipe)
            while (token := self._draw()) is not None:
                data = dumps(self._of(token))
                message = memoryview(_bytes(token) + _bytes(len(data)) + data)
                while message:
                    message = message[os.write(writing, message) :]
        except BaseException:  # noqa: BLE001 # what it leaves undone is done by the others
            os._exit(1)
        os._exit(0)

    def _draw(self) -> int | None:
        """The number of the next pieces that nobody does; None where all have been drawn."""
        token = os.read(self._tokens, _NUMBER)
        return int.from_bytes(token, "little") if token else None

    def _of(self, token: int) -> list[Any]:
        first = token * self._drawn
        return list(map(self._work, range(first, min(first + self._drawn, self._count))))

    def done(self, tell: Callable[[int, int], None] | None) -> list[Any]:
        """Everything that there is to make."""
        told = 0
        if tell:
            tell(0, self._count)
        for token in iter(self._draw, None) if self._pids else range(len(self._made)):
            self._made[token] = self._of(token)
            for reading in [*self._results]:
                self._take(reading)
            made = sum(map(len, filter(None, self._made))) if tell else 0
            if tell and made >= told + _TOLD:
                tell(made, self._count)
                told = made
        for reading in [*self._results]:
            os.set_blocking(reading, True)
            while reading in self._results:
                self._take(reading)
        every = [
            each
            for token, made in enumerate(self._made)
            for each in (self._of(token) if made is None else made)
        ]
        if tell:
            tell(self._count, self._count)
        return every

    def _take(self, reading: int) -> None:
        """Take in what a helper has made, as far as it has come."""
        held = self._results[reading]
        try:
            data = os.read(reading, _PIPE)
        except BlockingIOError:
            return
        held += data
        while len(held) >= 2 * _NUMBER:
            token = int.from_bytes(held[:_NUMBER], "little")
            end = 2 * _NUMBER + int.from_bytes(held[_NUMBER : 2 * _NUMBER], "little")
            if len(held) < end:
                break
            self._made[token] = loads(held[2 * _NUMBER : end])  # noqa: S302 # from our own child
            del held[:end]
        if not data:
            del self._results[reading]
            os.close(reading)

    def dismiss(self) -> None:
        """Nobody works any more."""
        for reading in self._results:
            os.close(reading)
        self._results = {}
        for pid in self._pids:
            try:
                os.kill(pid, _KILL)
                os.waitpid(pid, 0)
            except OSError:
                continue
        self._pids = []
        if self._tokens >= 0:
            os.close(self._tokens)
            self._tokens = -1


def _bytes(number: int) -> bytes:
    return number.to_bytes(_NUMBER, "little")


def _widen(pipe: int) -> None:
    """Let *pipe* hold more than one message, so that nobody waits for its reader."""
    try:
        from fcntl import F_SETPIPE_SZ, fcntl

        fcntl(pipe, F_SETPIPE_SZ, _PIPE)
    except (ImportError, OSError):
        return
