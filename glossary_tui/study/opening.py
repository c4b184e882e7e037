"""Opening the study database: found, sound, of this version, or a clear error and no harm done."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager

from glossary_tui.errors import StudyUnavailable
from glossary_tui.study.schema import APPLICATION_ID, MIGRATIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WAIT = 5.0
"""How many seconds a session waits for another one to finish writing."""
_REASONS = {
    sqlite3.SQLITE_BUSY: "another program is holding it",
    sqlite3.SQLITE_LOCKED: "another program is holding it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may not be written to",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_PERM: "it may not be written to",
    sqlite3.SQLITE_IOERR: "reading or writing failed",
    sqlite3.SQLITE_CORRUPT: "it is damaged",
    sqlite3.SQLITE_NOTADB: "it is damaged",
}
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def connect(path: str, migrations: Sequence[str] = MIGRATIONS) -> sqlite3.Connection:
    """The database at *path*, made or brought up to date where that is needed.

    A damaged file is moved aside under another name and never written to. Raises
    `StudyUnavailable`, whose message names the file and says what is the matter.
    """
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
    except OSError as error:
        raise StudyUnavailable(f"{path}: {error.strerror}: progress cannot be saved") from error
    connection = None
    try:
        with explained(path):
            connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            _check(connection, path, len(migrations))
            connection.execute("PRAGMA synchronous = FULL")
            migrate(connection, path, migrations)
    except StudyUnavailable as error:
        if connection is not None:
            connection.close()
        if error.damaged:
            aside = _set_aside(path)
            raise StudyUnavailable(
                f"{path} is damaged. It was kept as {aside}, untouched; a new one is begun the"
                " next time",
                damaged=True,
            ) from error
        raise
    return connection


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turn what SQLite raises into `StudyUnavailable` with a sentence for people."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if not code and not isinstance(error, sqlite3.OperationalError):
            raise
        reason = _REASONS.get(code, str(error))
        raise StudyUnavailable(
            f"{path}: {reason}: progress cannot be saved", damaged=code in _DAMAGE
        ) from error


def _check(connection: sqlite3.Connection, path: str, newest: int) -> None:
    """Raise `StudyUnavailable` for a file that is not ours, not whole, or not of this version."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and owner != APPLICATION_ID:
        raise StudyUnavailable(f"{path} is a database of another program; it was not touched")
    if version > newest:
        raise StudyUnavailable(
            f"{path} was written by a newer version of this program (its tables are of version"
            f" {version}, this program knows {newest}); it was not touched"
        )
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise StudyUnavailable(f"{path}: {verdict}", damaged=True)


def migrate(connection: sqlite3.Connection, path: str, migrations: Sequence[str]) -> None:
    """Bring the tables up to date: a backup first, then each step in one transaction."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if 0 < version < len(migrations):
        with closing(sqlite3.connect(_free(f"{path}.version-{version}"))) as backup:
            connection.backup(backup)
    for number in range(version + 1, len(migrations) + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another session may have come first.
            if connection.execute("PRAGMA user_version").fetchone()[0] < number:
                for statement in statements(migrations[number - 1]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def statements(script: str) -> Iterator[str]:
    """The statements of *script* one by one: run together they would each be committed."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _set_aside(path: str) -> str:
    aside = _free(f"{path}.damaged")
    os.rename(path, aside)
    if os.path.exists(f"{path}-journal"):
        os.rename(f"{path}-journal", f"{aside}-journal")
    return aside


def _free(path: str) -> str:
    """*path* with the first number behind it that no file has yet."""
    number = 1
    while os.path.exists(f"{path}-{number}"):
        number += 1
    return f"{path}-{number}"
