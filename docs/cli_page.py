"""Write the commands into docs/cli.md from what the program declares: `make docs`."""

from __future__ import annotations

from pathlib import Path

from glossary_tui.cli.declared import GROUPS, OPTIONS
from glossary_tui.cli.help import EXIT_CODES, VARIABLES, option_help, option_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary_tui.cli.declarations import Command, Option

PAGE = Path(__file__).with_name("cli.md")
BEGIN, END = "<!-- made by `make docs` -->\n", "<!-- end of what is made -->\n"


def cli_page(page: str) -> str:
    """*page* with what is made between its marks renewed."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{_reference()}\n{END}{tail}"


def _reference() -> str:
    parts = []
    for group in GROUPS:
        parts.append(f"## {group.title}\n")
        parts += map(_command, group.commands)
    parts += [
        "## Options of every command\n",
        _options(OPTIONS),
        "## Exit status\n",
        _table(("status", "meaning"), EXIT_CODES),
        "## Environment\n",
        _table(("variable", "meaning"), VARIABLES),
    ]
    return "\n".join(parts)


def _command(command: Command) -> str:
    options = " [OPTION...]" if command.options else ""
    usage = command.usage.replace(command.name, command.name + options, 1)
    parts = [f"### glossary {command.name}\n", f"    glossary {usage}\n"]
    parts.append(f"{command.help[0].upper()}{command.help[1:]}.\n")
    if command.details:
        parts.append(f"{command.details}\n")
    if command.arguments:
        rows = [(argument.name, argument.help) for argument in command.arguments]
        parts.append(_table(("argument", "meaning"), rows))
    if command.options:
        parts.append(_options(command.options))
    return "\n".join(parts)


def _options(options: Iterable[Option]) -> str:
    rows = [(f"`{option_names(option)}`", option_help(option)) for option in options]
    return _table(("option", "meaning"), rows)


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> str:
    lines = [head, ("---", "---"), *rows]
    return "".join(f"| {left} | {right} |\n" for left, right in lines)


if __name__ == "__main__":
    PAGE.write_text(cli_page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
