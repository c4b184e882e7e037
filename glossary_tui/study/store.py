"""The study database: an append-only log of reviews, and what is derived from it.

One grade is one transaction that holds the line of the log and the card's new standing, which is
derived from all the card's lines: the two cannot drift apart.
"""

from __future__ import annotations

import sqlite3
import weakref
from contextlib import contextmanager

from glossary_tui.model.record import NamedTuple
from glossary_tui.study.card import CardId
from glossary_tui.study.history import Record, Standing, derive, moved
from glossary_tui.study.opening import connect, explained, migrate
from glossary_tui.study.scheduler import Memory
from glossary_tui.study.schema import CARD_COLUMNS, LOG_COLUMNS, MIGRATIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_INSERT_LOG = (
    f"INSERT INTO log ({', '.join(LOG_COLUMNS)}) VALUES ({', '.join('?' * len(LOG_COLUMNS))})"
)
_PUT_CARD = (
    f"INSERT OR REPLACE INTO cards (glossary, entry, kind, {', '.join(CARD_COLUMNS)})"
    f" VALUES ({', '.join('?' * (3 + len(CARD_COLUMNS)))})"
)
_LOG = ", ".join(f"log.{column}" for column in LOG_COLUMNS)
_OF_CARD = "glossary = ? AND entry = ? AND kind = ?"
_IN_TIME = "ORDER BY log.at, log.number"


class Review(NamedTuple):
    """One review that counts, as the statistics see it."""

    card: CardId
    """The card, by its present name."""
    day: int
    """The study day."""
    rating: int
    """1 to 4."""
    was: str
    """What the card was before: new, learning, review or relearning."""
    milliseconds: int
    """How long it took; 0 where that is not known."""


class Store:
    """What has been studied, on disk. Use it in the thread that opened it.

    Every method raises `StudyUnavailable` where the file cannot be read or written; nothing is
    then half done.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        """The file, or `:memory:`."""
        if path == ":memory:":
            self._connection = sqlite3.connect(path, isolation_level=None)
            migrate(self._connection, path, MIGRATIONS)
        else:
            self._connection = connect(path)
        # A store that is forgotten lets its file go too.
        self._closing = weakref.finalize(self, self._connection.close)

    @property
    def saves(self) -> bool:
        """Whether what is recorded outlives the program."""
        return self.path != ":memory:"

    def close(self) -> None:
        """Let the file go."""
        self._closing()

    def unsaved(self) -> Store:
        """A copy that lives in memory only, for a learner who goes on where nothing can be saved."""
        copy = Store(":memory:")
        try:
            copy.take(self._connection)
        except sqlite3.Error:
            return Store(":memory:")
        return copy

    def take(self, source: sqlite3.Connection) -> None:
        """Become a copy of *source*. Raises sqlite3.Error."""
        source.backup(self._connection)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with explained(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _rows(self, query: str, *values: object) -> list[Any]:
        with explained(self.path):
            return self._connection.execute(query, values).fetchall()

    def append(self, record: Record) -> Standing:
        """Add *record*, which is no move, to the log: committed, with the card's new standing."""
        with self._transaction() as connection:
            number = connection.execute(_INSERT_LOG, _values(record)).lastrowid
            connection.execute("INSERT INTO places VALUES (?, ?, ?, ?, '')", (number, *record.card))
            return self._derive(record.card)

    def move(self, record: Record) -> None:
        """Add a move to the log, and derive again what it touches."""
        with self._transaction() as connection:
            connection.execute(_INSERT_LOG, _values(record))
            self._derive_all()

    def add(self, records: Iterable[Record]) -> int:
        """Add those of *records* whose ids are not there yet, all or none; how many they were."""
        with self._transaction() as connection:
            known = {row[0] for row in connection.execute("SELECT id FROM log")}
            added = 0
            for record in records:
                if record.id not in known:
                    known.add(record.id)
                    connection.execute(_INSERT_LOG, _values(record))
                    added += 1
            if added:
                self._derive_all()
            return added

    def rebuild(self) -> int:
        """Derive every card from the log again; how many cards stand otherwise than before."""
        with self._transaction():
            before = dict(self._standings())
            self._derive_all()
            after = dict(self._standings())
        return sum(before.get(card) != after.get(card) for card in before.keys() | after.keys())

    def _derive(self, card: CardId) -> Standing:
        """Derive *card* from its lines, within the caller's transaction."""
        lines = self._connection.execute(
            f"SELECT log.number, {_LOG} FROM places JOIN log USING (number)"
            f" WHERE places.glossary = ? AND places.entry = ? AND places.kind = ? {_IN_TIME}",
            card,
        ).fetchall()
        records = [_record(line[1:]) for line in lines]
        standing, before = derive(records)
        for line, record in zip(lines, records, strict=True):
            self._connection.execute(
                "UPDATE places SET was = ? WHERE number = ? AND was <> ?",
                (was := before.get(record.id, ""), line[0], was),
            )
        self._connection.execute(_PUT_CARD, (*card, *_flat(standing)))
        return standing

    def _derive_all(self) -> None:
        connection = self._connection
        connection.execute("DELETE FROM places")
        connection.execute("DELETE FROM cards")
        lines = connection.execute(f"SELECT log.number, {_LOG} FROM log {_IN_TIME}").fetchall()
        records = [(line[0], _record(line[1:])) for line in lines]
        moves = [record for _, record in records if record.action == "move"]
        cards: dict[CardId, list[tuple[int, Record]]] = {}
        for number, record in records:
            if record.action != "move":
                card = moved(record.card, record.at, moves)
                cards.setdefault(card, []).append((number, record))
        for card, numbered in cards.items():
            standing, before = derive([record for _, record in numbered])
            connection.executemany(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?)",
                [(number, *card, before.get(record.id, "")) for number, record in numbered],
            )
            connection.execute(_PUT_CARD, (*card, *_flat(standing)))

    def _standings(self, where: str = "", *values: str) -> Iterator[tuple[CardId, Standing]]:
        columns = ", ".join(CARD_COLUMNS)
        for row in self._rows(
            f"SELECT glossary, entry, kind, {columns} FROM cards {where}", *values
        ):
            yield CardId(*row[:3]), _standing(row[3:])

    def standings(self, glossary: str) -> dict[CardId, Standing]:
        """Every card of *glossary* that has a record."""
        return dict(self._standings("WHERE glossary = ?", glossary))

    def standing(self, card: CardId) -> Standing:
        """Where *card* stands now, whoever recorded last."""
        found = dict(self._standings(f"WHERE {_OF_CARD}", *card))
        return found.get(card, Standing())

    def done_on(self, glossaries: Iterable[str], day: int) -> tuple[int, int]:
        """How many cards were new on *day*, and how many counted against the limit for all.

        Answers in learning steps count against neither.
        """
        new = due = 0
        for glossary in glossaries:
            for was, count in self._rows(
                "SELECT was, count(*) FROM places JOIN log USING (number)"
                " WHERE places.glossary = ? AND log.day = ? AND was IN ('new', 'review')"
                " GROUP BY was",
                glossary,
                day,
            ):
                new += count if was == "new" else 0
                due += count
        return new, due

    def reviews(self, glossary: str) -> list[Review]:
        """Every review of *glossary* that counts, in order of time."""
        return [
            Review(CardId(*row[:3]), *row[3:])
            for row in self._rows(
                "SELECT places.glossary, places.entry, places.kind, log.day, rating, was,"
                f" milliseconds FROM places JOIN log USING (number)"
                f" WHERE places.glossary = ? AND was <> '' {_IN_TIME}",
                glossary,
            )
        ]

    def records(self) -> list[Record]:
        """The whole log in order of time."""
        return [_record(line) for line in self._rows(f"SELECT {_LOG} FROM log {_IN_TIME}")]

    def glossaries(self) -> dict[str, int]:
        """The names that progress is kept under, each with how many cards it has."""
        return dict(self._rows("SELECT glossary, count(*) FROM cards GROUP BY 1 ORDER BY 1"))


def _values(record: Record) -> tuple[object, ...]:
    return (record.id, record.action, *record.card, *record[3:])


def _record(row: tuple[Any, ...]) -> Record:
    return Record(row[0], row[1], CardId(*row[2:5]), *row[5:])


def _flat(standing: Standing) -> tuple[object, ...]:
    memory = standing.memory or ("", 0, 0.0, 0.0, 0, 0, 0)
    return (*memory, *standing[1:])


def _standing(row: tuple[Any, ...]) -> Standing:
    memory = Memory(*row[:7]) if row[0] else None
    return Standing(memory, bool(row[7]), *row[8:])
