"""The composition root: asks the command line what is wanted, prints it or opens the interface."""

from __future__ import annotations

import os
import sys

from glossary_tui.cli import OpenTui, run
from glossary_tui.errors import GlossaryError

_INTERRUPTED = 130


def main() -> int:
    """Run the program with the process's own arguments; the exit status."""
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    try:
        if not on_terminal:
            return _printed(run(sys.argv[1:], os.environ, on_terminal=False))
        from glossary_tui.tui.terminal import held_terminal

        with held_terminal():
            wanted = run(sys.argv[1:], os.environ, on_terminal=True)
            if isinstance(wanted, OpenTui):
                from glossary_tui.tui.launch import open_tui

                return open_tui(wanted.workspace, wanted.term)
            return wanted
    except GlossaryError as error:
        print(f"glossary: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; nothing may be written at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0


def _printed(status: int | OpenTui) -> int:
    sys.stdout.flush()
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    sys.exit(main())
