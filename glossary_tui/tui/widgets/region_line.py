"""The line that names what has the focus, where that is wanted in words."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.linear import in_words, is_linear
from glossary_tui.tui.widgets.cells import cut
from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import filled


class RegionLine(Lines, Widget):
    """Stands on top of a screen in the linear mode, and is not there otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.said = ""
        """What the line says now."""

    def on_mount(self) -> None:
        """Be there only where it is wanted."""
        self.display = is_linear(self)

    def look(self) -> None:
        """Say what has the focus now, if it is not what is said already."""
        said = in_words(self.screen)
        if said != self.said:
            self.said = said
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line, which never ends in the middle of a word without a sign of it."""
        base = self.ground
        text = cut(self.said, self.line_width) if y == 0 else ""
        gap = " " * max(self.line_width - cell_len(text), 0)
        return filled([Segment(f"{text}{gap}", base)], self.line_width, base)
