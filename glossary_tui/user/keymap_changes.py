"""The keys that a configuration gives to commands, checked against all the others."""

from __future__ import annotations

from glossary_tui.model import Diagnostic
from glossary_tui.user.commands import COMMANDS, TYPING, WITHIN, Command
from glossary_tui.user.keys import ALWAYS_LEAVES, INDISTINCT, key_name, parse_key, types_text
from glossary_tui.user.toml_lines import line_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.model.diagnostic import Severity
    from glossary_tui.user.preferences import Configuration

    Keys = dict[str, tuple[str, ...]]

_BY_ID = {command.id: command for command in COMMANDS}


def changes_in(configuration: Configuration) -> tuple[Keys, tuple[Diagnostic, ...]]:
    """Keys by command id where they are not the command's own, and what there is to say of them."""
    reading = _Reading(configuration)
    asked = reading.understood()
    given = reading.without_twins(asked)
    reading.say_what_hides(asked, given)
    return given, tuple(sorted(reading.remarks, key=lambda each: each.line))


class _Reading:
    """The configuration, and the remarks on it so far."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self.remarks: list[Diagnostic] = []

    def _say(
        self, code: str, command_id: str, message: str, severity: Severity = "warning"
    ) -> None:
        text = self._configuration.text
        line = line_of(("keys", command_id), text)
        line = max(
            line, line_of(("keys", *command_id.split(".")), text)
        )  # browse.back = … unquoted
        path = self._configuration.path
        self.remarks.append(Diagnostic(code, severity, path, line, message))

    def understood(self) -> Keys:
        """The keys that can be had, by command."""
        found = {}
        for command_id, written in self._configuration.keys.items():
            command = _BY_ID.get(command_id)
            if command is None:
                self._say("K001", command_id, f"There is no command {command_id}.")
                continue
            keys = tuple(dict.fromkeys(self._possible(command, written)))
            # Of nothing that can be had, the command's own keys are left; an empty list is meant.
            found[command_id] = keys if keys or not written else command.default_keys
        return found

    def _possible(self, command: Command, written: tuple[str, ...]) -> Iterator[str]:
        for text in written:
            key = parse_key(text)
            name = key_name(key)
            if not key:
                self._say("K002", command.id, f"There is no key “{text}”.")
            elif key in ALWAYS_LEAVES and command.id != "app.quit":
                message = f"{name} always leaves the program; {command.id} cannot have it."
                self._say("K004", command.id, message)
            elif key in INDISTINCT:
                message = (
                    f"Terminals send {INDISTINCT[key]} for {name}; {command.id} cannot have it."
                )
                self._say("K004", command.id, message)
            elif command.context in TYPING and types_text(key):
                message = f"{name} is typed into the box; {command.id} cannot have it."
                self._say("K004", command.id, message)
            else:
                yield key

    def without_twins(self, asked: Keys) -> Keys:
        """*asked*, and what is left to the commands of the same place that had one of these keys."""
        given = dict(asked)
        for command_id, keys in asked.items():
            place = [each for each in COMMANDS if each.context == _BY_ID[command_id].context]
            for key in keys:
                if key not in given[command_id]:
                    continue  # lost to a command that stands before
                for other in place:
                    has = given.get(other.id, other.default_keys)
                    if other.id != command_id and key in has:
                        given[other.id] = tuple(each for each in has if each != key)
                        at = other.id if other.id in asked else command_id
                        message = (
                            f"{key_name(key)} is {command_id}'s now; {other.id} is without it."
                        )
                        self._say("K003", at, message)
        return given

    def say_what_hides(self, asked: Keys, given: Keys) -> None:
        """Remark upon keys that mean something else in a place within, or around."""
        for command_id in asked:
            command = _BY_ID[command_id]
            for key in given[command_id]:
                if key in command.default_keys:
                    continue
                for other in COMMANDS:
                    if key not in given.get(other.id, other.default_keys):
                        continue
                    if other.context in TYPING and types_text(key):
                        continue
                    if _lies_within(other.context, command.context):
                        inner, outer = other, command
                    elif _lies_within(command.context, other.context):
                        inner, outer = command, other
                    else:
                        continue
                    message = f"{key_name(key)} is {inner.id} before it is {outer.id}: the nearer goes first."
                    self._say("K003", command_id, message, "info")


def _lies_within(context: str, other: str) -> bool:
    """Whether what acts in *context* is asked before what acts in *other*."""
    around = WITHIN.get(context, "")
    return bool(around) and (around == other or _lies_within(around, other))
