"""`glossary path`: how one term leads to another."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry
from glossary_tui.errors import NothingFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options

_ARROWS = {"names": "→", "named by": "←", "both": "↔"}


def run(context: Context, options: Options) -> int:
    """Print the terms of the way, one a line; on a terminal with an arrow to each."""
    workspace, output = context.workspace, context.output
    start = the_entry(workspace, options.argument(0))
    goal = the_entry(workspace, options.argument(1))
    path = workspace.graph.path(start, goal)
    if not path:
        raise NothingFound(f"No links lead from “{start.title}” to “{goal.title}”")
    arrows = ["" for _ in path]
    if output.on_terminal:
        steps = workspace.graph.steps(path)
        arrows = ["  ", *(output.style("faint", _ARROWS[step.direction]) + " " for step in steps)]
    output.page(
        "".join(f"{arrow}{entry.title}\n" for arrow, entry in zip(arrows, path, strict=True))
    )
    return 0
