"""When something is done once: in a quiet turn of the event loop, or in a while.

A turn is quiet in which nothing else is left to do. What waits for one comes after all that follows
from what went before, whatever messages that takes.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from weakref import WeakKeyDictionary

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump

KEY, PAINTING, ONLOOKER = range(3)
"""Who goes first where several wait: the next key, then painting, then who looks at the outcome."""


class _Wish(NamedTuple):
    """Someone waits for a quiet turn."""

    rank: int
    """Its place among those who wait: the lowest goes first."""
    deadline: float
    """When it is done at the latest, by the monotonic clock, in seconds."""
    act: Callable[[], None]
    """What is to be done."""


class _Waiting:
    """Those who wait for a quiet turn of one loop.

    One handle of the loop looks out for all of them: several would keep each other waiting.
    """

    def __init__(self) -> None:
        self._wishes: list[_Wish] = []

    def add(self, wish: _Wish) -> None:
        """Let *wish* be seen to when its turn comes."""
        self._wishes.append(wish)
        if len(self._wishes) == 1:
            asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        # What is ready to run stands in the loop's own list. Without it, this turn is as good.
        if getattr(loop, "_ready", ()):
            wish = min(self._wishes, key=_deadline)
            if monotonic() < wish.deadline:
                loop.call_soon(self._look)
                return
        else:
            wish = min(self._wishes, key=_rank)
        self._wishes.remove(wish)
        if self._wishes:
            loop.call_soon(self._look)
        wish.act()


_waiting: WeakKeyDictionary[asyncio.AbstractEventLoop, _Waiting] = WeakKeyDictionary()


def when_quiet(rank: int, act: Callable[[], None], patience: float) -> None:
    """Call *act* in a quiet turn of the running event loop, after *patience* seconds in any turn."""
    waiting = _waiting.setdefault(asyncio.get_running_loop(), _Waiting())
    waiting.add(_Wish(rank, monotonic() + patience, act))


def after(seconds: float, node: MessagePump, act: Callable[[], object]) -> None:
    """Let *node* call *act* in so many *seconds*, unless it has gone by then.

    Textual's own timer may end without a call: where the thread is held up between two of its
    looks at the clock for longer than the time asked for, it takes its only turn for a missed one.
    """
    asyncio.get_running_loop().call_later(seconds, node.call_later, act)


def _rank(wish: _Wish) -> int:
    return wish.rank


def _deadline(wish: _Wish) -> float:
    return wish.deadline
