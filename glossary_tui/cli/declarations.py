"""How commands are declared: parser, help, completions and man page are made from this."""

from __future__ import annotations

from glossary_tui.model.record import NamedTuple


class Argument(NamedTuple):
    """What a command is given by its place."""

    name: str
    """What the help calls it."""
    help: str
    """What it is, in a few words."""
    completes: str = ""
    """What a shell offers for it: `term`, `file`, `directory`, `tag`, `glossary` or nothing."""
    is_optional: bool = False
    """Whether it may be left out."""
    is_many: bool = False
    """Whether all words from here on belong to it, so that a term needs no quotes."""
    choices: tuple[str, ...] = ()
    """The only words that it may be, if they are a few."""


class Option(NamedTuple):
    """What a command is given by name. The same name means the same in every command."""

    name: str
    """Its long name, without the dashes."""
    help: str
    """What it does, in a few words."""
    value: str = ""
    """What the help calls its value; empty for one that is there or not."""
    letter: str = ""
    """Its short name, if it has one."""
    choices: tuple[str, ...] = ()
    """The only values that it takes, if they are a few."""
    default: str = ""
    """The value that counts where it is not given."""
    completes: str = ""
    """What a shell offers for its value, as for an argument."""
    is_repeated: bool = False
    """Whether it may be given more than once, each time with another value."""


class Command(NamedTuple):
    """A command: what follows `glossary`."""

    name: str
    """The word, and the module of `cli.commands` that carries it out (`-` is `_` there)."""
    help: str
    """What it does: one line without a full stop."""
    arguments: tuple[Argument, ...] = ()
    """What it takes, in order."""
    options: tuple[Option, ...] = ()
    """What it takes beside the options of every command."""
    details: str = ""
    """What its own help says below the options."""

    @property
    def usage(self) -> str:
        """How it is called, without its options."""
        words = [self.name]
        for argument in self.arguments:
            shown = f"{argument.name}..." if argument.is_many else argument.name
            words.append(f"[{shown}]" if argument.is_optional else shown)
        return " ".join(words)

    @property
    def module(self) -> str:
        """The module with the command's `run`."""
        return f"glossary_tui.cli.commands.{self.name.replace('-', '_')}"


class Group(NamedTuple):
    """Commands that belong together in the help."""

    title: str
    """What they are for."""
    commands: tuple[Command, ...]
    """The commands, most wanted first."""
