"""Which terms the list holds, and in which order."""

from __future__ import annotations

from functools import cached_property

from glossary_tui.glossary.records import Chosen
from glossary_tui.model.record import NamedTuple
from glossary_tui.user.marks import Mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary_tui.model import Entry
    from glossary_tui.search import Searcher
    from glossary_tui.user.marks import Marks
    from glossary_tui.workspace import Workspace

SHELVES = {"all": "All terms", "bookmarks": "Bookmarks", "recent": "Recent"}
"""What may be listed, and what it is called."""
ORDERS = {"title": "By title", "named": "Most named first", "read": "Last read first"}
"""How a list may be sorted, and what that is called."""

OTHERS = "#"
"""What stands for all that is no letter."""


class Wish(NamedTuple):
    """What the reader wants listed."""

    shelf: str = "all"
    """One of `SHELVES`."""
    tag: str = ""
    """The tag that every term must have; '' for any."""
    order: str = "title"
    """One of `ORDERS`. Recent terms are always in theirs."""

    @property
    def narrows(self) -> bool:
        """Whether any terms may be left out."""
        return self.shelf != "all" or bool(self.tag)


class Shelf:
    """The terms that a wish leaves, in its order."""

    def __init__(self, workspace: Workspace, marks: Marks, wish: Wish) -> None:
        self.wish = wish
        """What was wanted."""
        self._workspace = workspace
        self._marks = marks
        glossary = workspace.glossary
        self._positions = None if wish == Wish() else tuple(self._chosen())
        self.entries: Sequence[Entry] = (
            glossary.entries
            if self._positions is None
            else Chosen(glossary.entries, self._positions)
        )
        """The terms."""

    def row_of(self, entry: Entry) -> int:
        """The row of *entry*; -1 where it is not listed."""
        position = self._workspace.glossary.position_of(entry.id)
        if position is None:  # its file has gone
            return -1
        return position if self._positions is None else self._rows.get(position, -1)

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {position: row for row, position in enumerate(self._positions or ())}

    @cached_property
    def searcher(self) -> Searcher:
        """Finds terms among those listed."""
        if not self.wish.narrows:
            return self._workspace.searcher
        from glossary_tui.glossary import Glossary
        from glossary_tui.search import Searcher

        return Searcher(Glossary(self.entries, self._workspace.glossary.parts))

    def initials(self) -> dict[str, int]:
        """The letters that titles begin with, in order, and the first row of each; # for others."""
        folded = self._workspace.glossary.folded_titles
        positions = range(len(folded)) if self._positions is None else self._positions
        found: dict[str, int] = {}
        for row, position in enumerate(positions):
            first = folded[position][:1].upper()
            found.setdefault(first if first.isalpha() else OTHERS, row)
        return dict(sorted(found.items()))

    def _chosen(self) -> Iterable[int]:
        glossary, wish = self._workspace.glossary, self.wish
        positions: Iterable[int] = range(len(glossary))
        if wish.shelf != "all":
            marks = self._marks.bookmarks if wish.shelf == "bookmarks" else self._marks.recent
            positions = positions_of(self._workspace, marks)
        if wish.tag:
            tagged = frozenset(glossary.tagged.get(wish.tag, ()))
            positions = [position for position in positions if position in tagged]
        if wish.shelf == "recent":
            return positions
        return self._sorted(positions)

    def _sorted(self, positions: Iterable[int]) -> Iterable[int]:
        by_title = sorted(positions)  # the glossary's own order is that of the titles
        if self.wish.order == "named":
            times = self._workspace.graph.times_named
            return sorted(by_title, key=lambda position: -times(position))
        if self.wish.order == "read":
            recent = positions_of(self._workspace, self._marks.recent)
            order = {position: number for number, position in enumerate(recent)}
            return sorted(by_title, key=lambda position: order.get(position, len(order)))
        return by_title


def positions_of(workspace: Workspace, marks: Iterable[Mark]) -> list[int]:
    """Where the terms of *marks* stand in the glossary, without those that are not in it."""
    glossary = workspace.glossary
    parts = dict(
        zip((each.identity for each in workspace.choice.sources), glossary.parts, strict=False)
    )
    found = []
    for mark in marks:
        if parts and mark.glossary in parts:
            entry = glossary.by_id(f"{parts[mark.glossary]}/{mark.entry_id}")
        elif not parts and mark.glossary == workspace.identity:
            entry = glossary.by_id(mark.entry_id)
        else:
            entry = None
        if entry is not None:
            found.append(glossary.position(entry))
    return found


def mark_of(workspace: Workspace, entry: Entry) -> Mark:
    """What tells *entry* from all others, in whichever glossaries it is shown."""
    return Mark(*workspace.home_of(entry))
