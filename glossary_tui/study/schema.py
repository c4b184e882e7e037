"""The tables of the study database, as numbered migrations, and the columns that hold a record."""

from __future__ import annotations

APPLICATION_ID = 0x676C6F73
"""What SQLite's header says of the file: that it is ours."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE log (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        action TEXT NOT NULL
            CHECK (action IN ('review', 'undo', 'bury', 'suspend', 'resume', 'move')),
        glossary TEXT NOT NULL,
        entry TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        day INTEGER NOT NULL,
        rating INTEGER NOT NULL,
        retention REAL NOT NULL,
        fuzz REAL NOT NULL,
        milliseconds INTEGER NOT NULL,
        fsrs TEXT NOT NULL,
        undoes TEXT NOT NULL,
        to_glossary TEXT NOT NULL,
        to_entry TEXT NOT NULL
    );
    CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
        BEGIN SELECT RAISE(ABORT, 'the log of reviews is append-only'); END;
    CREATE TRIGGER log_is_never_shortened BEFORE DELETE ON log
        BEGIN SELECT RAISE(ABORT, 'the log of reviews is append-only'); END;
    CREATE TABLE places (
        number INTEGER PRIMARY KEY REFERENCES log (number),
        glossary TEXT NOT NULL,
        entry TEXT NOT NULL,
        kind TEXT NOT NULL,
        was TEXT NOT NULL
    );
    CREATE INDEX places_by_card ON places (glossary, entry, kind);
    CREATE TABLE cards (
        glossary TEXT NOT NULL,
        entry TEXT NOT NULL,
        kind TEXT NOT NULL,
        stage TEXT NOT NULL,
        step INTEGER NOT NULL,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        day INTEGER NOT NULL,
        due_day INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        suspended INTEGER NOT NULL,
        buried INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        first_day INTEGER NOT NULL,
        last_at INTEGER NOT NULL,
        PRIMARY KEY (glossary, entry, kind)
    ) WITHOUT ROWID;
    """,
)
"""The step from each version of the tables to the next. A step that has been released stays as it is.

`log` is the truth and append-only. `places` says which card each line of it belongs to after all
changes of name, and what the card was before a review that counts; `cards` says where each card
stands. Both are derived.
"""

LOG_COLUMNS = (
    "id", "action", "glossary", "entry", "kind", "at", "offset", "day", "rating", "retention",
    "fuzz", "milliseconds", "fsrs", "undoes", "to_glossary", "to_entry",
)  # fmt: skip
"""The columns of a record, in the order of its fields; the card takes three."""
CARD_COLUMNS = (
    "stage", "step", "stability", "difficulty", "day", "due_day", "due_at", "suspended", "buried",
    "reviews", "lapses", "first_day", "last_at",
)  # fmt: skip
"""The columns of a standing, in the order of its fields; the memory takes seven."""
