"""The words of the bodies: SQLite's FTS5, filled a few entries at a time.

The database is a temporary one without a name, unless it is to be kept: SQLite keeps it in its page
cache of 2 MB and spills the rest to a file that nobody else can see and that goes with the process.
Answers are ordered by BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*,
2009), a word of a name counting for four of the body.
"""

from __future__ import annotations

import re
from functools import cached_property
from operator import itemgetter

from glossary_tui.errors import EntryUnreadable
from glossary_tui.search.bodies import Bodies, packed, unpacked
from glossary_tui.search.excerpt import readable
from glossary_tui.search.forms import variants
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from glossary_tui.model import Entry

_SETUP = """
pragma journal_mode = off;
pragma synchronous = off;
pragma cache_size = -2000;
create table bodies (id integer primary key, text blob);
"""
_INDEX = """
create virtual table {} using fts5(
    names, body, content = '', prefix = '3', tokenize = "unicode61 remove_diacritics 2"
)
"""
_INSERT = "insert into {} (rowid, names, body) values (?, ?, ?)"
_BODIES = "select id, text from bodies where id in ({})"
_OPTIMIZE = "insert into {0}({0}) values ('optimize')"
_RANKED = "select bm25({0}, 4.0, 1.0), rowid from {0} where {0} match ? limit ?"
"""The first rows that answer, whatever their order is then: SQLite would rank all for it."""
MOST_RANKED = 1_000
"""How many answers are ordered at most: of more, those that were indexed first."""
ALL, CENTRAL = "words", "central"
"""The index of every row, and the one of the first rows, where there are many more."""
_CENTRAL, _MANY = 10_000, 30_000
"""How many rows the latter has, and how many there are where it is worth it."""
_MOST_WORDS = 12
SHORTEST_PREFIX = 3
"""Letters from which on a word may be unfinished."""
_UNPARTED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""Letters of scripts that put nothing between words: each is indexed as a word."""


class Words:
    """Texts in a database: found by their words, and read again, by the rows that they stand in."""

    _database: sqlite3.Connection | None = None
    _has_central = False
    rows = 0
    """How many rows there are."""

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies, of which those lately read are kept."""
        return Bodies(self.packed)

    def text(self, row: int) -> str:
        """The body in a row; '' where it cannot be had."""
        return unpacked(self.packed([row]).get(row, b""))

    def packed(self, rows: list[int]) -> dict[int, bytes]:
        """The bodies in *rows* as they are kept, as far as they can be had."""
        from sqlite3 import Error

        if self._database is None:
            return {}
        try:
            return dict(self._database.execute(_BODIES.format(",".join("?" * len(rows))), rows))
        except Error:
            return {}

    def find(
        self,
        words: list[str],
        phrases: Sequence[str] = (),
        without: Sequence[str] = (),
        *,
        begun: bool = False,
        most: int = MOST_RANKED,
    ) -> list[int]:
        """The first *most* rows that hold every word and phrase, the best of them first.

        None of them holds a text of *without*. With *begun* the last word may be unfinished.
        """
        match = expression(words, phrases, without, begun=begun)
        if self._database is None or not match:
            return []
        from sqlite3 import Error

        try:
            found = _ranked(self._database, CENTRAL, match, most) if self._has_central else []
            if len(found) < most:
                found = _ranked(self._database, ALL, match, most)
        except Error:
            return []
        return found

    def close(self) -> None:
        """Nothing is found any more."""
        if self._database is not None:
            self._database.close()
            self._database = None


class FullText(Words):
    """An index of names and bodies, of *entries* in the order in which they are to be read.

    Nothing is read before the first `step`. The rows are the places of the entries. The database
    is the file *place*, which must not be there yet; '' is a temporary one.
    """

    is_kept = False
    """Whether the bodies have been read by an earlier run."""

    def __init__(
        self, entries: Sequence[Entry], place: str = "", positions: Sequence[int] = ()
    ) -> None:
        self._entries = entries
        self.positions = positions
        """The position in a glossary of each row, where that is known."""
        self._place = place
        self._is_file = bool(place)
        self.rows = 0

    @property
    def is_complete(self) -> bool:
        """Whether every entry has been read."""
        return self.rows >= len(self._entries)

    def step(self, entries: int) -> bool:
        """Reads so many more entries. True while some are left.

        Raises sqlite3.Error where a file that is to be kept cannot be written.
        """
        if self.is_complete:
            return False
        from sqlite3 import Error

        try:
            self._read(entries)
        except Error:
            self.close()
            if self._is_file:
                raise
            if self._place:
                self.rows = len(self._entries)
            else:
                self._place = ":memory:"
                self.rows = 0
        return not self.is_complete

    def start(self) -> None:
        """Make the database now, if there are no entries too. Raises sqlite3.Error."""
        if self._database is None:
            self._open()

    def finish(self, token: str) -> None:
        """Make the database quick to ask, and let it say that it is whole and called *token*."""
        if self._database is not None:
            for index in (ALL, CENTRAL)[: 1 + self._has_central]:
                self._database.execute(_OPTIMIZE.format(index))
            self._database.execute("create table about (token text, rows integer)")
            self._database.execute("insert into about values (?, ?)", (token, self.rows))

    def _read(self, entries: int) -> None:
        database = self._database or self._open()
        chosen = self._entries[self.rows : self.rows + entries]
        words, bodies = [], []
        for row, entry in enumerate(chosen, self.rows):
            names, body = _texts(entry)
            words.append((row, _parted(names), _parted(body)))
            bodies.append((row, packed(body)))
        database.execute("begin")
        database.executemany(_INSERT.format(ALL), words)
        if self._has_central and self.rows < _CENTRAL:
            database.executemany(_INSERT.format(CENTRAL), words[: _CENTRAL - self.rows])
        database.executemany("insert into bodies values (?, ?)", bodies)
        database.execute("commit")
        self.rows += len(chosen)

    def _open(self) -> sqlite3.Connection:
        from sqlite3 import connect

        self._database = connect(self._place, isolation_level=None, check_same_thread=False)
        self._database.executescript(_SETUP)
        self._database.execute(_INDEX.format(ALL))
        self._has_central = len(self._entries) > _MANY
        if self._has_central:
            self._database.execute(_INDEX.format(CENTRAL))
        return self._database


def _ranked(database: sqlite3.Connection, index: str, match: str, most: int) -> list[int]:
    """The first *most* rows of an index that answer, the best of them first."""
    found = database.execute(_RANKED.format(index), (match, most)).fetchall()
    found.sort(key=itemgetter(0))  # equals stay in the order of their rows
    return [row for _, row in found]


def _texts(entry: Entry) -> tuple[str, str]:
    """The names and the body of an entry."""
    try:
        body = readable(entry.sections)
    except EntryUnreadable:
        body = ""
    return " ".join((entry.title, *entry.aliases)), body


def _parted(text: str) -> str:
    """*text* as SQLite can take it, each letter of a script without spaces a word of its own."""
    if text.isascii():
        return text.replace("\0", " ")
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    return _UNPARTED.sub(r" \1 ", text)


def expression(
    words: list[str], phrases: Sequence[str], without: Sequence[str], *, begun: bool
) -> str:
    """The query in FTS5's language: every word in any of its forms."""
    terms = [_quoted(phrase) for phrase in phrases[:_MOST_WORDS]]
    last = len(words) - 1
    for number, word in enumerate(words[:_MOST_WORDS]):
        forms = [word, *(form for form in variants(word) if len(word) > 2)]
        choices = [_quoted(form) for form in forms]
        if begun and number == last and len(word) >= SHORTEST_PREFIX:
            choices.append(_quoted(word) + "*")
        terms.append("(" + " OR ".join(filter(None, choices)) + ")")
    wanted = " AND ".join([term for term in terms if term not in ("", "()")])
    unwanted = [quoted + "*" for text in without[:_MOST_WORDS] if (quoted := _quoted(text))]
    return f"({wanted}) NOT ({' OR '.join(unwanted)})" if wanted and unwanted else wanted


def _quoted(text: str) -> str:
    """*text* as a phrase; '' where there is no letter in it."""
    parted = " ".join(_parted(fold(text)).split())
    if not any(letter.isalnum() for letter in parted):
        return ""
    return '"' + parted.replace('"', " ") + '"'
