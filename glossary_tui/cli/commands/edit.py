"""`glossary edit`: an entry in the person's editor."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry
from glossary_tui.paths import BUNDLED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int:
    """Open the file of the entry that is meant, and wait for the editor."""
    from glossary_tui.user.editor import edit

    workspace = context.opened(drafts=True)
    entry = the_entry(workspace, options.argument(0))
    if workspace.choice.sources[0].name == BUNDLED and not workspace.glossary.parts:
        context.say("glossary: an update of the program replaces what you change here")
    edit(context.environment, entry.path)
    return 0
