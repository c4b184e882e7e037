"""What is told of the links while they are still being followed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.outgoing import OutgoingLinks
from glossary_tui.model import Entry, Link

NAMES = "abcdef"
LINKS = st.lists(st.sampled_from(f"{NAMES}x"), max_size=4)


def glossary_of(links):
    return Glossary(
        Entry(name, name, "", lambda _: (), links=tuple(Link(to, to, "related", 1) for to in row))
        for name, row in zip(NAMES, links, strict=False)
    )


@given(st.lists(LINKS, min_size=1, max_size=len(NAMES)))
def test_whom_an_entry_names_is_known_and_nothing_of_who_names_it(links):
    glossary = glossary_of(links)
    whole, outgoing = LinkGraph(glossary), OutgoingLinks(glossary)
    outgoing.prepare()
    for position, entry in enumerate(glossary):
        assert outgoing.related(entry) == whole.related(entry)
        assert [*outgoing.named(entry)] == [*whole.named(entry)]
        assert [*outgoing.names_from(position)] == [*whole.names_from(position)]
        assert outgoing.neighbours(entry) == tuple(
            glossary.entries[to] for to in whole.named(entry)
        )
        assert outgoing.referenced_by(entry) == ()
        assert outgoing.times_named(position) == 0
        assert outgoing.path(entry, glossary.entries[0]) == ()


def test_nothing_is_followed_that_was_not_asked_for(monkeypatch):
    glossary = glossary_of([["b"], ["c"], ["a"]])
    asked = []
    resolve = Glossary.resolve

    def note(held, name, *rest):
        asked.append(name)
        return resolve(held, name, *rest)

    monkeypatch.setattr(Glossary, "resolve", note)
    outgoing = OutgoingLinks(glossary)
    outgoing.prepare()
    assert len(outgoing.loose.hashes) == len(outgoing.adjacency.targets) == 0
    assert outgoing.named(glossary.entries[0]) == outgoing.named(glossary.entries[0]) == [1]
    assert asked == ["b"]
