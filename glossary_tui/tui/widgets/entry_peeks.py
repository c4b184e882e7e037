"""An entry whose links can be looked into."""

from __future__ import annotations

from textual.geometry import Offset, Region
from textual.message import Message

from glossary_tui.tui.bindings import bindings_of
from glossary_tui.tui.linear import is_linear
from glossary_tui.tui.widgets.entry_view import EntryView
from glossary_tui.tui.widgets.text_view import MARGIN
from glossary_tui.user.commands import commands_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import ClassVar

    from textual.binding import BindingType

    from glossary_tui.tui.markdown import Block
    from glossary_tui.tui.widgets.peek import Peek


class PeekingView(EntryView):
    """An entry, and a pane over it that shows where a link leads.

    The focus stays in the text or among the neighbours; the keys that scroll move the pane as long
    as it is open.
    """

    CONTEXT = "peek"
    """Where the commands of the pane stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    class Closed(Message):
        """A key has closed the pane."""

    _peek: Peek | None = None
    _ACTIONS = frozenset(command.action for command in commands_of(CONTEXT))

    @property
    def peek(self) -> Peek:
        """The pane in which the end of a link is seen. It is not there before it is wanted."""
        if self._peek is None:
            from glossary_tui.tui.widgets.peek import Peek

            self._peek = Peek(id="peek")
            self.mount(self._peek)
        return self._peek

    @property
    def is_peeking(self) -> bool:
        """Whether the pane is open."""
        return self._peek is not None and self._peek.display

    def close_peek(self) -> None:
        """Close the pane."""
        if self._peek is not None:
            self._peek.display = False
        self.text.is_covered = self.related.is_covered = False

    def open_peek(self, title: str, aside: str, blocks: Iterable[Block], link: Region) -> None:
        """Show what stands at the end of the link that is drawn at *link* on the screen."""
        self.text.is_covered = self.related.is_covered = True
        if is_linear(self):
            self.peek.fill(title, aside, blocks)
            return
        x, y, width, height = self.region
        if self.related.column and self.related.has_focus:
            width = self.related.region.x - x
        self.peek.open(title, aside, blocks, link, Region(x, y, width, height))

    def in_words(self) -> str:
        """What is looked into, else what has the focus."""
        return f"Peek: {self.peek.in_words()}" if self.is_peeking else super().in_words()

    def point(self) -> Offset:
        """Where on the screen that is."""
        if self.is_peeking:
            return self.peek.content_region.offset + Offset(MARGIN, 0)
        return super().point()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether *action* can be done now: those of the pane while it is open."""
        return self.is_possible(action)

    def is_possible(self, action: str) -> bool:
        """Whether *action* would do something now."""
        return self.is_peeking or action not in self._ACTIONS

    # Commands

    def action_close(self) -> None:
        """Look into the link no longer."""
        self.close_peek()
        self.post_message(self.Closed())

    def action_go(self) -> None:
        """Go where the link leads."""
        if self.related.has_focus:
            self.related.action_open()
        else:
            self.text.action_follow()

    def action_up(self) -> None:
        """Scroll the pane up a line."""
        self.peek.action_up()

    def action_down(self) -> None:
        """Scroll the pane down a line."""
        self.peek.action_down()

    def action_page_up(self) -> None:
        """Scroll the pane up a page."""
        self.peek.action_page_up()

    def action_page_down(self) -> None:
        """Scroll the pane down a page."""
        self.peek.action_page_down()

    def action_top(self) -> None:
        """Go to the top of what is seen in the pane."""
        self.peek.action_top()

    def action_bottom(self) -> None:
        """Go to its bottom."""
        self.peek.action_bottom()
