"""Something to be done once, in a while."""

from __future__ import annotations

import asyncio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump


def after(seconds: float, node: MessagePump, act: Callable[[], object]) -> None:
    """Let *node* call *act* in so many *seconds*, unless it has gone by then.

    Textual's own timer may end without a call: where the thread is held up between two of its
    looks at the clock for longer than the time asked for, it takes its only turn for a missed one.
    """
    asyncio.get_running_loop().call_later(seconds, node.call_later, act)
