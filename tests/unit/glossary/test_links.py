"""The graph of the entries: neighbours, what lies beyond them, and ways between terms."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.adjacency import adjacency, shortest_path
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.surroundings import surroundings
from glossary_tui.model import Entry, Link


def entry(name, *related, text=()):
    links = [Link(target, target, "related", 1) for target in related]
    links += [Link(target, f"see {target}", "text", 9) for target in text]
    return Entry(name, name.upper(), f"{name}.md", lambda _: (), links=tuple(links))


def graph_of(*entries):
    glossary = Glossary(entries)
    return LinkGraph(glossary), {each.id: each for each in glossary}


def ids(entries):
    return [each.id for each in entries]


def test_neighbours_are_those_named_in_the_authors_order_then_those_that_name_it():
    graph, of = graph_of(
        entry("a", "z", "a", "nowhere", text=["m", "https://a.example"]),
        entry("b", "a"),
        entry("m", "a"),
        entry("z"),
    )
    assert ids(graph.neighbours(of["a"])) == ["z", "m", "b"]
    assert ids(graph.referenced_by(of["a"])) == ["b", "m"]
    assert graph.neighbours(of["b"]) == (of["a"],)


def test_second_steps_say_through_whom_and_begin_with_the_closest_kin():
    graph, of = graph_of(
        entry("a", "b", "c"),
        entry("b", "far", "both"),
        entry("c", "both", "b"),
        entry("both"),
        entry("far"),
        entry("lone", "far"),
    )
    found = [(step.entry.id, ids(step.through)) for step in graph.second_steps(of["a"])]
    assert found == [("both", ["b", "c"]), ("far", ["b"])]
    assert graph.second_steps(of["lone"])[0].entry == of["b"]


def test_of_equally_near_terms_the_one_with_fewer_neighbours_comes_first():
    graph, of = graph_of(
        entry("a", "m"), entry("m", "hub", "twig"), entry("hub", "x", "y"), entry("twig"),
        entry("x"), entry("y"),
    )  # fmt: skip
    assert [step.entry.id for step in graph.second_steps(of["a"])] == ["twig", "hub"]


def test_a_path_follows_links_in_either_direction_and_says_which():
    graph, of = graph_of(
        entry("a", text=["b"]), entry("b"), entry("c", "b", "d"), entry("d", "c"), entry("lone")
    )
    path = graph.path(of["a"], of["d"])
    assert ids(path) == ["a", "b", "c", "d"]
    assert [(step.direction, step.source.id, step.link.text) for step in graph.steps(path)] == [
        ("names", "a", "see b"),
        ("named by", "c", "b"),
        ("both", "c", "d"),
    ]
    assert graph.path(of["a"], of["lone"]) == ()
    assert graph.path(of["a"], of["a"]) == (of["a"],)


def test_of_equally_short_ways_the_one_over_the_rarer_term_is_taken():
    graph, of = graph_of(
        entry("a", "hub", "rare"), entry("hub", "x", "y", "z"), entry("rare", "z"),
        entry("x"), entry("y"), entry("z"),
    )  # fmt: skip
    assert ids(graph.path(of["a"], of["z"])) == ["a", "rare", "z"]


def test_terms_that_nothing_joins_are_no_path():
    graph, of = graph_of(entry("a"), entry("b"))
    with pytest.raises(ValueError, match="no link joins a and b"):
        graph.steps((of["a"], of["b"]))


ROWS = st.integers(1, 9).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), unique=True, max_size=3), min_size=size, max_size=size
    )
)


def distances(rows, start):
    """How far each vertex is, by the plainest search there is."""
    far = {start: 0}
    waiting = deque([start])
    while waiting:
        vertex = waiting.popleft()
        for other in range(len(rows)):
            if other not in far and (other in rows[vertex] or vertex in rows[other]):
                far[other] = far[vertex] + 1
                waiting.append(other)
    return far


@given(ROWS)
def test_a_way_is_connected_shortest_and_the_same_back(rows):
    named = adjacency(rows)
    both = (named, named.transposed)
    for start in range(len(rows)):
        far = distances(rows, start)
        for goal in range(len(rows)):
            path = shortest_path(both, start, goal)
            assert len(path) == far.get(goal, -1) + 1
            assert all(b in rows[a] or a in rows[b] for a, b in pairwise(path))
            if path:
                assert (path[0], path[-1]) == (start, goal)
            assert shortest_path(both, goal, start) == path[::-1]


@given(ROWS)
def test_arrows_turned_twice_are_the_same_arrows(rows):
    named = adjacency(rows)
    back = named.transposed
    assert [list(back.transposed.row(each)) for each in range(len(rows))] == [
        sorted(row) for row in rows
    ]


def test_surroundings_begin_with_whom_the_centre_names_and_share_out_what_lies_behind():
    graph, of = graph_of(
        entry("a", "b", "c"),
        entry("b", "far"),
        entry("c", "a", "far", "farther"),
        entry("d", "a"),
        entry("far"),
        entry("farther"),
    )
    around = surroundings(graph, of["a"])
    assert [(spoke.entry.id, spoke.direction, ids(spoke.beyond)) for spoke in around.spokes] == [
        ("b", "names", ["far"]),
        ("c", "both", ["farther"]),
        ("d", "named by", []),
    ]
    assert [graph.direction(of["a"], each.entry) for each in around.spokes] == [
        "names",
        "both",
        "named by",
    ]


CALLED = st.sampled_from(
    ["Net", "net", "Nets", "Neural net", "Neural-Net", "neuralnet", "Tree (graph)", "Tree", "graph"]
)
WRITTEN = CALLED | st.sampled_from([" net ", "in/net", "net.md", "NET", "#", "https://a.example"])


@given(
    st.lists(
        st.tuples(CALLED, st.lists(CALLED, max_size=2), st.lists(WRITTEN, max_size=4)), max_size=6
    )
)
def test_the_links_of_all_entries_are_followed_by_the_rules_for_one(called):
    glossary = Glossary(
        Entry(
            f"in/{number}",
            title,
            "",
            lambda _: (),
            tuple(aliases),
            links=tuple(Link(name, name, "related", 1) for name in written),
        )
        for number, (title, aliases, written) in enumerate(called)
    )
    graph = LinkGraph(glossary)
    for entry in glossary:
        meant = [
            glossary.resolve(link.target, entry) for link in entry.links if not link.is_external
        ]
        expected = dict.fromkeys(
            glossary.position(each) for each in meant if each not in (None, entry)
        )
        assert [*graph.named(entry)] == [*expected]
