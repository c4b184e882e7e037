"""The map of a term's surroundings."""

from __future__ import annotations

from rich.text import Text
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Static

from glossary_tui.glossary.surroundings import surroundings
from glossary_tui.text.counting import counted
from glossary_tui.text.wrap import wrapped
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.linear import is_linear
from glossary_tui.tui.painting import PaintedAtOnce
from glossary_tui.tui.screens.neighbours import around
from glossary_tui.tui.screens.opening import opening
from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.graph_map import GraphMap
from glossary_tui.tui.widgets.key_bar import KeyBar
from glossary_tui.tui.widgets.map_layout import MOST, NARROWEST
from glossary_tui.tui.widgets.region_line import RegionLine
from glossary_tui.tui.widgets.related_panel import RelatedPanel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from glossary_tui.glossary.links import Direction
    from glossary_tui.model import Entry
    from glossary_tui.tui.messages import TermChosen
    from glossary_tui.workspace import Workspace

_LINES = 2
"""Lines of the marked term's opening."""
_LOW = 14
"""Rows below which the map takes those of the note too."""


class MapScreen(PaintedAtOnce, Screen[str]):
    """A term amid its neighbours, drawn, or listed where there is no room. Its result is an id."""

    CONTEXT = "map"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    CSS_PATH = "map.tcss"

    def __init__(self, workspace: Workspace, entry: Entry) -> None:
        super().__init__()
        self._workspace = workspace
        self._graph = workspace.graph
        self._glossary = workspace.glossary
        self._centres = [entry]
        self._heading = Static(id="map-title", markup=False)
        self._map = GraphMap(self._linked, id="map")
        self._list = RelatedPanel(id="map-list")
        self._note = Static(id="map-note", markup=False)
        self._keys = KeyBar()

    def compose(self) -> ComposeResult:
        """Heading, map or list, what the marked term is, keys."""
        yield RegionLine()
        yield self._heading
        yield self._map
        yield self._list
        yield self._note
        yield self._keys

    def in_words(self) -> str:
        """Which term of the list has the focus, where the map is a list."""
        return "" if self._is_drawn else self._list.cursor_in_words()

    def point(self) -> Offset:
        """Where that term is on the screen."""
        return self._list.cursor_place()

    @property
    def centre(self) -> Entry:
        """The term in the middle."""
        return self._centres[-1]

    @property
    def _is_drawn(self) -> bool:
        return not self.has_class("-listed")

    def on_mount(self) -> None:
        """Draw the term that was asked for."""
        self._list.column = True
        self._keys.show((self.CONTEXT,))
        self._show()

    def on_resize(self) -> None:
        """A list where a map has no room."""
        listed = self.size.width < NARROWEST or is_linear(self)
        self.set_class(listed, "-listed")
        self.set_class(self.size.height < _LOW, "-low")
        self.set_focus(self._list if listed else self._map)

    def renew(self) -> None:
        """Draw what the files say now around the same term; without it, what they said."""
        glossary = self._workspace.glossary
        centres = [glossary.by_id(each.id) for each in self._centres]
        if centres[-1] is not None:
            self._graph, self._glossary = self._workspace.graph, glossary
            self._centres = [each for each in centres if each is not None]
            self._show(self._map.marked)

    def _show(self, marked: str = "") -> None:
        shown = surroundings(self._graph, self.centre)
        self._map.show(shown, marked)
        self._list.show(around(shown))
        heading = Text(no_wrap=True, overflow="ellipsis")
        heading.append("Around ", "dim").append(self.centre.title, "bold")
        heading.append(f"   {_neighbours(len(shown.spokes), shown.further)}", "dim")
        self._heading.update(heading)
        self._describe(self._map.marked or self.centre.id)

    def _linked(self, entry_id: str) -> frozenset[str]:
        entry = self._glossary.by_id(entry_id)
        near = self._graph.neighbours(entry) if entry is not None else ()
        return frozenset(each.id for each in near)

    def on_graph_map_moved(self, message: GraphMap.Moved) -> None:
        """Say what the marked term is."""
        self._describe(message.entry_id)

    def _describe(self, entry_id: str) -> None:
        entry = self._glossary.by_id(entry_id)
        if entry is None:
            return
        room = max(self.size.width - 4, 1)
        note = Text(no_wrap=True)
        note.append(cut(entry.title, room), "bold")
        if entry != self.centre:
            relation = _RELATIONS[self._graph.direction(self.centre, entry)]
            note.append(f"   {relation.format(self.centre.title)}", "dim")
        note.truncate(room, overflow="ellipsis")
        lines = wrapped(opening(entry), room)
        if len(lines) > _LINES:
            last = wrapped(lines[_LINES - 1], max(room - 2, 1))[0]
            lines[_LINES - 1] = f"{last} …"
        note.append("".join(f"\n{line}" for line in lines[:_LINES]))
        self._note.update(note)

    # Commands

    def action_up(self) -> None:
        """Mark the term above."""
        self._map.walk(0, -1)

    def action_down(self) -> None:
        """Mark the term below."""
        self._map.walk(0, 1)

    def action_left(self) -> None:
        """Mark a term to the left."""
        self._map.walk(-1, 0)

    def action_right(self) -> None:
        """Mark a term to the right."""
        self._map.walk(1, 0)

    def action_next(self) -> None:
        """Mark the next term in reading order."""
        self._map.step(1)

    def action_previous(self) -> None:
        """Mark the term before, in reading order."""
        self._map.step(-1)

    def action_go(self) -> None:
        """Go to the marked term."""
        self.dismiss(self._marked)

    def on_graph_map_chosen(self) -> None:
        """A marked label was clicked."""
        self.action_go()

    def on_term_chosen(self, message: TermChosen) -> None:
        """Go to a term of the list."""
        message.stop()
        self.dismiss(message.target)

    @property
    def _marked(self) -> str:
        if self._is_drawn:
            return self._map.marked
        focused = self._list.focused_item
        return focused.target if focused else self.centre.id

    def action_centre(self) -> None:
        """Put the marked term in the middle."""
        entry = self._glossary.by_id(self._marked)
        if entry is not None and entry != self.centre:
            self._centres.append(entry)
            self._show()

    def action_back(self) -> None:
        """Put back in the middle what was there before, with what took its place marked."""
        if len(self._centres) > 1:
            left = self._centres.pop()
            self._show(left.id)
        else:
            self.notify("This is where the map began.", timeout=2)

    def action_close(self) -> None:
        """Close the map."""
        self.dismiss(None)


_RELATIONS: dict[Direction | None, str] = {
    "names": "{} names it",
    "named by": "names {}",
    "both": "{} and it name each other",
    None: "two steps away",
}
"""How the marked term and the centre are linked."""


def _neighbours(near: int, beyond: int) -> str:
    if not near:
        return "no entry here names it, and it names none"
    first = counted(near, "neighbour")
    if near > MOST:
        first += f", of which {MOST} are drawn"
    return f"{first}, {beyond:,} two steps away" if beyond else first
