"""The neighbours of an entry: related terms, terms without an entry, entries that name it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.messages import TermChosen
from glossary_tui.tui.widgets.cells import cut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click

_MARGIN = 2
_BETWEEN = " · "


class Item(NamedTuple):
    """A term of the panel."""

    text: str
    """What is shown."""
    target: str
    """An id if `exact`, else the term as its author wrote it."""
    exact: bool
    """Whether it leads straight to an entry."""


class Group(NamedTuple):
    """Terms under one heading."""

    title: str
    items: tuple[Item, ...]
    dim: bool = False
    """Whether its terms have no entry here."""


class _Place(NamedTuple):
    line: int
    start: int
    end: int


class RelatedPanel(ScrollView, can_focus=True):
    """Groups of terms: in running lines below a text, or one a line in a column beside it."""

    CONTEXT = "related"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "related-panel--title",
        "related-panel--item",
        "related-panel--dim",
        "related-panel--cursor",
    }
    """A group's heading, a term, a term without an entry, the focused term."""

    cursor: reactive[int] = reactive(0)
    """The index of the focused term, over all groups."""
    column: reactive[bool] = reactive(default=False)
    """Whether each term has a line of its own."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._groups: Sequence[Group] = ()
        self._lines: list[list[tuple[str, str, int]]] = []
        self._places: list[_Place] = []

    @property
    def items(self) -> list[Item]:
        """Every term, over all groups."""
        return [item for group in self._groups for item in group.items]

    def show(self, groups: Sequence[Group]) -> None:
        """Show *groups*; the ones without terms are left out."""
        groups = [group for group in groups if group.items]
        self.set_class(not groups, "-empty")
        if groups == self._groups:
            return
        kept = self._groups and groups and groups[0] == self._groups[0]
        self._groups = groups
        if not kept:
            self.set_reactive(RelatedPanel.cursor, 0)
            self.scroll_to(y=0, animate=False)
        self._lay_out()

    def watch_column(self) -> None:
        """Lay the terms out anew."""
        self._lay_out()

    def on_resize(self) -> None:
        """Lay the terms out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Make lines of (text, style name, item index or -1), and note where each item stands."""
        self._lines, self._places = [], []
        width = max(self.size.width - 2 * _MARGIN, 8)
        indent = max((cell_len(group.title) for group in self._groups), default=0) + 2
        index = 0
        for number, group in enumerate(self._groups):
            if self.column:
                if number:
                    self._lines.append([])
                self._lines.append([(group.title, "title", -1)])
            else:
                self._lines.append([(group.title.ljust(indent), "title", -1)])
            index = self._lay_out_group(group, index, width, 0 if self.column else indent)
        self.virtual_size = Size(0, len(self._lines))
        self.refresh(layout=True)

    def _lay_out_group(self, group: Group, index: int, width: int, indent: int) -> int:
        """Lay out the terms of *group* from *index* on; the index after its last."""
        style = "dim" if group.dim else "item"
        at = indent
        for number, item in enumerate(group.items):
            text = cut(item.text, max(width - indent, 4))
            cells = cell_len(text)
            if self.column:
                self._lines.append([])
                at = 0
            elif number:
                if at + len(_BETWEEN) + cells > width:
                    self._lines.append([(" " * indent, "title", -1)])
                    at = indent
                else:
                    self._lines[-1].append((_BETWEEN, "dim", -1))
                    at += len(_BETWEEN)
            self._lines[-1].append((text, style, index))
            self._places.append(_Place(len(self._lines) - 1, at, at + cells))
            at += cells
            index += 1
        return index

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are."""
        return len(self._lines)

    def watch_cursor(self) -> None:
        """Keep the focused term in sight."""
        if self.cursor < len(self._places):
            line = self._places[self.cursor].line
            top = max(line - 1, 0) if self.column else line
            self.scroll_to_region(Region(0, top, 1, line - top + 1), animate=False, force=True)
        self.refresh()

    def on_focus(self) -> None:
        """The focused term is drawn only in a focused panel."""
        self.refresh()

    def on_blur(self) -> None:
        """The focused term is drawn only in a focused panel."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the panel."""
        base = self.rich_style
        line = y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(self.size.width, base)
        segments = [Segment(" " * _MARGIN, base)]
        for text, name, index in self._lines[line]:
            segments.append(Segment(text, self._style(base, name, index)))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _style(self, base: Style, name: str, index: int) -> Style:
        style = base + self.get_component_rich_style(f"related-panel--{name}", partial=True)
        if index >= 0 and index == self.cursor and self.has_focus:
            style += self.get_component_rich_style("related-panel--cursor", partial=True)
        return style

    def on_click(self, event: Click) -> None:
        """A click goes to the term."""
        at = event.get_content_offset(self)
        if at is None:
            return
        line, cell = at.y + self.scroll_offset.y, at.x - _MARGIN
        for index, place in enumerate(self._places):
            if place.line == line and place.start <= cell < place.end:
                self.cursor = index
                self.action_open()

    def _step(self, step: int) -> None:
        if self._places:
            self.cursor = min(max(self.cursor + step, 0), len(self._places) - 1)

    def _step_line(self, step: int) -> None:
        """Move to the nearest term on the next line that has any."""
        if not self._places:
            return
        here = self._places[self.cursor]
        lines = sorted(
            {place.line for place in self._places if (place.line - here.line) * step > 0}
        )
        if lines:
            line = lines[0] if step > 0 else lines[-1]
            there = [i for i, place in enumerate(self._places) if place.line == line]
            self.cursor = min(there, key=lambda i: abs(self._places[i].start - here.start))

    def action_up(self) -> None:
        """Move to the line above."""
        self._step_line(-1)

    def action_down(self) -> None:
        """Move to the line below."""
        self._step_line(1)

    def action_previous(self) -> None:
        """Move to the term before."""
        self._step(-1)

    def action_next(self) -> None:
        """Move to the term after."""
        self._step(1)

    def action_open(self) -> None:
        """Go to the term."""
        items = self.items
        if self.cursor < len(items):
            item = items[self.cursor]
            self.post_message(TermChosen(item.target, exact=item.exact))
