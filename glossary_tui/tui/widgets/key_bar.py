"""The bottom line: the keys that help most where the reader is."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.bindings import live_keymap
from glossary_tui.user.commands import Command, commands_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import ClassVar

    from textual.events import Click


class KeyBar(Widget):
    """Keys and what they do, as many as fit; a click does it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--note"}
    """A key; the note at the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._commands: tuple[Command, ...] = ()
        self._note = ""

    def show(self, contexts: Sequence[str], note: str = "") -> None:
        """Show the keys of *contexts*, the nearest first, and a *note* at the right."""
        shown = tuple(
            command for context in contexts for command in commands_of(context) if command.shown
        )
        if (shown, note) != (self._commands, self._note):
            self._commands, self._note = shown, note
            self.refresh()

    def _fitting(self) -> list[tuple[int, Command, str]]:
        """Where each command that fits begins, and what its key is called."""
        found, at = [], 1
        keymap = live_keymap(self)
        room = self.size.width - (cell_len(self._note) + 3 if self._note else 1)
        for command in self._commands:
            key = keymap.name(command)
            if not key:
                continue
            width = cell_len(key) + 1 + cell_len(command.title)
            if at + width > room:
                continue
            found.append((at, command, key))
            at += width + 2
        return found

    def render_line(self, y: int) -> Strip:
        """The line."""
        base = self.rich_style
        key_style = base + self.get_component_rich_style("key-bar--key", partial=True)
        segments, at = [], 0
        for start, command, key in self._fitting():
            segments += [Segment(" " * (start - at), base), Segment(key, key_style)]
            segments.append(Segment(f" {command.title}", base))
            at = start + cell_len(key) + 1 + cell_len(command.title)
        if self._note and y == 0:
            note_style = base + self.get_component_rich_style("key-bar--note", partial=True)
            gap = max(self.size.width - at - cell_len(self._note) - 1, 1)
            segments += [Segment(" " * gap, base), Segment(self._note, note_style)]
        return Strip(segments).adjust_cell_length(self.size.width, base)

    async def on_click(self, event: Click) -> None:
        """A click on a key does what the key does."""
        for start, command, key in self._fitting():
            if start <= event.x < start + cell_len(key) + 1 + cell_len(command.title):
                self.app.simulate_key(live_keymap(self).keys(command)[0])
