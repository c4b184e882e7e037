"""The scroll bar of a canvas."""

from __future__ import annotations

from rich.segment import Segment
from textual.scrollbar import ScrollBar

from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import LightStrip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.scrollbar import ScrollBarRender
    from textual.strip import Strip


class Bar(Lines, ScrollBar):
    """Textual's upright scroll bar, a cell a line: it moves with every key that fills a list."""

    _cells: list[Strip] | None = None

    def _set_dirty(self, *regions: Region) -> None:
        self._cells = None
        super()._set_dirty(*regions)

    def render_line(self, y: int) -> Strip:
        """A line of the bar."""
        if self._cells is None:
            self._cells = self._drawn()
        return self._cells[y]

    def _drawn(self) -> list[Strip]:
        bar: ScrollBarRender = self.render()  # type: ignore[assignment] # what Textual's renders to
        colours = self.app.console.get_style(bar.style)
        width, height = self.outer_size
        cells = bar.render_bar(
            size=height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=width,
            back_color=colours.bgcolor,  # type: ignore[arg-type] # rich's, as Textual passes it
            bar_color=colours.color,  # type: ignore[arg-type] # as above
        ).segments
        base = self.visual_style.rich_style
        known: dict[int, Strip] = {}
        for cell in cells:
            if id(cell) not in known:
                style = base + cell.style if cell.style is not None else base
                known[id(cell)] = LightStrip([Segment(cell.text, style)], width)
        return [known[id(cell)] for cell in cells]
