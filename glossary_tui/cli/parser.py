"""From the words of a command line to a command and what is given to it.

The conventions are those of POSIX and GNU: options anywhere, `-n5`, `-n 5`, `--view=eli5`, letters
in one word, `--` before words that look like options. Long names are not shortened, so that a new
option never changes what an old script means.
"""

from __future__ import annotations

from glossary_tui.cli.declared import COMMANDS, DEFAULT, OPTIONS
from glossary_tui.cli.options import Options
from glossary_tui.errors import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.cli.declarations import Command, Option


def parse(arguments: Sequence[str]) -> Options:
    """What *arguments* ask for. Raises `WrongUsage`.

    Only with --help and --version it is not checked whether arguments are missing.
    """
    line = _Sorter(arguments)
    command, words = line.command or DEFAULT, line.words
    declared = {option.name: option for option in (*OPTIONS, *command.options)}
    values: dict[str, tuple[str, ...]] = {}
    for written, option, value in line.given:
        if option.name not in declared:
            raise WrongUsage(f"glossary {command.name} takes no {written}{_see(command)}")
        if option.value and not value:
            raise WrongUsage(f"{written} needs a value: {written} {option.value}")
        choices = declared[option.name].choices
        if choices and value not in choices:
            raise WrongUsage(
                f"{written} is one of {', '.join(choices)}, not “{value}”{_see(command)}"
            )
        values[option.name] = (*values.get(option.name, ()), value)
    if not ("help" in values or "version" in values):
        _count(command, words)
    return Options(
        command, declared.values(), values, tuple(words), is_general=line.command is None
    )


def known_options() -> dict[str, Option]:
    """Every option by its name, whatever command it belongs to."""
    found = {option.name: option for option in OPTIONS}
    for command in COMMANDS.values():
        found.update((option.name, option) for option in command.options)
    return found


class _Sorter:
    """The words of a command line, sorted into command, arguments and options."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.command: Command | None = None
        """The command, if one is named."""
        self.words: list[str] = []
        """The arguments."""
        self.given: list[tuple[str, Option, str]] = []
        """The options: as written, as declared, and their values."""
        self._rest = iter(arguments)
        self._by_name = known_options()
        for word in self._rest:
            if word == "--":
                self.words += self._rest
            elif word.startswith("--"):
                self._long(word)
            elif word.startswith("-") and word != "-":
                self._letters(word)
            elif self.command is None and not self.words and word in COMMANDS:
                self.command = COMMANDS[word]
            else:
                self.words.append(word)

    def _long(self, word: str) -> None:
        name, has_value, value = word[2:].partition("=")
        option = self._by_name.get(name)
        if option is None:
            raise WrongUsage(_unknown(name, self._by_name))
        if has_value and not option.value:
            raise WrongUsage(f"--{name} takes no value")
        if option.value and not has_value:
            value = self._value(f"--{name}", option)
        self.given.append((f"--{name}", option, value))

    def _letters(self, word: str) -> None:
        by_letter = {option.letter: option for option in self._by_name.values() if option.letter}
        for at, letter in enumerate(word[1:], start=2):
            option = by_letter.get(letter)
            if option is None:
                raise WrongUsage(f"there is no option -{letter}; see glossary --help")
            if option.value:
                value = word[at:] or self._value(f"-{letter}", option)
                self.given.append((f"-{letter}", option, value))
                return
            self.given.append((f"-{letter}", option, ""))

    def _value(self, written: str, option: Option) -> str:
        value = next(self._rest, None)
        if value is None:
            raise WrongUsage(f"{written} needs a value: {written} {option.value}")
        return value


def _count(command: Command, words: Sequence[str]) -> None:
    """Raise `WrongUsage` where *words* are too few or too many."""
    missing = [each.name for each in command.arguments if not each.is_optional][len(words) :]
    if missing:
        raise WrongUsage(
            f"glossary {command.usage} — {missing[0]} is missing{_see(command, words)}"
        )
    for argument, word in zip(command.arguments, words, strict=False):
        if not word and not argument.is_many:
            raise WrongUsage(f"glossary {command.usage} — {argument.name} is empty{_see(command)}")
        if argument.choices and word not in argument.choices:
            names = ", ".join(argument.choices)
            raise WrongUsage(f"{argument.name} is one of {names}, not “{word}”{_see(command)}")
    if command.arguments and command.arguments[-1].is_many:
        return
    if len(words) > len(command.arguments):
        word = words[len(command.arguments)]
        raise WrongUsage(f"glossary {command.usage} — “{word}” is too much{_see(command, words)}")


def _see(command: Command, words: Sequence[str] | None = None) -> str:
    hint = f"; see glossary {command.name} --help"
    if words is not None:
        term = " ".join((command.name, *words))
        hint += f"\nThe term “{term}” is opened by: glossary open {term}"
    return hint


def _unknown(name: str, known: dict[str, Option]) -> str:
    from glossary_tui.text.distance import within

    names = list(known)
    near = within(name, names, 2)
    hint = f" Did you mean --{names[near[0][0]]}?" if near else ""
    return f"there is no option --{name}.{hint} See glossary --help"
