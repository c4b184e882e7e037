"""Which keys carry each command out: its own, or those that the configuration gives it."""

from __future__ import annotations

from glossary_tui.user.commands import COMMANDS, Command
from glossary_tui.user.keys import key_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from glossary_tui.model import Diagnostic
    from glossary_tui.user.preferences import Configuration


class Keymap:
    """The keys of every command, as the program names them."""

    def __init__(self, changes: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._changes = dict(changes or {})
        by_id = {command.id: command for command in COMMANDS}
        self.contexts = frozenset(by_id[each].context for each in self._changes)
        """Where any command has other keys than its own."""

    def keys(self, command: Command) -> tuple[str, ...]:
        """The keys of *command*, the first of them the one to name; none where it has none."""
        changed = self._changes.get(command.id)
        return command.default_keys if changed is None else changed

    def name(self, command: Command) -> str:
        """The key of *command* as people write it; '' where it has none."""
        keys = self.keys(command)
        return key_name(keys[0]) if keys else ""

    def names(self, command: Command) -> tuple[str, ...]:
        """Every key of *command* as people write it."""
        return tuple(map(key_name, self.keys(command)))

    def name_of(self, command_id: str) -> str:
        """The key of the command with that id, as people write it; '' where it has none."""
        return next((self.name(each) for each in COMMANDS if each.id == command_id), "")


DEFAULT_KEYMAP = Keymap()
"""Every command with its own keys."""


def keymap_of(configuration: Configuration) -> tuple[Keymap, tuple[Diagnostic, ...]]:
    """The keys that *configuration* asks for, and a remark for each that cannot be given.

    K001: no such command; K002: no such key; K003: the key does something else already;
    K004: the key cannot be this command's.
    """
    if not configuration.keys:
        return DEFAULT_KEYMAP, ()
    from glossary_tui.user.keymap_changes import changes_in

    changes, remarks = changes_in(configuration)
    return Keymap(changes), remarks
