"""The bottom line: the keys that help most where the reader is."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from glossary_tui.tui.bindings import live_keymap
from glossary_tui.tui.widgets.lines import Lines
from glossary_tui.tui.widgets.strips import filled
from glossary_tui.user.commands import TYPING, Command, commands_of
from glossary_tui.user.keys import key_name, types_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence
    from typing import ClassVar

    from textual.events import Click


class KeyBar(Lines, Widget):
    """Keys and what they do, as many as fit; a click does it.

    At the right stand those that act everywhere, where they do.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--note"}
    """A key; the note at the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 # Textual's name for it
        super().__init__(id=id)
        self._contexts: tuple[str, ...] = ()
        self._note = ""
        self._without: Container[str] = ()

    def show(
        self, contexts: Sequence[str], note: str = "", *, without: Container[str] = ()
    ) -> None:
        """Show the keys of *contexts*, the nearest first, and a *note* at the right.

        The commands *without*, by their ids, would do nothing now, and are left out.
        """
        shown = (tuple(contexts), note, without)
        if shown != (self._contexts, self._note, self._without):
            self._contexts, self._note, self._without = shown
            self.refresh()

    def _key(self, command: Command) -> str:
        """The key to press: where one types, the first that is not typed; '' if there is none."""
        keys = live_keymap(self).keys(command)
        if self._contexts and self._contexts[0] in TYPING:
            return next((key for key in keys if not types_text(key)), "")
        return keys[0] if keys else ""

    def _fitting(self) -> list[tuple[int, Command, str]]:
        """Where each command that fits begins, and its key, from left to right."""
        everywhere = () if self.screen.is_modal else ("app",)
        at = self.line_width - (cell_len(self._note) + 3 if self._note else 1)
        right: list[tuple[int, Command, str]] = []
        for command, key in reversed([*self._shown(everywhere)]):
            width = _width(command, key)
            if at - width > 1:
                right.insert(0, (at - width, command, key))
                at -= width + 2
        room, at = at, 1
        found: list[tuple[int, Command, str]] = []
        for command, key in self._shown(self._contexts):
            width = _width(command, key)
            if at + width <= room:
                found.append((at, command, key))
                at += width + 2
        return found + right

    def _shown(self, contexts: Sequence[str]) -> Iterator[tuple[Command, str]]:
        for context in contexts:
            for command in commands_of(context):
                named = command.shown and command.id not in self._without
                key = self._key(command) if named else ""
                if key:
                    yield command, key

    def render_line(self, y: int) -> Strip:
        """The line."""
        base = self.ground
        key_style = base + self.part("key-bar--key")
        segments, at = [], 0
        for start, command, key in self._fitting():
            segments += [Segment(" " * (start - at), base), Segment(key_name(key), key_style)]
            segments.append(Segment(f" {command.title}", base))
            at = start + _width(command, key)
        if self._note and y == 0:
            note_style = base + self.part("key-bar--note")
            gap = max(self.line_width - at - cell_len(self._note) - 1, 1)
            segments += [Segment(" " * gap, base), Segment(self._note, note_style)]
        return filled(segments, self.line_width, base)

    async def on_click(self, event: Click) -> None:
        """A click on a key does what the key does."""
        for start, command, key in self._fitting():
            if start <= event.x < start + _width(command, key):
                self.app.simulate_key(key)


def _width(command: Command, key: str) -> int:
    """The cells that *key* and what it does take."""
    return cell_len(key_name(key)) + 1 + cell_len(command.title)
