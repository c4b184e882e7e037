"""When what nobody can reach any more is looked for: in pauses, not while a key is on its way."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

_MOST = 20_000
"""Objects that may come and stay until they are looked through without a pause: a few megabytes,
and as much as some twenty keys leave. Python's own 700 are less than one key makes."""
_NEVER = 1_000_000
_WORTH_A_LOOK = 700
_LOOKS = 10
"""After so many looks at what is young all is looked through, but for what stood at the start."""


def look_in_pauses() -> None:
    """Begin to look, at what is made from now on: what stands now stays."""
    gc.freeze()
    gc.set_threshold(_MOST, _NEVER, _NEVER)
    gc.enable()


def look_through() -> None:
    """Let go of all that nobody can reach, be it of the start: something large was replaced.

    It takes some 20 ms.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def give_back() -> None:
    """Give memory that was let go of back to the system, where its allocator keeps it: on Linux.

    It takes some ten milliseconds, in which other threads go on.
    """
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).malloc_trim(0)


def look() -> None:
    """Let go of what nobody can reach, if enough has been made since the last look."""
    made, _, looks = gc.get_count()
    if made >= _WORTH_A_LOOK:
        gc.collect(2 if looks >= _LOOKS else 1)
