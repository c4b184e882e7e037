"""A small glossary to study, and a moment to begin at."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.model import Entry, Link, Section
from glossary_tui.study.asking import Asker
from glossary_tui.study.card import CardId, TermId
from glossary_tui.study.history import line_of
from glossary_tui.study.session import Plan, Session
from glossary_tui.study.store import Store

NOW = datetime(2026, 1, 5, 20, tzinfo=timezone(timedelta(hours=1)))


def entry(title, *related, summary="", tags=(), aliases=(), entry_id=""):
    text = summary or f"{title} is a thing of its own kind among the many others."
    sections = (
        Section("summary", "Summary", text, 1),
        Section("eli5", "ELI5", "A story about a dog that finds a bone in the garden.", 2),
        Section("in-depth", "In-depth", "All there is to say.", 3),
    )
    links = tuple(Link(target, target, "related", 3) for target in related)
    entry_id = entry_id or title.lower().replace(" ", "-")
    return Entry(entry_id, title, f"{entry_id}.md", lambda _: sections, aliases, tags, links)


TITLES = ("Apple", "Banjo", "Cedar", "Dingo", "Ember", "Fjord", "Gecko", "Hazel")
GLOSSARY = Glossary(entry(title) for title in TITLES)


def home(each):
    return "test", each.id


def asker(glossary=GLOSSARY):
    return Asker(glossary, LinkGraph(glossary), home)


def terms(glossary=GLOSSARY):
    return tuple(TermId("test", each.id) for each in glossary)


def session(store=None, glossary=GLOSSARY, now=NOW, **plan):
    return Session(asker(glossary), store or Store(":memory:"), Plan(terms(glossary), **plan), now)


def card(entry_id="apple", kind="meaning"):
    return CardId("test", entry_id, kind)


def record(action="review", of=None, now=NOW, **more):
    line = line_of(action, of or card(), now, 4)
    if action == "review":
        line = line._replace(rating=3, retention=0.9, fsrs="6")
    return line._replace(**more)
