"""What is central comes first, and everything after what it is built on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.order import _after_bases, centrality, learning_order, outward
from glossary_tui.model import Entry, Link, Section
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries

GRAPHS = st.integers(1, 12).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=4, unique=True), min_size=size, max_size=size
    )
)


def entry(title, summary="", *related):
    sections = (Section("summary", "Summary", summary, 1),)
    links = tuple(Link(target, target, "related", 2) for target in related)
    entry_id = title.lower().replace(" ", "-")
    return Entry(entry_id, title, "", lambda _: sections, (), (), links)


def titles(entries):
    return [each.title for each in entries]


def order(*entries):
    glossary = Glossary(entries)
    return titles(learning_order(glossary, LinkGraph(glossary)))


def test_what_definitions_use_comes_before_them():
    found = order(
        entry("Aqueduct", "A trestle that carries a canal."),
        entry("Trestle", "A frame of beams."),
        entry("Canal", "A river that people dug."),
        entry("Lock", "A chamber in a canal."),
        entry("River", "Water that flows."),
    )
    assert found.index("River") < found.index("Canal") < found.index("Aqueduct")
    assert found.index("Canal") < found.index("Lock")
    assert found.index("Trestle") < found.index("Aqueduct")


def test_a_part_of_a_title_comes_before_the_whole():
    found = order(entry("Learning Rate Schedule"), entry("Learning Rate"), entry("Schedules"))
    assert found[-1] == "Learning Rate Schedule"


def test_what_is_used_most_comes_first():
    users = [entry(f"User {number}", "It has a keel.") for number in range(5)]
    assert order(*users, entry("Keel", "The lowest beam."), entry("Zebra"))[0] == "Keel"


def test_links_decide_where_definitions_do_not():
    assert order(entry("A"), entry("B"), entry("C", "", "B"), entry("D", "", "B"))[0] == "B"


def test_a_circle_is_no_trap():
    assert sorted(order(entry("Hen", "It lays an egg."), entry("Egg", "A hen hatches."))) == [
        "Egg",
        "Hen",
    ]


def test_the_bundled_glossary_begins_with_what_is_basic():
    glossary = Glossary(read_entries([bundled_entries()]).entries)
    found = titles(learning_order(glossary, LinkGraph(glossary)))
    assert len(found) == len(glossary)
    assert {"Artificial Intelligence", "Machine Learning", "Model", "Algorithm"} <= set(found[:12])
    for basic, built in (
        ("Gradient", "Gradient Descent"),
        ("Artificial Neural Network", "Convolutional Neural Network"),
        ("Language Model", "Large Language Model"),
        ("Token", "Tokenization"),
    ):
        assert found.index(basic) < found.index(built)


def test_outward_goes_by_steps_and_leaves_out_what_cannot_be_reached():
    glossary = Glossary(
        [entry("A", "", "B"), entry("B", "", "C"), entry("C"), entry("D", "", "A"), entry("Island")]
    )
    graph = LinkGraph(glossary)
    start = glossary.by_id("a")
    assert start is not None
    assert titles(outward(glossary, graph, start)) in (["A", "B", "D", "C"], ["A", "D", "B", "C"])


@given(GRAPHS)
def test_each_comes_once_and_after_its_bases_where_there_is_no_circle(bases):
    found = _after_bases(range(len(bases)), bases)
    assert sorted(found) == list(range(len(bases)))
    forward = [[base for base in row if base < each] for each, row in enumerate(bases)]
    place = {each: index for index, each in enumerate(_after_bases(range(len(bases)), forward))}
    assert all(place[base] < place[each] for each, row in enumerate(forward) for base in row)


@given(GRAPHS)
def test_centrality_is_shared_out(named):
    ranks = centrality(named)
    assert abs(sum(ranks) - len(named)) < 1e-6
    assert min(ranks) > 0
