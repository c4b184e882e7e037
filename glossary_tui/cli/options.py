"""What was given to a command."""

from __future__ import annotations

from glossary_tui.errors import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.cli.declarations import Command, Option

_DIGITS = 9
"""Of a number at most: Python would count far beyond it, and take its time."""


class Options:
    """The words and options of one command line, checked against their declarations."""

    def __init__(
        self,
        command: Command,
        declared: Iterable[Option],
        given: Mapping[str, tuple[str, ...]],
        words: tuple[str, ...],
        *,
        is_general: bool = False,
    ) -> None:
        self.command = command
        """The command that they were given to."""
        self.words = words
        """The arguments as they were given."""
        self.is_general = is_general
        """Whether no command was named."""
        self._given = given
        self._defaults = {option.name: option.default for option in declared}

    def flag(self, name: str) -> bool:
        """Whether the option *name* was given. KeyError for one that is not declared."""
        return bool(self.values(name))

    def is_given(self, name: str) -> bool:
        """Whether the option *name* was given, be it with the value that it has without."""
        return name in self._given

    def value(self, name: str) -> str:
        """The value of the option *name*, the last that was given, or its default."""
        return self._given.get(name, (self._defaults[name],))[-1]

    def values(self, name: str) -> tuple[str, ...]:
        """Every value of the option *name*, in the order in which they were given."""
        default = self._defaults[name]
        return self._given.get(name, (default,) if default else ())

    def number(self, name: str) -> int:
        """The value of the option *name* as a number. Raises `WrongUsage` if it is none."""
        value = self.value(name)
        if not (value.isascii() and value.isdecimal() and len(value) <= _DIGITS):
            raise WrongUsage(
                f"--{name} takes a whole number of at most {_DIGITS} digits, not “{value}”"
            )
        return int(value)

    def argument(self, number: int) -> str:
        """The argument of this number, counted from 0; empty if it was left out.

        One of many words is those words with a space between each two.
        """
        if self.command.arguments[number].is_many:
            return " ".join(" ".join(self.words[number:]).split())
        return self.words[number] if number < len(self.words) else ""
