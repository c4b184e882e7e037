"""`glossary new`: the beginning of an entry."""

from __future__ import annotations

import sys

from glossary_tui.cli.own_glossary import require_own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int:
    """Write a new entry's file and print its path."""
    from glossary_tui.glossary.authoring import new_entry
    from glossary_tui.workspace.changing import create_file

    workspace = context.opened(drafts=True)
    folder = require_own(workspace)
    entry = new_entry(
        workspace.glossary,
        folder,
        options.argument(0),
        aliases=options.values("alias"),
        tags=options.values("tag"),
        headings=workspace.configuration.headings,
    )
    create_file(entry.path, entry.text)
    context.output.path(entry.path)
    if options.flag("edit"):
        from glossary_tui.user.editor import edit

        sys.stdout.flush()
        edit(context.environment, entry.path)
    return 0
