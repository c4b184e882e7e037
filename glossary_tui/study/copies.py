"""Reading a study database without touching its file: through a copy in memory."""

from __future__ import annotations

import os
import sqlite3

from glossary_tui.study.schema import MIGRATIONS
from glossary_tui.study.store import Store

_WAIT = 0.5
"""How many seconds a reader waits for a session that is writing."""


def unsaved_store(path: str) -> Store:
    """A store in memory, with what can be read of the database at *path*; its file is not touched."""
    return _copied(path) or Store(":memory:")


def store_to_read(path: str) -> Store:
    """The database at *path* for reading alone, also where nothing may be written.

    Raises `StudyUnavailable` for one that is damaged or of a newer version.
    """
    if not os.path.exists(path):
        return Store(":memory:")
    return _copied(path) or Store(path)


def _copied(path: str) -> Store | None:
    """The database as it is now, or None where it cannot be read or is of another version."""
    from urllib.parse import quote

    address = f"file:{quote(os.path.abspath(path))}?mode=ro"
    try:
        source = sqlite3.connect(address, uri=True, timeout=_WAIT)
    except sqlite3.Error:
        return None
    try:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        if version != len(MIGRATIONS) or source.execute("PRAGMA quick_check(1)").fetchone() != (
            "ok",
        ):
            return None
        copy = Store(":memory:")
        copy.take(source)
    except sqlite3.Error:
        return None
    else:
        return copy
    finally:
        source.close()
