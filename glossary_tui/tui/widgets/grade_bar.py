"""The four buttons of a card: their keys, names, and when the card would come again."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.events import Click

    from glossary_tui.study.session import Choice

_WIDEST = 20


class GradeBar(Lines, Widget):
    """Buttons over what each would schedule, or a sentence while nothing can be graded yet."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grade-bar--key",
        "grade-bar--name",
        "grade-bar--interval",
        "grade-bar--suggested",
        "grade-bar--waiting",
    }
    """A key; a grade; its interval; the grade that the answer earns; the sentence."""

    class Rated(Message):
        """A button was clicked."""

        def __init__(self, rating: int) -> None:
            super().__init__()
            self.rating = rating
            """1 to 4."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._choices: tuple[Choice, ...] = ()
        self._suggestion = 0
        self._waiting = ""

    def wait(self, sentence: str) -> None:
        """Show *sentence* in the buttons' place."""
        self._choices, self._waiting = (), sentence
        self.refresh()

    def offer(self, choices: Sequence[Choice], suggestion: int = 0) -> None:
        """Show the buttons; *suggestion* is the rating that stands out, 0 for none."""
        self._choices, self._suggestion = tuple(choices), suggestion
        self.refresh()

    def _column(self) -> int:
        return min(self.line_width // max(len(self._choices), 1), _WIDEST)

    def render_line(self, y: int) -> Strip:
        """Names on the first line, intervals on the second."""
        base = self.ground
        segments: list[Segment] = []
        if not self._choices and y == 0:
            waiting = base + self.part("grade-bar--waiting")
            segments = [Segment(f"  {self._waiting}", waiting)]
        for choice in self._choices:
            if y < 2:
                segments += self._cell(choice, y, base)
        return filled(segments, self.line_width, base)

    def _cell(self, choice: Choice, y: int, base: Style) -> list[Segment]:
        column = self._column()
        suggested = choice.rating == self._suggestion
        if y == 1:
            style = base + self.part("grade-bar--interval")
            return [Segment(f"    {choice.text}"[:column].ljust(column), style)]
        name = "grade-bar--suggested" if suggested else "grade-bar--name"
        key_style = base + self.part("grade-bar--key")
        name_style = base + self.part(name)
        mark = "▸" if suggested else " "
        text = choice.name[: max(column - 5, 1)]
        rest = max(column - 4 - cell_len(text), 0)
        return [
            Segment(f"{mark} ", name_style if suggested else base),
            Segment(f"{choice.rating} ", key_style),
            Segment(text, name_style),
            Segment(" " * rest, base),
        ]

    def on_click(self, event: Click) -> None:
        """A click on a button rates the card."""
        index = event.x // max(self._column(), 1)
        if 0 <= index < len(self._choices):
            self.post_message(self.Rated(self._choices[index].rating))
