"""Keys that are seen to one after another, however quickly they come."""

from __future__ import annotations

from collections import deque

from textual.app import App
from textual.events import Key, Paste
from textual.widgets import Input

from glossary_tui.text.clean import clean_line
from glossary_tui.tui.quiet import KEY, when_quiet
from glossary_tui.user.keys import ALWAYS_LEAVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.dom import DOMNode
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
    _is_awaiting = False
    _is_next_due = False
    _let_in: Key | Paste | None = None

    def __init__(self, **options: object) -> None:
        self._kept: deque[Key | Paste] = deque()
        super().__init__(**options)  # type: ignore[arg-type] # Textual's own

    async def on_event(self, event: Event) -> None:
        """Keep a key that follows one whose outcome is not there yet."""
        if isinstance(event, (Key, Paste)) and not event.is_forwarded:
            if event is self._let_in:
                when_quiet(KEY, self._go_on, _PATIENCE)
            elif self._is_settling and not self._leaves(event):
                self._kept.append(event)
                return
            elif not self._is_text(event):
                self._is_settling = True
                when_quiet(KEY, self._go_on, _PATIENCE)
        if isinstance(event, Paste) and isinstance(self.focused, Input):
            # Textual's boxes take the first line alone, and a name is often broken where it is copied.
            event.text = clean_line(" ".join(event.text.split()))
        await super().on_event(event)

    def _is_text(self, event: Key | Paste) -> bool:
        """Whether *event* is typed into a box, which takes letters in the order they come in."""
        typed = isinstance(event, Paste) or event.is_printable
        return typed and isinstance(self.focused, Input)

    def _leaves(self, event: Key | Paste) -> bool:
        """Whether *event* is a key that leaves the program, whatever it is at."""
        return isinstance(event, Key) and event.key in ALWAYS_LEAVES

    def await_outcome(self) -> None:
        """Let no key in before `outcome_is_there`: a thread is still at what the last asked for."""
        self._is_awaiting = True
        self.set_timer(_PATIENCE, self.outcome_is_there)

    def outcome_is_there(self) -> None:
        """Go on with the keys that came meanwhile."""
        self._is_awaiting = False
        if self._is_next_due:
            self._is_next_due = False
            when_quiet(KEY, self._go_on, _PATIENCE)

    def _go_on(self) -> None:
        """Let the next key in."""
        if self._is_awaiting:
            self._is_next_due = True
            return
        self._is_settling = bool(self._kept)
        self._let_in = self._kept.popleft() if self._kept else None
        if self._let_in is not None:
            self.post_message(self._let_in)


def await_outcome(node: DOMNode) -> None:
    """Keep the keys back for what *node* has to find out in a thread, if its app does that."""
    if isinstance(node.app, KeysInOrder):
        node.app.await_outcome()


def outcome_is_there(node: DOMNode) -> None:
    """Go on with the keys that were kept back for *node*."""
    if isinstance(node.app, KeysInOrder):
        node.app.outcome_is_there()
