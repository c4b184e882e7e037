"""The map of a term's surroundings, walked with the arrows."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from glossary_tui.tui.widgets.focus_view import FocusView
from glossary_tui.tui.widgets.map_layout import lay_out_map
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable
    from typing import ClassVar

    from rich.style import Style
    from textual.events import Click

    from glossary_tui.glossary.surroundings import Surroundings
    from glossary_tui.tui.widgets.map_layout import MapLayout, Node

_HEADS = "◂▸"


class GraphMap(FocusView, inherit_bindings=False):
    """Labels and the lines between them; one label is marked, with the way to it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "graph-map--centre",
        "graph-map--near",
        "graph-map--far",
        "graph-map--line",
        "graph-map--head",
        "graph-map--way",
        "graph-map--kin",
        "graph-map--cursor",
    }
    """The centre, a neighbour, what lies behind one; a line, an arrow head, either on the way to the marked label;
    a label that is linked with the marked one; the marked one."""

    cursor: reactive[int] = reactive(0)
    """The index of the marked label; 0 is the centre."""

    class Moved(Message):
        """Another label is marked."""

        def __init__(self, entry_id: str) -> None:
            super().__init__()
            self.entry_id = entry_id
            """The id of its entry."""

    class Chosen(Message):
        """A marked label was clicked."""

    def __init__(
        self,
        linked: Callable[[str], Container[str]],
        *,
        id: str | None = None,  # noqa: A002 # Textual's name for it
    ) -> None:
        super().__init__(id=id)
        self._linked = linked
        self._around: Surroundings | None = None
        self._layout_of_map: MapLayout | None = None
        self._line_cells: dict[int, list[tuple[int, str, frozenset[int]]]] = {}
        self._labels: dict[int, list[int]] = {}
        self._kin: Container[str] = ()
        self._looks: dict[str, Style] = {}

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The labels, the centre first."""
        return self._layout_of_map.nodes if self._layout_of_map else ()

    @property
    def marked(self) -> str:
        """The id of the entry whose label is marked."""
        return self.nodes[self.cursor].entry_id if self.nodes else ""

    def show(self, around: Surroundings, marked: str = "") -> None:
        """Draw *around*, with the label of the entry *marked* marked if it is there."""
        self._around = around
        self._lay_out(marked)

    def on_resize(self) -> None:
        """Draw the map for the new size."""
        if self._around is not None:
            self._lay_out(self.marked)

    def _lay_out(self, marked: str) -> None:
        if self._around is None or self.size.width <= 0:
            return
        layout = lay_out_map(self._around, self.size.width, self.size.height)
        self._layout_of_map = layout
        self._line_cells = {}
        for cell, drawn in sorted({**layout.lines, **layout.heads}.items()):
            self._line_cells.setdefault(cell.row, []).append((cell.column, *drawn))
        self._labels = {}
        for index, node in enumerate(layout.nodes[1:], 1):
            self._labels.setdefault(node.row, []).append(index)
        self.resize_contents(0, layout.height)
        found = [index for index, node in enumerate(layout.nodes) if node.entry_id == marked]
        self.set_reactive(GraphMap.cursor, found[0] if found else 0)
        centre = layout.nodes[0].row - self.size.height // 2
        self.scroll_to(y=max(centre, 0), animate=False, force=True)
        self.watch_cursor()

    def watch_cursor(self) -> None:
        """Find who is linked with the marked label, and bring it into sight."""
        if not self.nodes:
            return
        self._kin = self._linked(self.marked)
        region = Region(0, max(self.nodes[self.cursor].row - 1, 0), 1, 3)
        self.scroll_to_region(region, animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved(self.marked))

    # Walking

    def walk(self, across: int, down: int) -> None:
        """Mark the label to the left or right (*across* -1, 1), or above or below (*down*)."""
        if not self.nodes:
            return
        here = self.nodes[self.cursor]
        if across:
            there = self._in_column(here.column + across)
            kin = [i for i in there if self._are_joined(i, self.cursor)]
            wanted = min(kin or there, key=self._distance, default=self.cursor)
        else:
            ahead = [i for i in self._in_column(here.column) if self._is_ahead(i, down)]
            if not ahead and here.column == 0:
                ahead = [i for i in self._in_column(1) if self._is_ahead(i, down)]
            wanted = min(ahead, key=self._distance, default=self.cursor)
        self.cursor = wanted

    def step(self, step: int) -> None:
        """Mark the label *step* further in the order in which one reads: rows, then cells."""
        order = sorted(
            range(len(self.nodes)), key=lambda i: (self.nodes[i].row, self.nodes[i].start)
        )
        if order:
            self.cursor = order[(order.index(self.cursor) + step) % len(order)]

    def _in_column(self, column: int) -> list[int]:
        return [i for i, node in enumerate(self.nodes) if node.column == column]

    def _is_ahead(self, index: int, down: int) -> bool:
        return (self.nodes[index].row - self.nodes[self.cursor].row) * down > 0

    def _are_joined(self, one: int, other: int) -> bool:
        return self.nodes[one].parent == other or self.nodes[other].parent == one

    def _distance(self, index: int) -> int:
        return abs(self.nodes[index].row - self.nodes[self.cursor].row)

    def on_click(self, event: Click) -> None:
        """A click marks a label; on the marked one it chooses it."""
        at = event.get_content_offset(self)
        if at is None:
            return
        row = at.y + self.scroll_offset.y
        for index, node in enumerate(self.nodes):
            wide = 1 if index else 2
            if abs(node.row - row) < wide and node.start - wide <= at.x < node.end + wide:
                if index == self.cursor or event.chain > 1:
                    self.post_message(self.Chosen())
                self.cursor = index

    # Drawing

    def render_line(self, y: int) -> Strip:
        """A row of the map."""
        base = self.ground
        width = self.size.width
        layout = self._layout_of_map
        if layout is None:
            return Strip.blank(width, base)
        segments, at = [], 0
        for start, text, style in sorted(self._runs(layout, y + self.scroll_offset.y)):
            segments += [Segment(" " * (start - at), base), Segment(text, self._look(style))]
            at = start + segments[-1].cell_length
        return filled(segments, width, base)

    def _look(self, name: str) -> Style:
        style = self._looks.get(name)
        if style is None:
            partial = self.part(f"graph-map--{name}")
            style = self._looks[name] = self.ground + partial
        return style

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        self._looks = {}
        super().notify_style_update()

    def _runs(self, layout: MapLayout, row: int) -> Iterable[tuple[int, str, str]]:
        """First cell, text and style of everything that stands on *row*."""
        for column, character, leading in self._line_cells.get(row, ()):
            plain = "head" if character in _HEADS else "line"
            yield column, character, "way" if self.cursor in leading else plain
        for line, start, text in layout.title:
            if line == row:
                yield self._label(0, start, text)
        for index in self._labels.get(row, ()):
            node = layout.nodes[index]
            yield self._label(index, node.start, node.text)

    def _label(self, index: int, start: int, text: str) -> tuple[int, str, str]:
        """*text* as it looks now; the marked label has a blank at each side."""
        if index == self.cursor and self.has_focus:
            return start - 1, f" {text} ", "cursor"
        if self.cursor and self.nodes[index].entry_id in self._kin:
            return start, text, "kin"
        return start, text, ("centre", "near", "far")[abs(self.nodes[index].column)]
