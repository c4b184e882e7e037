"""The head of an entry: its title, its other names, its tags."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

    from glossary_tui.model import Entry

_MARGIN = 2


class EntryTitle(Lines, Widget):
    """Two lines: the title, and that it is bookmarked; the aliases, with the tags at the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"entry-title--title", "entry-title--aside"}
    """The title; the line below it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._title = ""
        self._names = ""
        self._tags = ""
        self._note = ""

    def note(self, text: str) -> None:
        """Say *text* at the end of the title's line; '' for nothing."""
        if text != self._note:
            self._note = text
            self.refresh()

    def show(self, entry: Entry | None, *, with_id: bool = False) -> None:
        """Show *entry*; its id too where others have the same title."""
        title = entry.title if entry else ""
        names = [entry.id] if entry and with_id else []
        names += entry.aliases if entry else ()
        shown = (title, ", ".join(names), " · ".join(entry.tags) if entry else "")
        if shown != (self._title, self._names, self._tags):
            self._title, self._names, self._tags = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The title, or what stands below it."""
        base = self.ground
        width = self.line_width
        room = max(width - 2 * _MARGIN, 1)
        margin = Segment(" " * _MARGIN, base)
        if y == 0:
            style = base + self.part("entry-title--title")
            noted = cut(self._note, max(room // 2, 8))
            title = cut(self._title, max(room - cell_len(noted) - 2 * bool(noted), 1))
            line = [margin, Segment(title, style)]
            if noted:
                aside = base + self.part("entry-title--aside")
                between = " " * max(room - cell_len(title) - cell_len(noted), 0)
                line.append(Segment(f"{between}{noted}", aside))
        else:
            style = base + self.part("entry-title--aside")
            tags = cut(self._tags, room if not self._names else max(room // 2, 8))
            names = cut(self._names, max(room - cell_len(tags) - 2, 0)) if self._names else ""
            gap = max(room - cell_len(names) - cell_len(tags), 0)
            line = [margin, Segment(names + " " * gap + tags, style)]
        return filled(line, width, base)
