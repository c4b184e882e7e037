"""What to say of the way between two terms."""

from __future__ import annotations

from glossary_tui.glossary.common_ground import common_ground
from glossary_tui.glossary.naming import mentioning, naming
from glossary_tui.tui.widgets.path_layout import Heading, Passage, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.glossary.links import LinkGraph, Step
    from glossary_tui.model import Entry
    from glossary_tui.tui.widgets.path_layout import PathPart

_MOST_NEAR = 12
"""How many neighbours are offered of a term that no path leads to."""


def path_parts(graph: LinkGraph, start: Entry, goal: Entry) -> tuple[PathPart, ...]:
    """The shortest way from *start* to *goal*, or what there is to say where there is none."""
    path = graph.path(start, goal)
    if not path:
        return tuple(_no_way(graph, start, goal))
    parts: list[PathPart] = [_term(start)]
    for step in graph.steps(path):
        parts += [_passage(step), _term(step.after)]
    return tuple(parts)


def _term(entry: Entry) -> Term:
    return Term(entry.id, entry.title)


def _passage(step: Step) -> Passage:
    """How the one names the other, and a sentence for it: with the link, else with the name."""
    target = step.before if step.source == step.after else step.after
    sentence, speaker = naming(step.source, step.link), step.source
    if sentence is None:
        sentence = mentioning(step.source, target)
    if sentence is None and step.direction == "both":
        sentence, speaker = mentioning(target, step.source), target
    said = {
        "names": f"It lists {step.after.title} among its related terms.",
        "named by": f"{step.after.title} lists it among its related terms.",
        "both": "Each names the other.",
    }[step.direction]
    if sentence is not None:
        says = f"{speaker.title} says:"
        said = f"{said} {says}" if step.direction == "both" else says
    return Passage(step.direction, said, sentence)


def _no_way(graph: LinkGraph, start: Entry, goal: Entry) -> Iterator[PathPart]:
    yield Heading(f"No links lead from {start.title} to {goal.title}, in either direction.")
    shared = common_ground(graph, start, goal)
    if shared.tags:
        yield Heading(f"Both are tagged {_listed(shared.tags)}.")
    if shared.names:
        yield Heading(f"Both name {_listed(shared.names)}, without an entry here.")
    for entry in (start, goal):
        near = graph.neighbours(entry)[:_MOST_NEAR]
        if near:
            yield Heading(f"Around {entry.title}")
            yield from map(_term, near)
        else:
            yield Heading(f"{entry.title} has no neighbours at all.")


def _listed(names: tuple[str, ...]) -> str:
    """*names* as one enumerates them: a, b and c."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
