"""The graph around an entry, as groups of terms to show."""

from __future__ import annotations

from glossary_tui.tui.widgets.related_panel import Group, Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Entry


def neighbours(graph: LinkGraph, entry: Entry, *, named_by: bool) -> tuple[Group, ...]:
    """Related terms of *entry*, those without an entry here, and, if *named_by*, who names it.

    A related term that may mean several entries leads to the search, as its ellipsis says.
    """
    known, unknown = [], []
    for near in graph.related(entry):
        if near.entry is not None:
            known.append(Item(near.entry.title, near.entry.id, exact=True))
        elif near.entries:
            known.append(Item(f"{near.link.text} …", near.link.target, exact=False))
        else:
            unknown.append(Item(near.link.text, near.link.target, exact=False))
    naming = graph.referenced_by(entry) if named_by else ()
    return (
        Group("Related", tuple(known)),
        Group("No entry", tuple(unknown), dim=True),
        Group("Named by", tuple(Item(other.title, other.id, exact=True) for other in naming)),
    )
