"""The words of the bodies out of a file that an earlier run has made."""

from __future__ import annotations

import os
from array import array

from glossary_tui.glossary.records import Chosen
from glossary_tui.model.record import NamedTuple
from glossary_tui.search.fulltext import CENTRAL, MOST_RANKED, FullText, Words

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from glossary_tui.model import Entry

_OPENED = "file:{}?mode=ro&immutable=1"
_AT_A_TIME = 200
"""Entries that are read at once where nobody waits."""


class Kept(NamedTuple):
    """What is kept of the bodies of a glossary."""

    path: str
    """The database."""
    token: str
    """What it says of itself, and no other does."""
    positions: Sequence[int]
    """The position in the glossary of what stands in each row; -1 where that has changed or gone."""
    others: Sequence[int]
    """The positions of the entries that are not in it."""


class KeptText(Words):
    """The texts in a file, and those of entries that have changed since, which are read anew.

    The rows of the latter follow those of the file. Raises ValueError where the file is not the
    one that is meant.
    """

    is_kept = True
    """Whether the bodies have been read by an earlier run."""

    def __init__(self, kept: Kept, entries: Sequence[Entry]) -> None:
        self._positions = kept.positions
        self._has_lost = min(kept.positions, default=0) < 0
        self.rows = len(kept.positions)
        self._database = _opened(kept)
        self._has_central = _holds(self._database, CENTRAL)
        self._more = FullText(Chosen(entries, kept.others))
        self.positions = array("i", (*kept.positions, *kept.others))
        """The position of the entry in each row."""

    @property
    def is_complete(self) -> bool:
        """Whether every entry has been read."""
        return self._more.is_complete

    def step(self, entries: int) -> bool:
        """Reads so many more of the entries that are not in the file. True while some are left."""
        return self._more.step(entries)

    def packed(self, rows: list[int]) -> dict[int, bytes]:
        """The bodies in *rows* as they are kept, as far as they can be had."""
        held = super().packed([row for row in rows if row < self.rows])
        others = [row - self.rows for row in rows if row >= self.rows]
        more = self._more.packed(others) if others else {}
        return held | {row + self.rows: body for row, body in more.items()}

    def find(
        self,
        words: list[str],
        phrases: Sequence[str] = (),
        without: Sequence[str] = (),
        *,
        begun: bool = False,
        most: int = MOST_RANKED,
    ) -> list[int]:
        """The first rows that hold every word and phrase: what has changed, then the best first."""
        more = self._more.find(words, phrases, without, begun=begun, most=most)
        found = super().find(words, phrases, without, begun=begun, most=most)
        if self._has_lost or max(found, default=0) >= self.rows:
            positions = self._positions
            found = [row for row in found if row < self.rows and positions[row] >= 0]
        return [row + self.rows for row in more] + found


def keep_text(entries: Sequence[Entry], path: str, token: str) -> None:
    """Write the database of the bodies of *entries*, in their order, to *path*. Raises OSError."""
    from sqlite3 import Error

    text = FullText(entries, path)
    try:
        text.start()
        while text.step(_AT_A_TIME):
            pass
        text.finish(token)
    except Error as error:
        raise OSError(str(error)) from error
    finally:
        text.close()


def _opened(kept: Kept) -> sqlite3.Connection:
    from sqlite3 import Error, connect

    try:
        address = _OPENED.format(_as_uri(kept.path))
        database = connect(address, uri=True, isolation_level=None, check_same_thread=False)
        database.execute("pragma cache_size = -2000")
        found = database.execute("select token, rows from about").fetchall()
    except Error as error:
        raise ValueError(kept.path) from error
    if found != [(kept.token, len(kept.positions))]:
        database.close()
        raise ValueError(kept.path)
    return database


def _holds(database: sqlite3.Connection, table: str) -> bool:
    found = database.execute("select 1 from sqlite_master where name = ?", (table,)).fetchone()
    return found is not None


def _as_uri(path: str) -> str:
    """*path* in an address. The standard library's own way imports all that HTTP needs."""
    path = os.path.abspath(path).replace(os.sep, "/")
    for letter in "%?#":
        path = path.replace(letter, f"%{ord(letter):02x}")
    return path if path.startswith("/") else f"/{path}"
