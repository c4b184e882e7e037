"""The text of a view: drawn line by line, its links under the keys."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.markdown import Layout, lay_out
from glossary_tui.tui.messages import TermChosen, TextLeft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from textual.binding import BindingType
    from textual.events import Click, MouseMove

    from glossary_tui.tui.markdown import Block, LinkPlace, Piece

_MARGIN = 2
"""Empty cells at each side of the text."""
_STYLES = (
    "heading", "subheading", "strong", "emphasis", "strike", "code", "block", "image", "marker",
    "quote-bar", "rule", "note", "code-comment", "code-keyword", "code-string", "code-number",
    "code-name", "link", "link-focused",
)  # fmt: skip


class EntryText(ScrollView, can_focus=True):
    """Markdown blocks in a column of a comfortable width."""

    CONTEXT = "text"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"entry-text--{style}" for style in _STYLES}
    """One for each style that a piece of text may have."""

    text_width: reactive[int] = reactive(80)
    """How wide the text may be, in cells; a narrower window makes it narrower."""
    link: reactive[int] = reactive(-1)
    """The index of the focused link, or -1."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._layout_of_text = Layout((), ())
        self._laid_out_for = 0
        self._asked_line = 0
        self._style_cache: dict[tuple[str, ...], Style] = {}

    @property
    def links(self) -> tuple[LinkPlace, ...]:
        """The links of the text in reading order."""
        return self._layout_of_text.links

    @property
    def first_line(self) -> int:
        """The line at the top of the window."""
        return self.scroll_offset.y

    def show(self, blocks: Iterable[Block], *, first_line: int = 0, link: int = -1) -> None:
        """Show *blocks* with *first_line* at the top and *link* focused."""
        self._blocks = tuple(blocks)
        self._asked_line = first_line
        self._lay_out()
        self.set_reactive(EntryText.link, link if link < len(self.links) else -1)
        self.scroll_to(x=0, y=first_line, animate=False, force=True)
        self.refresh()

    def _lay_out(self) -> None:
        width = min(self.size.width - 2 * _MARGIN, self.text_width)
        self._layout_of_text = lay_out(self._blocks, width)
        self._laid_out_for = width
        lines = self._layout_of_text.lines
        widest = max((sum(len(piece.text) for piece in line) for line in lines), default=0)
        self.virtual_size = Size(0 if widest <= width else widest + 2 * _MARGIN, len(lines))

    def on_resize(self) -> None:
        """Lay the text out anew, with about the same words at the top."""
        if min(self.size.width - 2 * _MARGIN, self.text_width) != self._laid_out_for:
            before = max(len(self._layout_of_text.lines), 1)
            share = self.first_line / before
            was_hidden = self._laid_out_for <= 0
            self._lay_out()
            share_line = round(share * len(self._layout_of_text.lines))
            line = self._asked_line if was_hidden else share_line
            self.scroll_to(y=line, animate=False, force=True)
            self.refresh()

    def watch_text_width(self) -> None:
        """Lay the text out anew."""
        self.on_resize()

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        self._style_cache = {}
        super().notify_style_update()

    def watch_link(self) -> None:
        """Show which link has the focus, and bring it into sight."""
        if 0 <= self.link < len(self.links):
            regions = self.links[self.link].regions
            first, last = regions[0][0], regions[-1][0]
            region = Region(0, first, 1, last - first + 1)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False)
        self.refresh()

    def on_focus(self) -> None:
        """A focused link is drawn only in a focused text."""
        self.refresh()

    def on_blur(self) -> None:
        """A focused link is drawn only in a focused text."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the text."""
        base = self.rich_style
        width = self.size.width
        scroll_x, scroll_y = self.scroll_offset
        lines = self._layout_of_text.lines
        if not 0 <= y + scroll_y < len(lines):
            return Strip.blank(width, base)
        pieces = lines[y + scroll_y]
        segments = [Segment(" " * _MARGIN, base)]
        segments += [Segment(piece.text, self._style(piece)) for piece in pieces]
        strip = Strip(segments)
        if scroll_x:
            strip = strip.crop(scroll_x, scroll_x + width)
        return strip.adjust_cell_length(width, base)

    def _style(self, piece: Piece) -> Style:
        names = piece.styles
        if piece.link >= 0:
            focused = piece.link == self.link and self.has_focus
            names = (*names, "link-focused" if focused else "link")
        style = self._style_cache.get(names)
        if style is None:
            style = self.rich_style
            for name in names:
                style += self.get_component_rich_style(f"entry-text--{name}", partial=True)
            self._style_cache[names] = style
        return style

    def _link_at(self, x: int, y: int) -> int:
        """The index of the link drawn at the window's cell (x, y), or -1."""
        line, cell = y + self.scroll_offset.y, x + self.scroll_offset.x - _MARGIN
        for index, place in enumerate(self.links):
            if any(line == row and start <= cell < end for row, start, end in place.regions):
                return index
        return -1

    def on_click(self, event: Click) -> None:
        """A click on a link follows it."""
        link = self._link_at(event.x, event.y)
        if link >= 0:
            self.link = link
            self.action_follow()

    def on_mouse_move(self, event: MouseMove) -> None:
        """The pointer says where a link is."""
        self.styles.pointer = "pointer" if self._link_at(event.x, event.y) >= 0 else "default"

    def action_next_link(self) -> None:
        """Focus the next link; past the last one, leave."""
        self._step_link(1)

    def action_previous_link(self) -> None:
        """Focus the link before; before the first one, leave."""
        self._step_link(-1)

    def _step_link(self, step: int) -> None:
        """Focus the link *step* away; the first step takes the nearest link in sight."""
        if self.link >= 0:
            wanted = self.link + step
        else:
            top, bottom = self.first_line, self.first_line + self.size.height
            seen = [
                index
                for index, place in enumerate(self.links)
                if place.regions and top <= place.regions[0][0] < bottom
            ]
            edge = 0 if step > 0 else -1
            rest = 0 if step > 0 else len(self.links) - 1
            wanted = seen[edge] if seen else rest
        if 0 <= wanted < len(self.links):
            self.link = wanted
        else:
            self.link = -1
            self.post_message(TextLeft(forward=step > 0))

    def action_follow(self) -> None:
        """Follow the focused link."""
        if 0 <= self.link < len(self.links):
            self.post_message(TermChosen(self.links[self.link].target))

    def _scroll(self, lines: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False)

    def action_up(self) -> None:
        """Scroll up a line."""
        self._scroll(-1)

    def action_down(self) -> None:
        """Scroll down a line."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll up a page, one line of it kept."""
        self._scroll(1 - self.size.height)

    def action_page_down(self) -> None:
        """Scroll down a page, one line of it kept."""
        self._scroll(self.size.height - 1)

    def action_half_page_up(self) -> None:
        """Scroll up half a page."""
        self._scroll(-(self.size.height // 2))

    def action_half_page_down(self) -> None:
        """Scroll down half a page."""
        self._scroll(self.size.height // 2)

    def action_top(self) -> None:
        """Go to the top."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Go to the bottom."""
        self.scroll_to(y=self.virtual_size.height, animate=False)
