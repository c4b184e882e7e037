"""Commands → Textual bindings."""

from __future__ import annotations

from textual.binding import Binding

from glossary_tui.user.commands import commands_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.binding import BindingType


def bindings_of(context: str) -> list[BindingType]:
    """The bindings of the commands that act in *context*."""
    bindings: list[BindingType] = []
    for command in commands_of(context):
        for key in command.keys.split(","):
            action = f"{command.action}('{key}')" if command.takes_key else command.action
            bindings.append(Binding(key, action, command.title, show=False, id=command.id))
    return bindings
