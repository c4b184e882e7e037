"""The top line of a session: how far it is."""

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

    from glossary_tui.study.session import Progress

_MARGIN = 2


class SessionBar(Lines, Widget):
    """What is studied and what is left of it, over a line that fills."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "session-bar--title",
        "session-bar--count",
        "session-bar--done",
        "session-bar--left",
    }
    """What is studied; the numbers; the filled and the empty part of the line."""

    def __init__(self, title: str, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._title = title
        self._progress: Progress | None = None

    def show(self, progress: Progress) -> None:
        """Show how far the session is."""
        self._progress = progress
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Words on the first line, the filling line on the second."""
        base = self.ground
        width = max(self.line_width - 2 * _MARGIN, 1)
        progress = self._progress
        if progress is None or y > 1:
            return Strip.blank(self.line_width, base)
        if y == 0:
            count = progress_text(progress)
            if cell_len(self._title) + 2 + cell_len(count) > width:
                count, _, _ = count.partition(": ")
            title = cut(self._title, max(width - cell_len(count) - 2, 4))
            gap = max(width - cell_len(title) - cell_len(count), 1)
            parts = [(title, "title"), (" " * gap, ""), (count, "count")]
        else:
            total = progress.answered + progress.left
            done = round(width * progress.answered / total) if total else width
            parts = [("━" * done, "done"), ("─" * (width - done), "left")]
        segments = [Segment(" " * _MARGIN, base)]
        for text, name in parts:
            style = base
            if name:
                style += self.part(f"session-bar--{name}")
            segments.append(Segment(text, style))
        return filled(segments, self.line_width, base)


def progress_text(progress: Progress) -> str:
    """*progress* in words: `3 answered · 12 left: 7 new, 5 due`."""
    parts = [
        f"{number:,} {name}"
        for number, name in (
            (progress.new, "new"),
            (progress.steps, "learning"),
            (progress.due, "due"),
        )
        if number
    ]
    left = f"{progress.left:,} left" + (f": {', '.join(parts)}" if len(parts) > 1 else "")
    return f"{progress.answered:,} answered · {left}"
