"""What may stand at the end of a command line: commands, options, values, terms."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from glossary_tui.cli.declared import COMMANDS, DEFAULT, GROUPS, OPTIONS
from glossary_tui.cli.quoting import escaped, split_line
from glossary_tui.text.clean import clean_line
from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary_tui.cli.context import Context
    from glossary_tui.cli.declarations import Argument, Command, Option
    from glossary_tui.workspace import Workspace

    Candidate = tuple[str, str]
    """A word, and what it means."""

FILES, FOLDERS = ":file", ":directory"
"""What the scripts take for the wish to complete file names themselves."""
_MOST = 1000
"""Terms that are offered at most. The last one is always among them, so that a shell which
completes what all have in common is not misled."""

_FEW = 5000
"""Entries up to which aliases are looked through where no title goes on from what is typed."""


def completed(shell: str, words: Sequence[str], context: Context) -> Iterator[str]:
    """The lines that *shell* understands, for the *words* of a line up to the cursor.

    bash hands over the line in one piece; the others a word each, the last one unfinished.
    Raises `GlossaryError` where the glossary that the line names cannot be opened.
    """
    line = split_line(words[0] if words else "") if shell == "bash" else None
    given = line.words if line else list(words)
    for word, meaning in _candidates(_Position(given[1:] or [""]), context):
        if word in (FILES, FOLDERS):
            yield word
        elif line:
            yield escaped(word, line)
        else:
            yield f"{word}\t{meaning}" if meaning else word


class _Position:
    """Where in a command line the cursor is."""

    def __init__(self, words: Sequence[str]) -> None:
        *before, self.current = words
        self.command: Command | None = None
        self.words: list[str] = []
        self.values: dict[str, tuple[str, ...]] = {}
        self.waiting: Option | None = None
        """The option whose value is being typed, if one is."""
        self.is_literal = False
        """Whether `--` was given: nothing is an option any more."""
        for word in before:
            self._take(word)
        self.prefix = ""
        """What of the word at the cursor belongs to the option: `--view=`."""
        self._split_value()

    @property
    def given(self) -> Command:
        """The command that the words belong to."""
        return self.command or DEFAULT

    @property
    def argument(self) -> Argument | None:
        """What the word at the cursor stands for."""
        arguments = self.given.arguments
        if arguments and arguments[-1].is_many:
            return arguments[min(len(self.words), len(arguments) - 1)]
        return arguments[len(self.words)] if len(self.words) < len(arguments) else None

    def _split_value(self) -> None:
        name, has_value, value = self.current.partition("=")
        if has_value and name.startswith("--") and not self.waiting and not self.is_literal:
            self.waiting = _option(name)
            self.prefix, self.current = f"{name}=", value

    def _take(self, word: str) -> None:
        if self.waiting:
            self.values[self.waiting.name] = (*self.values.get(self.waiting.name, ()), word)
            self.waiting = None
        elif self.is_literal or not word.startswith("-") or word == "-":
            if self.command is None and not self.words and word in COMMANDS:
                self.command = COMMANDS[word]
            else:
                self.words.append(word)
        elif word == "--":
            self.is_literal = True
        else:
            name, has_value, value = word.partition("=")
            option = _option(name)
            if option and has_value:
                self.values[option.name] = (*self.values.get(option.name, ()), value)
            elif option and option.value:
                self.waiting = option


def _option(written: str) -> Option | None:
    """The option that is *written* `--name` or `-n`, of any command."""
    every = (*OPTIONS, *(option for each in COMMANDS.values() for option in each.options))
    name = written.lstrip("-")
    long = written.startswith("--")
    return next(
        (each for each in every if name and name == (each.name if long else each.letter)), None
    )


def _candidates(place: _Position, context: Context) -> Iterable[Candidate]:
    if place.waiting:
        option = place.waiting
        values = _starting([(each, "") for each in option.choices], place.current)
        found = values if option.choices else _of_kind(option.completes, place, context)
        return [(f"{place.prefix}{word}" if word[0] != ":" else word, why) for word, why in found]
    if place.current.startswith("-") and not place.is_literal:
        options = (*place.given.options, *OPTIONS)
        return _starting([(f"--{each.name}", each.help) for each in options], place.current)
    commands: list[Candidate] = []
    if place.command is None and not place.words:
        every = [(each.name, each.help) for group in GROUPS for each in group.commands]
        commands = _starting(every, place.current)
        if not place.current:
            return commands
    argument = place.argument
    if argument and argument.choices:
        return _starting([(each, "") for each in argument.choices], place.current)
    kind = argument.completes if argument else ""
    return [*commands, *_of_kind(kind, place, context)]


def _starting(found: Iterable[Candidate], typed: str) -> list[Candidate]:
    """Those of *found* that go on from what is typed."""
    return [each for each in found if each[0].casefold().startswith(typed.casefold())]


def _of_kind(kind: str, place: _Position, context: Context) -> Iterable[Candidate]:
    if kind in ("file", "directory"):
        return [(FILES if kind == "file" else FOLDERS, "")]
    if kind == "glossary":
        return _starting(_glossaries(), place.current)
    if kind not in ("term", "tag"):
        return []
    entries, glossaries = (place.values.get(name, ()) for name in ("entries", "glossary"))
    workspace = context.named(entries, glossaries, way="quickly")
    if kind == "tag":
        return _starting([(tag, "") for tag in workspace.glossary.tagged], place.current)
    many = place.argument is not None and place.argument.is_many
    return _terms(workspace, place.words if many else [], place.current)


def _glossaries() -> list[Candidate]:
    from glossary_tui.paths import configuration_file
    from glossary_tui.user.configuration import load_configuration
    from glossary_tui.workspace.choosing import ALL, PROJECT, named_glossaries, project_folder

    named = named_glossaries(load_configuration(configuration_file()))
    found = [(source.name, ", ".join(source.folders)) for source in named]
    found.append((ALL, "all of them, together"))
    return [*found, (PROJECT, "this project's")] if project_folder() else found


def _terms(workspace: Workspace, before: Sequence[str], current: str) -> Iterator[Candidate]:
    """The titles that go on from what is typed, without the words that stand there already."""
    folded = workspace.glossary.folded_titles
    typed = fold(" ".join((*before, current))) if (before or current) else ""
    first = bisect_left(folded, typed)
    last = bisect_right(folded, typed + "\U0010ffff", first)
    places = range(first, last)
    shown = [*places[: _MOST - 1], *places[-1:]] if len(places) > _MOST else places
    names = [workspace.glossary.entries[place].title for place in shown]
    if typed and not names and len(folded) <= _FEW:
        aliases = (name for entry in workspace.glossary for name in entry.aliases)
        names += [name for name in aliases if fold(name).startswith(typed)]
    for name in dict.fromkeys(map(clean_line, names)):
        words = name.split(" ")
        if not before or fold(" ".join(words[: len(before)])) == fold(" ".join(before)):
            rest = " ".join(words[len(before) :])
            if rest:
                yield rest, ""
