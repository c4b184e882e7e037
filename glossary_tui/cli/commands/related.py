"""`glossary related`: the related terms of an entry."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry
from glossary_tui.errors import NothingFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int:
    """Print them one a line: titles, and as its author wrote it what has no entry."""
    workspace, output = context.workspace, context.output
    entry = the_entry(workspace, options.argument(0))
    related = workspace.graph.related(entry)
    if not related:
        raise NothingFound(f"“{entry.title}” has no related terms")
    missing = output.style("faint", "  (no entry here)") if output.on_terminal else ""
    output.page(
        "".join(
            f"{near.entry.title if near.entry else near.link.text}"
            f"{'' if near.entries else missing}\n"
            for near in related
        )
    )
    return 0
