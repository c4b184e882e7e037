"""Commands → Textual bindings, with the keys that the person wants."""

from __future__ import annotations

from textual.binding import Binding, BindingsMap

from glossary_tui.user.commands import commands_of
from glossary_tui.user.keymap import DEFAULT_KEYMAP, Keymap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.dom import DOMNode


def bindings_of(context: str, keymap: Keymap = DEFAULT_KEYMAP) -> list[BindingType]:
    """The bindings of the commands that act in *context*."""
    return [*_bindings(context, keymap)]


def _bindings(context: str, keymap: Keymap) -> list[Binding]:
    bindings = []
    for command in commands_of(context):
        for number, key in enumerate(keymap.keys(command), 1):
            action = f"{command.action}('{number}')" if command.takes_key else command.action
            bindings.append(Binding(key, action, command.title, show=False, id=command.id))
    return bindings


def live_keymap(node: DOMNode) -> Keymap:
    """The keys of the app that *node* is in."""
    return getattr(node.app, "keymap", DEFAULT_KEYMAP)


def rebind(node: DOMNode, keymap: Keymap, *, anyway: bool = False) -> None:
    """Give *node* the keys of *keymap* where they are not those that its class was made with.

    *anyway*: also where they are, for a node that has had others.

    Textual's own way of changing keys can take none away, and does not know that a key which is
    text in a box is text there whatever it is bound to outside.
    """
    context = getattr(node, "CONTEXT", "")
    if context not in keymap.contexts and not anyway:
        return
    commands = {command.id for command in commands_of(context)}
    bound: dict[str, list[Binding]] = {}
    for key, bindings in node._bindings.key_to_bindings.items():  # noqa: SLF001 # there is no public way
        rest = [binding for binding in bindings if binding.id not in commands]
        if rest:
            bound[key] = rest
    bound.update((binding.key, [binding]) for binding in _bindings(context, keymap))
    node._bindings = BindingsMap.from_keys(bound)  # noqa: SLF001 # as above
