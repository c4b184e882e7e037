"""The composition root: asks the command line what is wanted, prints it or opens the interface."""

from __future__ import annotations

import os
import sys

from glossary_tui.cli import OpenTui, run
from glossary_tui.errors import GlossaryError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextlib import AbstractContextManager

_INTERRUPTED = 130


def main() -> int:
    """Run the program with the process's own arguments; the exit status."""
    held: list[AbstractContextManager[None]] = []
    try:
        return _carried_out(held)
    except GlossaryError as error:
        _release(held)
        from glossary_tui.text.clean import clean

        print(f"glossary: {clean(str(error))}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    finally:
        _release(held)


def _carried_out(held: list[AbstractContextManager[None]]) -> int:
    """Print or draw; *held* is what has to be let go of at the end."""

    def hold() -> None:
        from glossary_tui.tui.terminal import held_terminal

        terminal = held_terminal()
        terminal.__enter__()
        held.append(terminal)

    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    wanted = run(sys.argv[1:], os.environ, on_terminal=on_terminal, hold=hold)
    if isinstance(wanted, OpenTui):
        from glossary_tui.tui.launch import open_tui

        return open_tui(wanted.workspace, wanted.term, inline=wanted.inline)
    sys.stdout.flush()
    return wanted


def _release(held: list[AbstractContextManager[None]]) -> None:
    while held:
        held.pop().__exit__(None, None, None)


if __name__ == "__main__":
    sys.exit(main())
