"""The commands about the program itself."""

from __future__ import annotations

from glossary_tui.cli.declarations import Command, Option
from glossary_tui.cli.declared.reading import JSON

MANAGING = (
    Command("where", "print every path in use, and who named it", options=(JSON,)),
    Command(
        "config",
        "show, edit or check the configuration",
        options=(
            Option("show", "print every setting, as the file would have it; so without an option"),
            Option("edit", "open the file in the editor"),
            Option("check", "tell what in the file is not understood; status 1 if anything is"),
        ),
        details="The program never writes the file.",
    ),
)
"""The commands that manage the program."""
