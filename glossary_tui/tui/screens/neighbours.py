"""The graph around an entry, as groups of terms to show."""

from __future__ import annotations

from glossary_tui.tui.widgets.term_groups import Group, Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.glossary.links import LinkGraph, SecondStep, SecondSteps
    from glossary_tui.glossary.surroundings import Surroundings
    from glossary_tui.model import Entry

TWO_STEPS = "Two steps away"
"""What the group of the neighbours' neighbours is called."""
_DIRECTIONS = {"names": "Names", "both": "Each names the other", "named by": "Named by"}
_MOST_NAMING = 300
_MOST_SECOND = 100
"""How many terms of a group are shown: more are nobody's neighbourhood, and cost time."""


def neighbours(
    graph: LinkGraph, entry: Entry, *, named_by: bool, two_steps: bool = False
) -> tuple[Group, ...]:
    """Related terms of *entry*, those without an entry here, and who names it, if *named_by*.

    If *two_steps*, also the neighbours' neighbours, each with the term that leads to it. A
    related term that may mean several entries leads to the search, as its ellipsis says.
    """
    known, unknown = [], []
    for near in graph.related(entry):
        if near.entry is not None:
            known.append(_item(near.entry))
        elif near.entries:
            known.append(Item(f"{near.link.text} …", near.link.target, exact=False))
        else:
            unknown.append(Item(near.link.text, near.link.target, exact=False))
    naming = graph.referenced_by(entry, _MOST_NAMING) if named_by else ()
    beyond: SecondSteps | tuple[()] = graph.second_steps(entry) if two_steps else ()
    return (
        Group("Related", tuple(known)),
        Group("No entry", tuple(unknown), dim=True),
        _group(
            "Named by", graph.naming(entry) if named_by else 0, map(_item, naming), _MOST_NAMING
        ),
        _group(TWO_STEPS, len(beyond), map(_second, beyond), _MOST_SECOND),
    )


def around(shown: Surroundings) -> tuple[Group, ...]:
    """What a map of *shown* would draw, as groups of terms."""
    groups = [
        Group(title, tuple(_item(spoke.entry) for spoke in shown.spokes if spoke.direction == way))
        for way, title in _DIRECTIONS.items()
    ]
    second = [
        Item(entry.title, entry.id, exact=True, aside=f"via {spoke.entry.title}")
        for spoke in shown.spokes
        for entry in spoke.beyond
    ]
    return (*groups, _group(TWO_STEPS, shown.further, second, _MOST_SECOND))


def _item(entry: Entry) -> Item:
    return Item(entry.title, entry.id, True, "")  # all by place: that is quicker, for hundreds


def _group(title: str, total: int, items: Iterable[Item], most: int) -> Group:
    """A group of the first *most* of *items*, and a word about the others of the *total*."""
    shown = tuple(item for _, item in zip(range(most), items, strict=False))
    more = total - len(shown)
    return Group(title, shown, note=f"and {more:,} more" if more else "")


def _second(step: SecondStep) -> Item:
    others = len(step.through) - 1
    via = f"via {step.through[0].title}" + (f" +{others}" if others else "")
    return Item(step.entry.title, step.entry.id, exact=True, aside=via)
