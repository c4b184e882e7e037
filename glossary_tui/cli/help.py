"""The help of the program and of each command, made from the declarations."""

from __future__ import annotations

from glossary_tui.cli.declared import GROUPS, OPTIONS
from glossary_tui.text.wrap import wrapped
from glossary_tui.workspace.choosing import PATH_VARIABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary_tui.cli.declarations import Command, Option
    from glossary_tui.cli.style import Style

_WIDTH = 80
_GAP = 2
_MOST = 26
"""Columns of the help, between name and meaning, and of the longest name beside its meaning."""

_USAGE = (
    ("glossary [TERM...]", "open the glossary; into a pipe, print the entry"),
    ("glossary COMMAND --help", "explain a command"),
)
EXIT_CODES = (
    ("0", "found, done"),
    ("1", "not found, or several that are meant; the nearest terms on stderr"),
    ("2", "wrong usage, or a glossary that cannot be read"),
    ("130", "interrupted"),
)
"""What the process ends with."""
VARIABLES = (
    (PATH_VARIABLE, "folders of entries, separated as in PATH; --entries goes before it"),
    ("NO_COLOR, FORCE_COLOR", "never colour, or always; --color goes before them"),
    ("VISUAL, EDITOR", "the editor; either may hold several words"),
    ("PAGER", "shows what is longer than the terminal; less if it is not set"),
)
"""The environment variables that count for what is printed."""


def help_text(command: Command, style: Style, *, general: bool, columns: int = 0) -> str:
    """The help of *command*; of the whole program if it is *general*.

    It is made for a terminal of *columns*, 0 for any: 80 are filled at most.
    """
    page = _Page(style, min(columns or _WIDTH, _WIDTH))
    return page.of_all() if general else page.of(command)


def option_names(option: Option) -> str:
    """How *option* is written, with its letter and its value."""
    letter = f"-{option.letter}, " if option.letter else ""
    value = f" {option.value}" if option.value else ""
    return f"{letter}--{option.name}{value}"


def option_help(option: Option) -> str:
    """What *option* does, and the value that it has where it is not given."""
    return f"{option.help} (if not given: {option.default})" if option.default else option.help


def _options(options: Iterable[Option]) -> list[tuple[str, str]]:
    return [(option_names(option), option_help(option)) for option in options]


class _Page:
    """A page of help of some width."""

    def __init__(self, style: Style, width: int) -> None:
        self._style = style
        self._width = width

    def of_all(self) -> str:
        """The help of the program."""
        blocks = [
            self._text("Read a glossary in the terminal: every term at three depths."),
            self._table("Usage", _USAGE),
            *(
                self._table(group.title, [(each.usage, each.help) for each in group.commands])
                for group in GROUPS
            ),
            self._table("Options of every command", _options(OPTIONS)),
            self._table("Exit status", EXIT_CODES),
            self._table("Environment", VARIABLES),
        ]
        return "\n\n".join(blocks) + "\n"

    def of(self, command: Command) -> str:
        """The help of *command*."""
        usage = command.usage.replace(command.name, f"{command.name} [OPTION...]", 1)
        lines = wrapped(f"glossary {usage}", self._width - 2 * _GAP)
        blocks = [
            self._text(f"glossary {command.name}: {command.help}."),
            self._style("heading", "Usage") + "\n  " + "\n    ".join(lines),
        ]
        if command.arguments:
            rows = [(argument.name, argument.help) for argument in command.arguments]
            blocks.append(self._table("Arguments", rows))
        if command.options:
            blocks.append(self._table("Options", _options(command.options)))
        if command.details:
            blocks.append("\n".join(map(self._text, command.details.split("\n"))))
        names = ", ".join(f"--{option.name}" for option in OPTIONS)
        blocks.append(self._text(f"It takes the options of every command too: {names}."))
        return "\n\n".join(blocks) + "\n"

    def _text(self, text: str) -> str:
        return "\n".join(wrapped(text, self._width))

    def _table(self, title: str, rows: Sequence[tuple[str, str]]) -> str:
        """Names at the left, what they mean at the right, long names on lines of their own."""
        most = min(_MOST, self._width // 3)
        left = max((len(name) for name, _ in rows if len(name) <= most), default=most)
        lines = [self._style("heading", title)]
        for name, meaning in rows:
            texts = wrapped(meaning, self._width - left - 2 * _GAP)
            if len(name) > left:
                lines.append(f"  {name}")
                name = ""  # noqa: PLW2901 # it stands on the line above
            for text in texts:
                lines.append(f"  {name:<{left}}  {text}")
                name = ""  # noqa: PLW2901 # the rest of the meaning hangs below its beginning
        return "\n".join(lines)
