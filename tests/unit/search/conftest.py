"""Glossaries made by hand: entries with a title, aliases and a text, and no file."""

from __future__ import annotations

import pytest

from glossary_tui.errors import EntryUnreadable
from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry, Link, Section
from glossary_tui.search import Searcher


def make_entry(title, *, aliases=(), tags=(), names=(), text="", entry_id=""):
    """An entry whose body is *text*, or cannot be read where that is None."""

    def load(_):
        if text is None:
            raise EntryUnreadable("gone")
        return (Section("summary", "Summary", text, 1),)

    links = tuple(Link(name, name, "related", 1) for name in names)
    return Entry(entry_id or title, title, "", load, tuple(aliases), tuple(tags), links)


@pytest.fixture
def entry():
    return make_entry


@pytest.fixture
def searcher():
    """Makes a searcher over titles and entries."""

    def make(*entries):
        made = [make_entry(each) if isinstance(each, str) else each for each in entries]
        return Searcher(Glossary(made))

    return make


@pytest.fixture
def titles(searcher):
    """Makes a function from a query to the titles that it finds, best first."""

    def make(*entries):
        found = searcher(*entries)
        return lambda query: [hit.entry.title for hit in found.search(query)]

    return make
