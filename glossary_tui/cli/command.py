"""What a command line asks for: something printed, or the interface."""

from __future__ import annotations

from glossary_tui.cli.parser import parse
from glossary_tui.model.record import NamedTuple
from glossary_tui.workspace import Workspace, open_workspace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class OpenTui(NamedTuple):
    """The wish to see the glossary on the screen."""

    workspace: Workspace
    """The glossary, read."""
    term: str
    """What to open it at; empty for nothing in particular."""


def run(
    arguments: list[str], environment: Mapping[str, str], *, on_terminal: bool
) -> int | OpenTui:
    """Carry *arguments* out: an exit status once printed, or the wish for the interface.

    *on_terminal* says whether standard output is a terminal. Raises `GlossaryError` for what one
    line on stderr explains, and SystemExit from --help, --version and wrong usage.
    """
    options = parse(arguments)
    workspace = open_workspace(
        options.entries, environment, glossaries=options.glossary, drafts=options.drafts
    )
    if on_terminal:
        return OpenTui(workspace, options.term)
    from glossary_tui.cli.printing import print_entry, print_terms

    if options.term:
        print_entry(workspace, options.term)
    else:
        print_terms(workspace)
    return 0
