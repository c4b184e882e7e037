"""The composition root: asks the command line what is wanted, prints it or opens the interface."""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import NoReturn

_INTERRUPTED = 130
_LONGEST = 1_000
"""Letters of a line of an error: what was typed may be a page that was pasted."""


def main() -> int:
    """Run the program with the process's own arguments; the exit status.

    After the interface has closed, the process ends here.
    """
    from glossary_tui.errors import GlossaryError

    held: list[AbstractContextManager[None]] = []
    try:
        return _carried_out(held)
    except GlossaryError as error:
        _release(held)
        from glossary_tui.text.clean import clean

        lines = clean(str(error)).split("\n")
        said = "\n".join(f"{line[:_LONGEST]}…" if len(line) > _LONGEST else line for line in lines)
        print(f"glossary: {said}", file=sys.stderr)
        if error.hint and sys.stderr is not None and sys.stderr.isatty():
            print(error.hint, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; nothing may be written at exit either.
        from glossary_tui.cli.streams import abandon

        abandon()
        return 0
    finally:
        _release(held)


def _carried_out(held: list[AbstractContextManager[None]]) -> int:
    """Print or draw; *held* is what has to be let go of at the end."""
    from glossary_tui.cli import OpenTui, run
    from glossary_tui.cli.streams import write

    def hold() -> None:
        from glossary_tui.tui.terminal import held_terminal

        terminal = held_terminal()
        terminal.__enter__()
        held.append(terminal)

    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    wanted = run(sys.argv[1:], os.environ, on_terminal=on_terminal, hold=hold)
    if isinstance(wanted, OpenTui):
        from glossary_tui.tui.launch import open_tui

        status = open_tui(
            wanted.workspace,
            wanted.term,
            inline=wanted.inline,
            linear=wanted.linear,
            study=wanted.study,
            document=wanted.document,
            everything=wanted.everything,
        )
        _release(held)
        _end(status)
    write(flush=True)
    return wanted


def _release(held: list[AbstractContextManager[None]]) -> None:
    while held:
        held.pop().__exit__(None, None, None)


def _end(status: int) -> NoReturn:
    """End the process without taking apart all that it holds, which the shell would wait for."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
    os._exit(status)


def command() -> NoReturn:
    """The program as a process of its own, which neither looks for garbage nor tidies up at the end.

    Nothing that a command makes is garbage before it has ended, modules the least, which are
    imported after this; the interface sees to itself.
    """
    gc.disable()
    from glossary_tui.modules import find_directly

    find_directly()
    _end(main())


if __name__ == "__main__":
    command()
