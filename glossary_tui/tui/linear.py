"""The linear mode: one region at a time, in words, for those who listen to a screen or touch it."""

from __future__ import annotations

from rich.segment import Segment
from textual.filter import LineFilter
from textual.geometry import Offset

from glossary_tui.user.commands import CONTEXTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from textual.color import Color
    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.widget import Widget

    _Base = Widget
else:
    _Base = object

_ORNAMENTS = dict.fromkeys((*range(9472, 9632), *map(ord, "▲▴▾▸◂·")), " ") | {
    ord("•"): "-",
    ord("●"): "-",
}
"""Lines, bars and blocks are left out; what marks the items of a list is a hyphen."""


def is_linear(node: DOMNode) -> bool:
    """Whether the app that *node* is in shows one region at a time."""
    return bool(getattr(node.app, "linear", False))


def without_ornaments(text: str) -> str:
    """*text* with letters, digits and punctuation alone, as many cells wide."""
    return text.translate(_ORNAMENTS)


class WithoutOrnaments(LineFilter):
    """Draws nothing that a screen reader would read out as a sign."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The *segments* without them."""
        return [
            Segment(without_ornaments(text), style, control) for text, style, control in segments
        ]


class KeepsSigns(_Base):
    """A widget that shows somebody's text, in which a sign means something: 2 · 3, say.

    Stands before Textual's class among a widget's bases.
    """

    def get_line_filters(self) -> list[LineFilter]:
        """Those of the app but for the one that leaves signs out."""
        filters = super().get_line_filters()
        return [each for each in filters if not isinstance(each, WithoutOrnaments)]


def in_words(screen: Screen[Any]) -> str:
    """What has the focus on *screen*, in words.

    The nearest of the focused widget and those around it that has a method `in_words` says it;
    without one it is what the help calls the place, and what a box waits for.
    """
    around = _around_focus(screen)
    for node in around:
        say = getattr(node, "in_words", None)
        if say is not None:
            return str(say())
    place = next((CONTEXTS[each] for each in map(_context, around) if each in CONTEXTS), "")
    awaited = getattr(screen.focused, "placeholder", "")
    return ": ".join(filter(None, (place, awaited)))


def _context(node: DOMNode) -> str:
    return str(getattr(node, "CONTEXT", ""))


def point_of(screen: Screen[Any]) -> Offset:
    """Where the terminal's cursor is put: at what matters on *screen*, for a reader to follow.

    The nearest of the focused widget and those around it that has a method `point` says where, as
    an offset on the screen; a box has its own cursor.
    """
    for node in _around_focus(screen):
        point = getattr(node, "point", None)
        if point is not None:
            return Offset(*point())
    focused = screen.focused
    if focused is None:
        return Offset()
    own = getattr(focused, "cursor_screen_offset", None)
    return own if isinstance(own, Offset) else focused.content_region.offset


def _around_focus(screen: Screen[Any]) -> list[DOMNode]:
    return [*screen.focused.ancestors_with_self] if screen.focused is not None else [screen]
