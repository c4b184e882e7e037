"""Keys that are seen to one after another, however quickly they come."""

from __future__ import annotations

from collections import deque

from textual.app import App
from textual.events import Key, Paste
from textual.widgets import Input

from glossary_tui.tui.quiet import KEY, when_quiet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.events import Event

_PATIENCE = 3.0
"""Seconds that a key waits at most for what the one before has led to, on however slow a machine."""


class KeysInOrder(App[None]):
    """An app whose keys go where they would have gone had they come slowly.

    Textual passes a key to what has the focus when it comes. One that comes in the same
    milliseconds as a key that opens a screen or moves the focus would still go to where the
    reader no longer is. Here it is kept until all that follows from the one before has been done.
    """

    _is_settling = False
    _let_in: Key | Paste | None = None

    def __init__(self, **options: object) -> None:
        self._kept: deque[Key | Paste] = deque()
        super().__init__(**options)  # type: ignore[arg-type] # Textual's own

    async def on_event(self, event: Event) -> None:
        """Keep a key that follows one whose outcome is not there yet."""
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            if event is self._let_in:
                when_quiet(KEY, self._go_on, _PATIENCE)
            elif self._is_settling:
                self._kept.append(event)
                return
            elif not self._is_text(event):
                self._is_settling = True
                when_quiet(KEY, self._go_on, _PATIENCE)
        await super().on_event(event)

    def _is_text(self, event: Key | Paste) -> bool:
        """Whether *event* is typed into a box, which takes letters in the order they come in."""
        typed = isinstance(event, Paste) or event.is_printable
        return typed and isinstance(self.focused, Input)

    def _go_on(self) -> None:
        """Let the next key in."""
        self._is_settling = bool(self._kept)
        self._let_in = self._kept.popleft() if self._kept else None
        if self._let_in is not None:
            self.post_message(self._let_in)
