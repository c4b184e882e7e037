"""The text of a view, with its links under the keys and its matches lit."""

from __future__ import annotations

from textual.geometry import Offset, Region
from textual.reactive import reactive

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.messages import LinkFocused, TermChosen, TextLeft
from glossary_tui.tui.trail import LinkAt, Spot
from glossary_tui.tui.widgets.line_view import SCROLLING
from glossary_tui.tui.widgets.text_view import MARGIN, TextView

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from rich.style import Style
    from textual.binding import BindingType
    from textual.events import Click, MouseMove

    from glossary_tui.tui.markdown import LinkPlace, Piece

_SIDEWAYS = 8
"""Cells that a key moves the text to the side."""
_AROUND = 2
"""Lines kept in sight above and below a match that the text is scrolled to."""


class EntryText(TextView, can_focus=True):
    """The text that one reads: its links can be walked, followed and clicked."""

    CONTEXT = "text"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    link: reactive[int] = reactive(-1)
    """The index of the focused link, or -1."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self.is_covered = False
        """Whether a pane lies over it, which the scrolling keys move then."""
        self._match = -1
        self._told = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether *action* is the text's own affair now."""
        return not (self.is_covered and action in SCROLLING)

    @property
    def links(self) -> tuple[LinkPlace, ...]:
        """The links of the text in reading order."""
        return self.layout_of_text.links

    @property
    def focused_link(self) -> LinkPlace | None:
        """The link that has the focus."""
        return self.links[self.link] if 0 <= self.link < len(self.links) else None

    @property
    def link_text(self) -> str:
        """What the focused link says; '' where none has the focus."""
        lines = self.layout_of_text.lines if self.focused_link is not None else ()
        pieces = (piece.text for line in lines for piece in line if piece.link == self.link)
        return " ".join(" ".join(pieces).split())

    @property
    def spot(self) -> Spot:
        """Where the reader is in the text, and on which link."""
        # A link that is not here yet, because mentions are found later, is still the one wanted.
        link = _at(self.links, self.link) if self.link >= 0 else self._spot.link
        seen = self._is_in_sight(self.focused_link) if self.focused_link else self._spot.sees_link
        return super().spot._replace(link=link, sees_link=seen)

    def laid_out(self) -> None:
        """Give the focus back to the link that had it."""
        link = _index_of(self.links, self._spot.link)
        self.set_reactive(EntryText.link, link)
        place = self.focused_link
        if place is not None and self._spot.sees_link and not self._is_in_sight(place):
            self._bring_into_sight(place.regions, around=0)
            self._restored_line = self.first_line
        self._tell()

    def watch_link(self) -> None:
        """Show which link has the focus, and bring it into sight."""
        self._spot = self._spot._replace(link=None)
        if self.focused_link is not None:
            self._bring_into_sight(self.focused_link.regions, around=0)
        self._tell()
        self.refresh()

    def show_match(self, index: int, *, go: bool = True) -> None:
        """Make the match of that *index* the present one, and *go* there; none of them for -1."""
        is_same, self._match = index == self._match, index
        marks = self.layout_of_text.marks
        if go and 0 <= index < len(marks) and marks[index]:
            self._bring_into_sight(marks[index], around=_AROUND)
        if not is_same:
            self.refresh()

    def place_in_sight(self) -> Offset:
        """Where on the screen the present match is, or the focused link, or the text begins."""
        marks = self.layout_of_text.marks
        if 0 <= self._match < len(marks) and marks[self._match]:
            return self._region(marks[self._match]).offset
        if self.focused_link is not None:
            return self._region(self.focused_link.regions).offset
        return self.content_region.offset + Offset(MARGIN, 0)

    def _is_in_sight(self, place: LinkPlace) -> bool:
        top = self.first_line
        return top <= place.regions[0][0] and place.regions[-1][0] < top + self.size.height

    def _bring_into_sight(self, regions: Sequence[tuple[int, int, int]], *, around: int) -> None:
        first, last = regions[0][0], regions[-1][0]
        top, bottom = self.first_line, self.first_line + self.size.height
        if first < top or last >= bottom:
            region = Region(0, max(first - around, 0), 1, last - first + 1 + 2 * around)
            self.scroll_to_region(region, animate=False, force=True, x_axis=False)

    def tell_focus(self) -> None:
        """Say which link has the focus, giving it to the first in sight if none has."""
        if self.link < 0:
            self._step_link(1)
        else:
            self._tell()

    def _tell(self) -> None:
        """Say which link has the focus, and where it is drawn."""
        place = self.focused_link
        if place is not None:
            region = self._region(place.regions)
            self.post_message(LinkFocused(place.target, exact=place.exact, region=region))
        elif self._told:
            self.post_message(LinkFocused("", exact=False, region=Region()))
        self._told = place is not None

    def _region(self, regions: Sequence[tuple[int, int, int]]) -> Region:
        """Where on the screen what stands at *regions* of the text is drawn."""
        line, start, _ = regions[0]
        end = regions[-1][2]
        height = regions[-1][0] - line + 1
        x, y = self.content_region.offset
        region = Region(start, line, max(end - start, 1), height)
        return region.translate((x + MARGIN - self.scroll_offset.x, y - self.first_line))

    def on_focus(self) -> None:
        """A focused link is drawn only in a focused text."""
        self.refresh()

    def on_blur(self) -> None:
        """A focused link is drawn only in a focused text."""
        self.refresh()

    def style_of(self, piece: Piece) -> Style:
        """What *piece* looks like now."""
        focused = piece.link >= 0 and piece.link == self.link and self.has_focus
        return self._look.of(piece, focused=focused, current=piece.mark == self._match)

    def _link_at(self, x: int, y: int) -> int:
        """The index of the link drawn at the window's cell (x, y), or -1."""
        line, cell = y + self.first_line, x + self.scroll_offset.x - MARGIN
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

    def action_left(self) -> None:
        """Show what stands to the left of the window."""
        self.scroll_to(x=self.scroll_offset.x - _SIDEWAYS, animate=False, force=True)

    def action_right(self) -> None:
        """Show what stands to the right of the window: of code, or of a wide table."""
        self.scroll_to(x=self.scroll_offset.x + _SIDEWAYS, animate=False, force=True)

    def action_follow(self) -> None:
        """Follow the focused link."""
        place = self.focused_link
        if place is not None:
            self.post_message(TermChosen(place.target, exact=place.exact))


def _at(links: Sequence[LinkPlace], index: int) -> LinkAt | None:
    """The link at *index*, so that it is found again among others."""
    if not 0 <= index < len(links):
        return None
    target = links[index].target
    return LinkAt(target, sum(place.target == target for place in links[:index]))


def _index_of(links: Sequence[LinkPlace], wanted: LinkAt | None) -> int:
    """The index of the link *wanted*, or -1."""
    if wanted is None:
        return -1
    same = [index for index, place in enumerate(links) if place.target == wanted.target]
    return same[wanted.turn] if wanted.turn < len(same) else -1
