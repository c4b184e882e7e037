"""`glossary open`, and `glossary` without a command: the interface, or what a pipe can take."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.opening import OpenTui
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int | OpenTui:
    """Open the interface on a terminal; else print the entry, or the titles of all."""
    term = options.argument(0)
    output = context.output
    if output.is_drawable:
        inline = options.flag("inline")
        return context.open_tui(anyway=not inline)._replace(
            term=term, linear=options.flag("linear"), inline=inline
        )
    if term:
        from glossary_tui.cli.entry_text import entry_text
        from glossary_tui.cli.finding import the_entry

        workspace = context.workspace_of(term)
        entry = the_entry(workspace, term)
        output.page(entry_text(workspace, entry, "all", output.style, context.columns))
    else:
        output.page("".join(f"{entry.title}\n" for entry in context.workspace.glossary))
    return 0
