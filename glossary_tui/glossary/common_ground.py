"""What two terms share that no links join."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Entry


class CommonGround(NamedTuple):
    """What two entries have in common."""

    tags: tuple[str, ...]
    """The tags of both, in the order of the first."""
    names: tuple[str, ...]
    """The related terms that both name and that have no entry, as the first writes them."""


def common_ground(graph: LinkGraph, one: Entry, other: Entry) -> CommonGround:
    """What *one* and *other* share."""
    named = {fold(link.target) for link in graph.unresolved(other)}
    return CommonGround(
        tuple(tag for tag in one.tags if tag in other.tags),
        tuple(link.text for link in graph.unresolved(one) if fold(link.target) in named),
    )
