"""A box on a line, left by a key after which what is typed is meant for the place it leads to."""

from __future__ import annotations

from textual.events import Key
from textual.widgets import Input

from glossary_tui.tui.widgets.on_demand import StyledOnDemand

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Self

    from textual.events import Event
    from textual.geometry import Region


class LeavableBox(StyledOnDemand, Input):
    """An input that keeps the keys that come too quickly after the one that leaves it."""

    LEADING_AWAY: ClassVar[tuple[str, ...]] = ()
    """The actions after which the focus is elsewhere; then `release` is to be called."""

    _leaving = False
    _held: tuple[Key, ...] = ()

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
        """Keep keys that follow one that leads away, however quick they come."""
        if isinstance(event, Key):
            # `has_focus` is set by a message of its own, which may come after the next key.
            if self._leaving or self.screen.focused is not self:
                self._held = (*self._held, event)
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
        return (
            bound is not None and bound.node is self and bound.binding.action in self.LEADING_AWAY
        )

    def release(self) -> None:
        """Pass held keys on to what has the focus now."""
        self._leaving = False
        held, self._held = self._held, ()
        for key in held:
            self.app.call_later(self._send, key)

    def _send(self, key: Key) -> None:
        """Send *key* as if it came from the keyboard. Called by the app, so that it is its own."""
        self.app.post_message(Key(key.key, key.character))
