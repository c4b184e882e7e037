"""What shells call: the words that may stand at the end of a command line."""

from __future__ import annotations

from glossary_tui.cli.completing import completed
from glossary_tui.errors import GlossaryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from glossary_tui.cli.context import Context
    from glossary_tui.cli.options import Options


def run(context: Context, options: Options) -> int:
    """Print them one a line, as the shell wants them. A mistake in the line is no error here."""
    shell, *words = options.words
    try:
        context.output.write("".join(f"{line}\n" for line in completed(shell, words, context)))
    except GlossaryError:
        return 0
    return 0
