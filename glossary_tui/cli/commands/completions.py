"""`glossary completions`: what teaches a shell to complete."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options

SCRIPTS = {"bash": "glossary.bash", "zsh": "_glossary", "fish": "glossary.fish"}
"""The script of each shell, named as the shell looks for it; the wheel puts a copy there."""
FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shells")


def run(context: Context, options: Options) -> int:
    """Print the script of a shell."""
    with open(os.path.join(FOLDER, SCRIPTS[options.argument(0)]), encoding="utf-8") as file:
        context.output.write(file.read())
    return 0
