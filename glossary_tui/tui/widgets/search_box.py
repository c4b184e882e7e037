"""The box that a term is typed into."""

from __future__ import annotations

from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from glossary_tui.tui.bindings import bindings_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from textual.binding import BindingType
    from textual.events import Event
    from textual.geometry import Region


_LEADING_AWAY = ("open", "leave")


class SearchBox(Input):
    """An input whose vertical keys move through the list that it narrows."""

    CONTEXT = "search"
    """Where its commands stand in the help."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CONTEXT)

    class Moved(Message):
        """The highlight of the list is to move."""

        def __init__(self, step: int, *, page: bool = False) -> None:
            super().__init__()
            self.step = step
            """How far, down is positive."""
            self.page = page
            """Whether in pages instead of lines."""

    class Opened(Message):
        """The highlighted term is to be gone to."""

    class Left(Message):
        """The reader wants to be in the text."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(placeholder="Search", compact=True, select_on_focus=True, id=id)
        self._leaving = False
        self._held: list[Key] = []

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,  # noqa: ARG002 # Textual's own boxes grow with what is typed
        recompose: bool = False,
    ) -> Self:
        """Draw the box anew. It is as large whatever stands in it: nothing need be laid out."""
        return super().refresh(*regions, repaint=repaint, recompose=recompose)

    async def on_event(self, event: Event) -> None:
        """Keep keys that follow Enter for the place that it leads to, however quick they come."""
        if isinstance(event, Key):
            # `has_focus` is set by a message of its own, which may come after the next key.
            if self._leaving or self.screen.focused is not self:
                self._held.append(event)
                if not self._leaving:
                    self.release()
                return
            self._leaving = self._leads_away(event)
        await super().on_event(event)

    def _leads_away(self, key: Key) -> bool:
        """Whether *key* is bound to a command after which the focus is elsewhere."""
        if key.is_printable:
            return False
        bound = self.screen.active_bindings.get(key.key)
        return bound is not None and bound.node is self and bound.binding.action in _LEADING_AWAY

    def release(self) -> None:
        """Pass held keys on to what has the focus now."""
        self._leaving = False
        held, self._held = self._held, []
        for key in held:
            self.app.call_later(self._send, key)

    def _send(self, key: Key) -> None:
        """Send *key* as if it came from the keyboard. Called by the app, so that it is its own."""
        self.app.post_message(Key(key.key, key.character))

    def action_up(self) -> None:
        """Move the list's highlight up."""
        self.post_message(self.Moved(-1))

    def action_down(self) -> None:
        """Move the list's highlight down."""
        self.post_message(self.Moved(1))

    def action_page_up(self) -> None:
        """Move the list's highlight up a page."""
        self.post_message(self.Moved(-1, page=True))

    def action_page_down(self) -> None:
        """Move the list's highlight down a page."""
        self.post_message(self.Moved(1, page=True))

    def action_open(self) -> None:
        """Go to the highlighted term."""
        self.post_message(self.Opened())

    def action_leave(self) -> None:
        """Go to the text."""
        self.post_message(self.Left())

    def action_clear(self) -> None:
        """Empty the box."""
        self.value = ""
