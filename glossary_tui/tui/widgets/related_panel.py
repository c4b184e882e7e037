"""The neighbours of an entry: related terms, terms without an entry, entries that name it."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.strip import Strip

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.messages import LinkFocused, TermChosen
from glossary_tui.tui.widgets.focus_view import FocusView
from glossary_tui.tui.widgets.strips import filled
from glossary_tui.tui.widgets.term_groups import NO_ITEM, GroupLayout, lay_out

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click

    from glossary_tui.tui.widgets.term_groups import Group, Item, Run

_MARGIN = 2


class RelatedPanel(FocusView):
    """Groups of terms: in running lines below a text, or one a line in a column beside it."""

    CONTEXT = "related"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "related-panel--title",
        "related-panel--item",
        "related-panel--dim",
        "related-panel--aside",
        "related-panel--cursor",
    }
    """A group's heading, a term, a term without an entry, what is said of one, the focused one."""

    cursor: reactive[int] = reactive(0)
    """The index of the focused term, over all groups."""
    column: reactive[bool] = reactive(default=False)
    """Whether each term has a line of its own."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.is_covered = False
        """Whether a pane is open beside it, which a page at a time scrolls then."""
        self._groups: Sequence[Group] = ()
        self._layout_of_terms = GroupLayout([], [])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether *action* is the panel's own affair now."""
        return not (self.is_covered and action in ("page_up", "page_down"))

    @property
    def items(self) -> list[Item]:
        """Every term, over all groups."""
        return [item for group in self._groups for item in group.items]

    @property
    def focused_item(self) -> Item | None:
        """The term under the cursor."""
        items = self.items
        return items[self.cursor] if self.cursor < len(items) else None

    def show(self, groups: Sequence[Group]) -> None:
        """Show *groups*; the ones with nothing in them are left out."""
        groups = [group for group in groups if group.items or group.note]
        self.set_class(not groups, "-empty")
        if groups == self._groups:
            return
        kept = self._groups and groups and groups[0] == self._groups[0]
        self._groups = groups
        if not kept or self.cursor >= len(self.items):
            self.set_reactive(RelatedPanel.cursor, 0)
            self.stand_at(0, 0)
        self._lay_out()

    def focus_group(self, title: str) -> None:
        """Focus the first term of the group that is called *title*, if there is one."""
        before = 0
        for group in self._groups:
            if group.title == title:
                self.cursor = before
            before += len(group.items)

    def watch_column(self) -> None:
        """Lay the terms out anew."""
        self._lay_out()

    def on_resize(self) -> None:
        """Lay the terms out anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(self.size.width - 2 * _MARGIN, 8)
        self._layout_of_terms = lay_out(self._groups, width, column=self.column)
        self.resize_contents(0, len(self._layout_of_terms.lines))
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are."""
        return len(self._layout_of_terms.lines)

    def watch_cursor(self) -> None:
        """Keep the focused term in sight, with the heading of its group if it is the first."""
        places = self._layout_of_terms.places
        if self.cursor < len(places):
            line = places[self.cursor].line
            top = max(line - 1, 0) if self.column else line
            self.scroll_to_region(Region(0, top, 1, line - top + 1), animate=False, force=True)
        if self.has_focus:
            self.tell_focus()
        self.refresh()

    def cursor_in_words(self) -> str:
        """Which term has the focus, of which group."""
        before = 0
        for group in self._groups:
            if self.cursor < before + len(group.items):
                number = self.cursor - before
                title = group.title.strip().rstrip(":")
                return f"{title}: {group.items[number].text}, {number + 1} of {len(group.items)}"
            before += len(group.items)
        return "No related terms"

    def cursor_place(self) -> Offset:
        """Where the focused term is on the screen."""
        places = self._layout_of_terms.places
        line = places[self.cursor].line if self.cursor < len(places) else 0
        return self.content_region.offset + Offset(_MARGIN, line - self.scroll_offset.y)

    def tell_focus(self) -> None:
        """Say which term is under the cursor, and where it is drawn."""
        item = self.focused_item
        if item is not None:
            place = self._layout_of_terms.places[self.cursor]
            x, y = self.content_region.offset
            region = Region(
                x + _MARGIN + place.start,
                y + place.line - self.scroll_offset.y,
                place.end - place.start,
                1,
            )
            self.post_message(LinkFocused(item.target, exact=item.exact, region=region))

    def render_line(self, y: int) -> Strip:
        """A line of the panel."""
        base = self.ground
        line = y + self.scrolled.y
        lines = self._layout_of_terms.lines
        if line >= len(lines):
            return self.blank()
        segments = [Segment(" " * _MARGIN, base)]
        segments += [Segment(run.text, self._style(base, run)) for run in lines[line]]
        return filled(segments, self.line_width, base)

    def _style(self, base: Style, run: Run) -> Style:
        style = base + self.part(f"related-panel--{run.style}")
        if run.item != NO_ITEM and run.item == self.cursor and self.has_focus:
            style += self.part("related-panel--cursor")
        return style

    def on_click(self, event: Click) -> None:
        """A click goes to the term."""
        at = event.get_content_offset(self)
        if at is None:
            return
        line, cell = at.y + self.scroll_offset.y, at.x - _MARGIN
        for index, place in enumerate(self._layout_of_terms.places):
            if place.line == line and place.start <= cell < place.end:
                self.cursor = index
                self.action_open()

    def _step(self, step: int) -> None:
        places = self._layout_of_terms.places
        if places:
            self.cursor = min(max(self.cursor + step, 0), len(places) - 1)

    def _step_lines(self, step: int) -> None:
        """Move to the nearest term *step* lines away, or on the nearest line beyond that has any.

        Where there is none so far, to the last one in that direction.
        """
        places = self._layout_of_terms.places
        if not places:
            return
        here = places[self.cursor]
        ahead = sorted(
            {place.line for place in places if (place.line - here.line) * step > 0},
            reverse=step < 0,
        )
        if ahead:
            far = (line for line in ahead if abs(line - here.line) >= abs(step))
            line = next(far, ahead[-1])
            there = [i for i, place in enumerate(places) if place.line == line]
            self.cursor = min(there, key=lambda i: abs(places[i].start - here.start))

    def action_up(self) -> None:
        """Move to the line above."""
        self._step_lines(-1)

    def action_down(self) -> None:
        """Move to the line below."""
        self._step_lines(1)

    def action_page_up(self) -> None:
        """Move up a page."""
        self._step_lines(-max(self.size.height - 1, 1))

    def action_page_down(self) -> None:
        """Move down a page."""
        self._step_lines(max(self.size.height - 1, 1))

    def action_first(self) -> None:
        """Move to the first term."""
        self._step(-len(self.items))

    def action_last(self) -> None:
        """Move to the last term."""
        self._step(len(self.items))

    def action_previous(self) -> None:
        """Move to the term before."""
        self._step(-1)

    def action_next(self) -> None:
        """Move to the term after."""
        self._step(1)

    def action_open(self) -> None:
        """Go to the term."""
        item = self.focused_item
        if item is not None:
            self.post_message(TermChosen(item.target, exact=item.exact))
