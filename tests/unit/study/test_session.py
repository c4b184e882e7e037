"""A session from the first card to the last, and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.model import Entry, Link, Section
from glossary_tui.study.asking import Asker
from glossary_tui.study.card import TermId
from glossary_tui.study.session import Plan, Session
from glossary_tui.study.store import Store

NOW = datetime(2026, 1, 5, 20, tzinfo=UTC)


def entry(title, *related):
    sections = (
        Section("summary", "Summary", f"{title} is a thing of its own kind among the others.", 1),
        Section("eli5", "ELI5", "A story about a dog that finds a bone in the garden.", 2),
    )
    links = tuple(Link(target, target, "related", 3) for target in related)
    return Entry(title.lower(), title, f"{title}.md", lambda _: sections, (), (), links)


GLOSSARY = Glossary(entry(title) for title in ("Apple", "Banjo", "Cedar", "Dingo", "Ember"))
TERMS = tuple(TermId("test", each.id) for each in GLOSSARY)


def session(store=None, **plan):
    asker = Asker(GLOSSARY, LinkGraph(GLOSSARY), lambda each: ("test", each.id))
    return Session(asker, store or Store(":memory:"), Plan(TERMS, **plan), NOW)


def test_what_the_buttons_promise_is_what_is_scheduled():
    sitting, now = session(), NOW
    while sitting.current is not None:
        promised = {choice.rating: choice.interval for choice in sitting.choices(now)}
        card = sitting.current.card
        sitting.rate(3, now)
        memory = sitting.store.standing(card).memory
        assert memory is not None
        if memory.due_at:
            assert memory.due_at == (now + promised[3]).timestamp() * 1_000_000
        else:
            assert memory.due_day - memory.day == promised[3].days
        now += timedelta(seconds=30)
    assert len(sitting.done) == 10


def test_undo_goes_back_to_the_first_card():
    sitting = session()
    start = sitting.current
    before = sitting.store.standings("test")
    for rating in (1, 3, 4):
        sitting.rate(rating, NOW)
    sitting.bury(NOW)
    assert [sitting.undo(NOW) is not None for _ in range(5)] == [True] * 4 + [False]
    assert sitting.current == start
    assert before == {}
    assert all(each.memory is None for each in sitting.store.standings("test").values())
