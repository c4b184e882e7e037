"""Every command and every option of the command line, as data."""

from __future__ import annotations

from glossary_tui.cli.declarations import Command, Group, Option
from glossary_tui.cli.declared.managing import COMPLETE, MANAGING
from glossary_tui.cli.declared.reading import OPEN, READING
from glossary_tui.cli.declared.studying import STUDYING
from glossary_tui.cli.declared.writing import WRITING

COLOR = Option(
    "color",
    "colour what is printed: auto, always or never",
    value="WHEN",
    choices=("auto", "always", "never"),
    default="auto",
)
OPTIONS = (
    Option(
        "entries",
        "a folder of entries; repeat it to layer several, a later one goes before",
        value="DIR",
        letter="e",
        completes="directory",
        is_repeated=True,
    ),
    Option(
        "glossary",
        "a glossary that has a name, “.” for this project's, or “all”; may be repeated",
        value="NAME",
        letter="g",
        completes="glossary",
        is_repeated=True,
    ),
    Option("drafts", "show entries that are marked as drafts too"),
    COLOR,
    Option("help", "show this help, or that of a command", letter="h"),
    Option("version", "show the version", letter="V"),
)
"""The options that every command takes."""

GROUPS: tuple[Group, ...] = (
    Group("Read", READING),
    Group("Study", STUDYING),
    Group("Write", WRITING),
    Group("Manage", MANAGING),
)
"""Every command, in the order of the help."""
COMMANDS: dict[str, Command] = {
    command.name: command for group in GROUPS for command in group.commands
} | {COMPLETE.name: COMPLETE}
"""Every command by name, also one that only shells call."""
DEFAULT = OPEN
"""The command that is meant where none is named."""
