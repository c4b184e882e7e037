"""`glossary show`: an entry, printed."""

from __future__ import annotations

from glossary_tui.cli.finding import the_entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options
    from glossary_tui.model import Entry


def run(context: Context, options: Options) -> int:
    """Print the entry that the term names."""
    term = options.argument(0)
    show(context, options, the_entry(context.workspace_of(term), term))
    return 0


def show(context: Context, options: Options, entry: Entry) -> None:
    """Print *entry* as the options --view, --json and --markdown say."""
    workspace, output = context.workspace, context.output
    view = options.value("view")
    if options.flag("json"):
        from glossary_tui.cli.schemas import entry_data

        output.json(entry_data(workspace, entry, view))
    elif options.flag("markdown"):
        from glossary_tui.cli.entry_text import entry_markdown

        output.page(entry_markdown(workspace, entry, view))
    else:
        from glossary_tui.cli.entry_text import entry_text

        output.page(entry_text(workspace, entry, view, output.style, context.columns))
