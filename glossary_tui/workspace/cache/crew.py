"""Work on many files by as many processes as there are processors for it.

Pieces of the work are drawn from a pipe by whoever is free, this process among them, so that each
gets as much as it can do meanwhile. What a process has not finished when it ends, for whatever
reason, is done here: the others only save time.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from marshal import dumps

from glossary_tui.workspace.cache.helper import NO_TOKEN, NUMBER, Helper, bytes_of, send, wide_pipe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Work = Callable[[range], list[Any]]
    """Does the work of some numbers; what it makes of each can be written by `marshal`."""
    More = Callable[[bytes], bytes]
    """Makes something of what is known once all of that has been done."""

WORTH_IT = 1_500
"""Pieces of work below which one process is done sooner than it has another."""
_MOST = 4
"""Processes that share the work at most: what they make is put together by one."""
_DRAWN = 32
"""Pieces that are drawn together. What is made of them fits into a pipe."""
_TOKENS = 3_500
"""How often something is drawn at most: the numbers wait in a pipe, which holds 16 KB somewhere."""
_TOLD, _REPORTS = 500, 60
"""Pieces between two reports on how far it is, at least; and about how many reports there are at
most: who draws each of them needs a processor for that."""


class Crew:
    """The processes at work on every number below *count*; one of them then does *more*.

    Who makes a crew asks it for what is `done`, then perhaps for something `aside`, or dismisses it.
    """

    def __init__(self, work: Work, count: int, more: More | None = None) -> None:
        self._work = work
        self._count = count
        self._more = more
        self._drawn = max(_DRAWN, -(-count // _TOKENS))
        """How many pieces are drawn together."""
        self._made: list[list[Any] | None] = [None] * -(-count // self._drawn)
        self._tokens = -1
        self._helpers: list[Helper] = []
        try:
            self._engage(helpers(count))
        except OSError:  # no more processes, or no more files
            self.dismiss()

    def _engage(self, number: int) -> None:
        if not number:
            return
        self._tokens, filling = os.pipe()
        try:
            os.write(filling, b"".join(map(bytes_of, range(len(self._made)))))
        finally:
            os.close(filling)
        for _ in range(number):
            pipes: list[int] = []
            try:
                pipes += wide_pipe()
                pipes += wide_pipe()
                pid = os.fork()
            except OSError:
                for pipe in pipes:
                    os.close(pipe)
                raise
            reading, writing, asked, asking = pipes
            if pid == 0:
                self._help(writing, asked, (reading, asking))
            os.close(writing)
            os.close(asked)
            os.set_blocking(reading, False)
            self._helpers.append(Helper(pid, reading, asking))

    def _help(self, writing: int, asked: int, others: tuple[int, ...]) -> None:
        """What a helper does, from its beginning to its end."""
        try:
            for helper in self._helpers:
                others += (helper.reading, helper.asking)
            for pipe in others:  # so that it ends when there is nobody left who listens or asks
                os.close(pipe)
            while (token := self._draw()) is not None:
                send(writing, token, dumps(self._of(token)))
            if self._more is not None:
                send(writing, NO_TOKEN, b"")
                with open(asked, "rb", buffering=0) as file:
                    data = file.read()
                if data:
                    send(writing, NO_TOKEN, self._more(data))
        except BaseException:  # noqa: BLE001 # what it leaves undone is done by the others
            os._exit(1)
        os._exit(0)

    def _draw(self) -> int | None:
        """The number of the next pieces that nobody does; None where all have been drawn."""
        token = os.read(self._tokens, NUMBER)
        return int.from_bytes(token, "little") if token else None

    def _of(self, token: int) -> list[Any]:
        first = token * self._drawn
        return self._work(range(first, min(first + self._drawn, self._count)))

    def done(self, tell: Callable[[int, int], None] | None = None) -> list[Any]:
        """What has been made of each number, in order.

        *tell* is called from time to time with how many are done, and how many there are.
        """
        try:
            return self._done(tell)
        except BaseException:
            self.dismiss()
            raise

    def _done(self, tell: Callable[[int, int], None] | None) -> list[Any]:
        told, between = 0, max(_TOLD, self._count // _REPORTS)
        if tell:
            tell(0, self._count)
        for token in iter(self._draw, None) if self._helpers else range(len(self._made)):
            self._made[token] = self._of(token)
            for helper in self._helpers:
                helper.take(self._made)
            made = sum(map(len, filter(None, self._made))) if tell else 0
            if tell and made >= told + between:
                tell(made, self._count)
                told = made
        for helper in self._helpers:
            helper.wait(self._made, 1)
        every = [
            each
            for token, made in enumerate(self._made)
            for each in (self._of(token) if made is None else made)
        ]
        self._made = []
        if tell:
            tell(self._count, self._count)
        return every

    def aside(self, data: bytes) -> Callable[[], bytes]:
        """Begin *more* with *data* in another process, if there is one; what gives what it made.

        Where the other one has ended without having made it, it is made by whoever asks for it.
        """
        if self._more is None:
            raise ValueError("there is nothing more to do")
        asked = next((helper for helper in self._helpers if helper.ask(data)), None)
        if asked is None:
            self.dismiss()
            return partial(self._more, data)
        return partial(self._made_aside, self._more, asked, data)

    def _made_aside(self, more: More, helper: Helper, data: bytes) -> bytes:
        helper.wait([], 2)
        self.dismiss()
        return helper.said[1] if len(helper.said) > 1 else more(data)

    def dismiss(self) -> None:
        """Nobody works any more."""
        for helper in self._helpers:
            helper.dismiss()
        self._helpers = []
        if self._tokens >= 0:
            os.close(self._tokens)
            self._tokens = -1

    __del__ = dismiss


def helpers(count: int) -> int:
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
