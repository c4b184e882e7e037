"""The words of the bodies: SQLite's FTS5, filled a few entries at a time.

The database is a temporary one without a name: SQLite keeps it in its page cache of 2 MB and
spills the rest to a file that nobody else can see and that goes with the process.
Answers are ordered by BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework*,
2009), a word of a name counting for four of the body.
"""

from __future__ import annotations

import re

from glossary_tui.errors import EntryUnreadable
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
create virtual table words using fts5(
    names, body, content = '', prefix = '3', tokenize = "unicode61 remove_diacritics 2"
);
create table bodies (id integer primary key, text blob);
"""
_FIRST = "select rowid from words where words match ? limit 1 offset ?"
_RANKED = """
select rowid from words where words match ? and rowid <= ? order by bm25(words, 4.0, 1.0), rowid
"""
_MOST_RANKED = 2_000
"""How many answers are ordered: of more, those that were indexed first."""
_MOST_WORDS = 12
_SHORTEST_PREFIX = 3
_UNPARTED = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])")
"""Letters of scripts that put nothing between words: each is indexed as a word."""


class FullText:
    """An index of names and bodies, of *entries* in the order in which they are to be read.

    Nothing is read before the first `step`.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._database: sqlite3.Connection | None = None
        self._place = ""
        self.indexed = 0
        """How many entries have been read."""

    @property
    def is_complete(self) -> bool:
        """Whether every entry has been read."""
        return self.indexed >= len(self._entries)

    def step(self, entries: int) -> bool:
        """Reads so many more entries. True while some are left."""
        from sqlite3 import Error

        try:
            self._read(entries)
        except Error:
            self._close()
            if self._place:
                self.indexed = len(self._entries)
            else:
                self._place = ":memory:"
                self.indexed = 0
        return not self.is_complete

    def _read(self, entries: int) -> None:
        from zlib import compress

        database = self._database or self._open()
        chosen = self._entries[self.indexed : self.indexed + entries]
        words, bodies = [], []
        for row, entry in enumerate(chosen, self.indexed):
            names, body = _texts(entry)
            words.append((row, _parted(names), _parted(body)))
            bodies.append((row, compress(body.encode("utf-8", "surrogatepass"), 1)))
        database.execute("begin")
        database.executemany("insert into words (rowid, names, body) values (?, ?, ?)", words)
        database.executemany("insert into bodies values (?, ?)", bodies)
        database.execute("commit")
        self.indexed += len(chosen)

    def _open(self) -> sqlite3.Connection:
        from sqlite3 import connect

        self._database = connect(self._place, isolation_level=None, check_same_thread=False)
        self._database.executescript(_SETUP)
        return self._database

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def text(self, row: int) -> str:
        """The body of an entry that has been read, by its index; '' where it cannot be had."""
        from sqlite3 import Error
        from zlib import decompress

        try:
            database = self._database or self._open()
            found = database.execute("select text from bodies where id = ?", (row,)).fetchone()
        except Error:
            return ""
        return decompress(found[0]).decode("utf-8", "surrogatepass") if found else ""

    def find(
        self,
        words: list[str],
        phrases: Sequence[str] = (),
        without: Sequence[str] = (),
        *,
        begun: bool = False,
    ) -> list[int]:
        """The indexes of the entries read so far that hold every word and phrase, best first.

        None of them holds a text of *without*. With *begun* the last word may be unfinished.
        """
        match = _expression(words, phrases, without, begun=begun)
        if self._database is None or not match:
            return []
        from sqlite3 import Error

        try:
            last = self._database.execute(_FIRST, (match, _MOST_RANKED)).fetchone()
            bound = last[0] if last else len(self._entries)
            found = self._database.execute(_RANKED, (match, bound)).fetchall()
        except Error:
            return []
        return [row for (row,) in found]


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


def _expression(
    words: list[str], phrases: Sequence[str], without: Sequence[str], *, begun: bool
) -> str:
    """The query in FTS5's language: every word in any of its forms."""
    terms = [_quoted(phrase) for phrase in phrases[:_MOST_WORDS]]
    last = len(words) - 1
    for number, word in enumerate(words[:_MOST_WORDS]):
        forms = [word, *(form for form in variants(word) if len(word) > 2)]
        choices = [_quoted(form) for form in forms]
        if begun and number == last and len(word) >= _SHORTEST_PREFIX:
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
