"""A list to choose from, under a box that narrows it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip

from glossary_tui.tui.widgets.cells import cut, lit
from glossary_tui.tui.widgets.row_list import RowList
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import ClassVar

    from rich.style import Style

    from glossary_tui.tui.choice import Choice


class ChoiceList(RowList):
    """Choices, one a line. Never focused: the box above it moves it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choice-list--match",
        "choice-list--aside",
        "choice-list--key",
    }
    """Letters that matched; what is said of a choice; what stands at the end of its row."""

    class Highlighted(Message):
        """The highlight is on another choice."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice
            """The choice."""

    class Chosen(Message):
        """A choice was made by a click."""

    def __init__(self, nothing: str, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.can_focus = False
        self._nothing = nothing
        self._choices: Sequence[Choice] = ()

    def __len__(self) -> int:
        return len(self._choices)

    @property
    def highlighted(self) -> Choice | None:
        """The highlighted choice; None in an empty list."""
        return self._choices[self.cursor] if self.cursor < len(self._choices) else None

    def show(self, choices: Sequence[Choice], row: int = 0) -> None:
        """List *choices*, with the highlight on *row*."""
        self._choices = choices
        self.rows_changed(row)
        self.moved()

    def moved(self) -> None:
        """Tell what is highlighted."""
        choice = self.highlighted
        if choice is not None:
            self.post_message(self.Highlighted(choice))

    def action_open(self) -> None:
        """Take the highlighted choice."""
        self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """A choice, or that there is none."""
        if len(self) or y:
            return super().render_line(y)
        base = self.ground
        style = base + self.part("choice-list--aside")
        said = Segment(f" {cut(self._nothing, max(self.size.width - 1, 1))}", style)
        return filled([said], self.line_width, base)

    def draw_row(self, row: int, base: Style, width: int) -> Iterable[Segment]:
        """Text, aside, and the key at the end."""
        choice = self._choices[row]
        match, aside, key = (
            base + self.part(f"choice-list--{name}") for name in ("match", "aside", "key")
        )
        room = max(width - (cell_len(choice.key) + 2 if choice.key else 0), 1)
        text = cut(choice.text, room)
        yield from lit(text, choice.spans, base, match)
        at = cell_len(text)
        if choice.aside and room - at > 4:
            said = cut(choice.aside, room - at - 2)
            yield Segment(f"  {said}", aside)
            at += 2 + cell_len(said)
        if choice.key:
            yield Segment(" " * max(width - at - cell_len(choice.key), 1), base)
            yield Segment(choice.key, key)
