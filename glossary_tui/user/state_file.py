"""The file in which the program remembers: versioned JSON, changed under a lock, written whole.

Two programs at once do not lose each other's changes: a change is made to what the file holds at
that moment. A file that is not understood is set aside, never written over; one of a newer
version of the program is left alone.
"""

from __future__ import annotations

import os
from contextlib import contextmanager

from glossary_tui.paths import state_folder, write_atomically

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

VERSION = 1
"""What the file says of its own form."""
_FILE = "state.json"
_TRIES = 100
_BETWEEN_TRIES = 0.01


class Newer(Exception):
    """A newer version of the program has written the file."""


class Broken(Exception):
    """The file does not hold what this program would have written."""


def read_state() -> dict[str, Any]:
    """What is remembered; nothing where there is no file or it cannot be understood."""
    try:
        return _read(_path())
    except (OSError, Newer, Broken):
        return {}


def change_state(change: Callable[[dict[str, Any]], None]) -> bool:
    """Let *change* alter what is remembered at this moment; whether that could be written."""
    import json

    path = _path()
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with _locked(path):
            try:
                state = _read(path)
            except Broken:
                _set_aside(path)
                state = {}
            change(state)
            text = json.dumps({**state, "version": VERSION}, indent=2)
            write_atomically(path, text + "\n")
    except (OSError, Newer):
        return False
    return True


def _path() -> str:
    return os.path.join(state_folder(), _FILE)


def _read(path: str) -> dict[str, Any]:
    """What *path* holds. Raises OSError, `Newer`, `Broken`."""
    try:
        with open(path, encoding="utf-8") as file:
            import json  # a start without anything remembered does without it

            found = json.load(file)
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError) as error:
        raise Broken from error
    if not isinstance(found, dict):
        raise Broken
    version = found.pop("version", 0)
    if not isinstance(version, int):
        raise Broken
    if version > VERSION:
        raise Newer
    if version == 0:  # the first form: the settings and nothing else
        return {"settings": found}
    return found


def _set_aside(path: str) -> None:
    number = 1
    while os.path.exists(f"{path}.broken-{number}"):
        number += 1
    os.replace(path, f"{path}.broken-{number}")


@contextmanager
def _locked(path: str) -> Iterator[None]:
    """Hold the lock beside *path*. Raises OSError if another program does not let go of it."""
    with open(f"{path}.lock", "ab") as file:
        _lock(file.fileno())
        yield  # closing the file gives the lock back


def _lock(descriptor: int) -> None:
    import time

    for left in reversed(range(_TRIES)):
        try:
            _try_lock(descriptor)
        except OSError:
            if not left:
                raise
            time.sleep(_BETWEEN_TRIES)
        else:
            return


def _try_lock(descriptor: int) -> None:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        vars(msvcrt)["locking"](descriptor, vars(msvcrt)["LK_NBLCK"], 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
