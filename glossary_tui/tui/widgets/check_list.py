"""Lines that are chosen or not, under headings."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.row_list import RowList

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import ClassVar

    from rich.style import Style


class Line(NamedTuple):
    """One line."""

    text: str
    """What can be chosen."""
    aside: str = ""
    """What is said of it."""
    chosen: bool = False
    """Whether it is."""
    alone: bool = False
    """Whether only one line of its kind can be chosen."""
    is_heading: bool = False
    """Whether it only says what the lines below it are about."""


class CheckList(RowList):
    """Draws the lines; what choosing one means is the screen's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "check-list--heading",
        "check-list--chosen",
        "check-list--aside",
    }
    """A heading; the mark of a chosen line; what is said of a line."""

    class Toggled(Message):
        """A line was clicked; the highlight is on it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.can_focus = False
        self._lines: Sequence[Line] = ()

    def __len__(self) -> int:
        return len(self._lines)

    def show(self, lines: Sequence[Line], row: int) -> None:
        """Show *lines* with the highlight on *row*."""
        self._lines = lines
        self.rows_changed(row)

    def step(self, step: int) -> None:
        """Move the highlight to the next line in that direction that can be chosen."""
        row = self.cursor + step
        while 0 <= row < len(self) and self._lines[row].is_heading:
            row += step
        if 0 <= row < len(self):
            self.cursor = row

    def moved(self) -> None:
        """A click moved the highlight: it chooses too."""
        self.action_open()

    def action_open(self) -> None:
        """A line was clicked."""
        if not self._lines[self.cursor].is_heading:
            self.post_message(self.Toggled())

    def draw_row(self, row: int, base: Style, width: int) -> Iterable[Segment]:
        """The mark, the text, and what is said of it at the end."""
        line = self._lines[row]
        heading, chosen, aside = (
            base + self.part(f"check-list--{name}") for name in ("heading", "chosen", "aside")
        )
        if line.is_heading:
            yield Segment(line.text, heading)
            return
        marks = ("(•) ", "( ) ") if line.alone else ("[x] ", "[ ] ")
        yield Segment(marks[0] if line.chosen else marks[1], chosen if line.chosen else aside)
        room = width - 5 - (cell_len(line.aside) + 2 if line.aside else 0)
        text = cut(line.text, max(room, 4))
        yield Segment(text, base)
        if line.aside:
            gap = max(width - 5 - cell_len(text) - cell_len(line.aside), 1)
            yield Segment(" " * gap, base)
            yield Segment(line.aside, aside)
