"""What a command line asks for: something printed, or the interface."""

from __future__ import annotations

from glossary_tui.cli.context import Context
from glossary_tui.cli.output import Output
from glossary_tui.cli.parser import parse
from glossary_tui.cli.streams import prepare_streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from glossary_tui.cli.opening import OpenTui


def run(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    *,
    on_terminal: bool,
    hold: Callable[[], None] = lambda: None,
) -> int | OpenTui:
    """Carry *arguments* out: an exit status once printed, or the wish for the interface.

    *on_terminal* says whether standard output is a terminal; *hold* is called once it is certain
    that the interface is wanted, before the glossary is read. Raises `GlossaryError` for what a
    few lines on stderr explain.
    """
    prepare_streams()
    output = Output(environment, on_terminal=on_terminal)
    options = parse(arguments)
    output.colour(options.value("color"))
    if options.flag("help"):
        from glossary_tui.cli.help import help_text

        general, columns = options.is_general, output.columns
        output.page(help_text(options.command, output.style, general=general, columns=columns))
        return 0
    if options.flag("version"):
        from glossary_tui import __version__

        output.write(f"glossary-tui {__version__}\n")
        return 0
    context = Context(options, environment, output, hold)
    status: int | OpenTui = __import__(options.command.module, fromlist=("run",)).run(
        context, options
    )
    return status
