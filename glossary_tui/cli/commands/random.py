"""`glossary random`: an entry drawn by lot."""

from __future__ import annotations

import os

from glossary_tui.cli.commands.show import show
from glossary_tui.errors import NothingFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int:
    """Print any entry."""
    entries = context.workspace.glossary.entries
    if not entries:
        raise NothingFound(f"There are no entries in {', '.join(context.workspace.folders)}")
    # The module `random` costs 5 ms of a start.
    show(context, options, entries[int.from_bytes(os.urandom(8), "big") % len(entries)])
    return 0
