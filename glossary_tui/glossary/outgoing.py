"""What can be told of the links before all of them have been followed: whom an entry names."""

from __future__ import annotations

from functools import cached_property
from itertools import repeat

from glossary_tui.glossary.adjacency import adjacency
from glossary_tui.glossary.link_targets import targets_of
from glossary_tui.glossary.links import LinkGraph
from glossary_tui.glossary.names import NameIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.glossary.adjacency import Adjacency, Rows
    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry


class OutgoingLinks(LinkGraph):
    """Whom each entry of *glossary* names, found out when it is asked for; by whom, nobody knows.

    No answer takes longer than the links of a few entries do. What needs the whole graph finds it
    empty.
    """

    def __init__(self, glossary: Glossary) -> None:
        super().__init__(glossary)
        self._rows = _Followed(glossary)

    def path(self, start: Entry, goal: Entry) -> tuple[Entry, ...]:  # noqa: ARG002 # as in the base
        """No way is known."""
        return ()

    @property
    def _named(self) -> Rows:
        return self._rows

    @cached_property
    def _whole(self) -> tuple[Adjacency, Adjacency, NameIndex]:
        empty = adjacency(repeat((), len(self._glossary)))
        return empty, empty, NameIndex((), ())


class _Followed:
    """The links of the entries that were asked for."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._known: dict[int, Sequence[int]] = {}

    def row(self, position: int) -> Sequence[int]:
        """The positions that the entry at *position* names."""
        row = self._known.get(position)
        if row is None:
            row = self._known[position] = targets_of(self._glossary, position)
        return row
