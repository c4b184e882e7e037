"""Widgets whose lines are drawn once, and kept as they go to the terminal until they change."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.strip import Strip

from glossary_tui.model.record import NamedTuple
from glossary_tui.tui.widgets.on_demand import StyledOnDemand
from glossary_tui.tui.widgets.strips import LightStrip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color
    from textual.filter import LineFilter
    from textual.widget import Widget


class Common(NamedTuple):
    """What all lines of a widget have in common until a style changes."""

    ground: Style
    """What they are drawn in."""
    background: Color
    """The colour behind them."""
    empty: Style
    """What cells are drawn in that are none of the contents."""
    filters: Sequence[LineFilter]
    """What each passes through at the end."""
    above: int
    """Lines over the contents."""
    below: int
    """Lines under them."""
    left: int
    """Empty cells at their left."""
    right: int
    """Empty cells at their right."""
    beside: int
    """All cells beside them."""
    is_plain: bool
    """Whether a line of the contents is nothing but them and those cells."""
    parts: dict[tuple[str, bool], Style]
    """The styles of the component classes that have been drawn with."""


class Lines(StyledOnDemand):
    """A widget that draws its contents line by line, each as wide as they are.

    Textual puts a frame, padding, opacity and more around every line whether there is any or not,
    and works out anew for every frame what the colours are. Stands before Textual's class among a
    widget's bases.
    """

    _common: Common | None = None
    _common_key: object = None
    _blank: Strip | None = None
    _finished_blank: Strip | None = None
    _kept: dict[int, Strip]
    """The lines that have not changed, by their number from the top of the widget."""

    @property
    def common(self) -> Common:
        """What all lines have in common now."""
        styled = sum([node.styles._cache_key for node in self.ancestors_with_self])  # noqa: SLF001 # Textual's count of changes
        key = (styled, self.get_line_filters())
        if self._common is None or key != self._common_key:
            self._common, self._common_key, self._kept = _common_of(self), key, {}
            self._blank = None
            self._styles_cache.clear()
        return self._common

    @property
    def ground(self) -> Style:
        """The style that lines are drawn in: `rich_style`, worked out once."""
        return (self._common or self.common).ground

    @property
    def line_width(self) -> int:
        """The cells of a line."""
        return max(self._size.width - (self._common or self.common).beside, 0)

    def blank(self) -> Strip:
        """A line of the ground: the same one each time, which stays as it stands on the screen."""
        ground, width = self.ground, self.line_width
        if self._blank is None or self._blank.cell_length != width:
            self._blank, self._finished_blank = Strip.blank(width, ground), None
        return self._blank

    def part(self, name: str, *, partial: bool = True) -> Style:
        """The style of a component class, worked out once; without the ground if *partial*."""
        parts = (self._common or self.common).parts
        style = parts.get((name, partial))
        if style is None:
            style = parts[name, partial] = self.get_component_rich_style(name, partial=partial)
        return style

    def check_idle(self) -> None:
        """Tell the screen what is to be painted, laid out or styled: it marks that, and waits itself.

        Textual has the widget sent a message first, to tell it once, and has it look for handlers.
        """
        if self._is_mounted and not self.app._batch_count and self._message_queue.empty():  # noqa: SLF001 # Textual's own
            self._check_refresh()
        else:
            super().check_idle()

    def notify_style_update(self) -> None:
        """Forget what lines have in common: a component class may look otherwise now."""
        self._common = None
        super().notify_style_update()

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        common = self._common
        if common is None:
            return
        if not regions:
            self._kept.clear()
        for region in regions:
            for y in region.line_range:
                self._kept.pop(y + common.above, None)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of *crop*."""
        common = self.common
        if not common.is_plain or self._cover_widget is not None:
            return super().render_lines(crop)
        kept, (width, height) = self._kept, self.outer_size
        first, end = common.above, height - common.below
        found = []
        for y in crop.line_range:
            strip = kept.get(y)
            if strip is None:
                if first <= y < end:
                    strip = kept[y] = self._finished(self.render_line(y - first), common)
                else:
                    strip = super().render_lines(Region(0, y, width, 1))[0]
            found.append(strip)
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in found]
        return found

    def _finished(self, strip: Strip, common: Common) -> Strip:
        """*strip*, a line of the contents, as it goes to the terminal."""
        if strip is not self._blank:
            return self._led_through(strip, common)
        if self._finished_blank is None:
            self._finished_blank = self._led_through(strip, common)
        return self._finished_blank

    def _led_through(self, strip: Strip, common: Common) -> Strip:
        """*strip* with what stands beside it, through the filters."""
        strip = strip.adjust_cell_length(self.line_width, common.empty)
        if common.left or common.right:
            base = common.empty
            segments = [Segment(" " * common.left, base), *strip, Segment(" " * common.right, base)]
            strip = LightStrip(segments, common.left + strip.cell_length + common.right)
        for each in common.filters:
            if not isinstance(each, ANSIToTruecolor) or not _is_true(strip):
                strip = strip.apply_filter(each, common.background)
        return strip


def _common_of(widget: Widget) -> Common:
    styles = widget.styles
    padding, frame = styles.padding, styles.border.spacing
    gutter = styles.gutter
    is_plain = (
        not (frame.left or frame.right or any(styles.outline.spacing))
        and not styles.tint.a
        and styles.text_opacity == widget.opacity == 1
        and styles.hatch in (None, "none")
    )
    behind, background = widget.background_colors
    return Common(
        ground=widget.rich_style,
        background=background,
        empty=Style.from_color(bgcolor=(behind + background).rich_color),
        filters=tuple(widget.get_line_filters()),
        above=gutter.top,
        below=gutter.bottom,
        left=padding.left,
        right=padding.right,
        beside=gutter.width,
        is_plain=is_plain,
        parts={},
    )


def _is_true(strip: Strip) -> bool:
    """Whether *strip* has no colours of the terminal's own, so that nothing need be translated."""
    for _, style, _ in strip:  # noqa: SIM110 # a generator would take twice as long, for every line
        if style is not None and _is_of_terminal(style):
            return False
    return True


@lru_cache(2048)
def _is_of_terminal(style: Style) -> bool:
    """Whether *style* has a colour of the terminal's own, or dims one."""
    colours = (style.color, style.bgcolor)
    return bool(style.dim) or any(each is not None and each.triplet is None for each in colours)
