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


def help_text(command: Command, style: Style, *, general: bool) -> str:
    """The help of *command*; of the whole program if it is *general*."""
    return _general(style) if general else _particular(command, style)


def option_names(option: Option) -> str:
    """How *option* is written, with its letter and its value."""
    letter = f"-{option.letter}, " if option.letter else ""
    value = f" {option.value}" if option.value else ""
    return f"{letter}--{option.name}{value}"


def option_help(option: Option) -> str:
    """What *option* does, and the value that it has where it is not given."""
    return f"{option.help} (if not given: {option.default})" if option.default else option.help


def _general(style: Style) -> str:
    blocks = [
        "Read a glossary in the terminal: every term at three depths.",
        style("heading", "Usage")
        + "\n  glossary [TERM...]          open the glossary; into a pipe, print the entry"
        + "\n  glossary COMMAND --help     explain a command",
        *(
            style("heading", group.title)
            + "\n"
            + _rows([(command.usage, command.help) for command in group.commands])
            for group in GROUPS
        ),
        style("heading", "Options of every command") + "\n" + _rows(_options(OPTIONS)),
        style("heading", "Exit status") + "\n" + _rows(EXIT_CODES),
        style("heading", "Environment") + "\n" + _rows(VARIABLES),
    ]
    return "\n\n".join(blocks) + "\n"


def _particular(command: Command, style: Style) -> str:
    blocks = [
        "\n".join(wrapped(f"glossary {command.name}: {command.help}.", _WIDTH)),
        f"{style('heading', 'Usage')}\n  glossary {command.usage.replace(command.name, f'{command.name} [OPTION...]', 1)}",
    ]
    if command.arguments:
        rows = [(argument.name, argument.help) for argument in command.arguments]
        blocks.append(f"{style('heading', 'Arguments')}\n{_rows(rows)}")
    if command.options:
        blocks.append(f"{style('heading', 'Options')}\n{_rows(_options(command.options))}")
    names = ", ".join(f"--{option.name}" for option in OPTIONS)
    if command.details:
        lines = command.details.split("\n")
        blocks.append(
            "\n".join("\n".join(wrapped(line, _WIDTH)) if line else line for line in lines)
        )
    blocks.append(
        "\n".join(wrapped(f"It takes the options of every command too: {names}.", _WIDTH))
    )
    return "\n\n".join(blocks) + "\n"


def _options(options: Iterable[Option]) -> list[tuple[str, str]]:
    return [(option_names(option), option_help(option)) for option in options]


def _rows(rows: Sequence[tuple[str, str]]) -> str:
    """Names at the left, what they mean at the right, the longest names on lines of their own."""
    left = max((len(name) for name, _ in rows if len(name) <= _MOST), default=0)
    lines = []
    for name, meaning in rows:
        texts = wrapped(meaning, _WIDTH - left - 2 * _GAP)
        if len(name) > left:
            lines.append(f"  {name}")
            name = ""  # noqa: PLW2901 # it stands on the line above
        for text in texts:
            lines.append(f"  {name:<{left}}  {text}")
            name = ""  # noqa: PLW2901 # the rest of the meaning hangs below its beginning
    return "\n".join(lines)
