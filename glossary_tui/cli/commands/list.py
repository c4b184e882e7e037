"""`glossary list`: the titles."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, _options: Options) -> int:
    """Print every title, one a line."""
    context.output.page("".join(f"{entry.title}\n" for entry in context.workspace.glossary))
    return 0
