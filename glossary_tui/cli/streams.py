"""Standard input, output and error as a command finds them: of any encoding, full, or not there."""

from __future__ import annotations

import os
import sys

from glossary_tui.errors import OutputFailed, TextUnreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def prepare_streams() -> None:
    """Let standard output and error take every letter, whatever the locale.

    What an encoding does not have is written as its nearest ASCII, or as a question mark. Where
    one was closed before the program began, what is written to it is nowhere.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 # until the end
            setattr(sys, name, stream)
        if not hasattr(stream, "reconfigure"):
            continue
        if is_utf8(stream):
            # It lacks only what stands for the bytes of a file's name that are not UTF-8.
            stream.reconfigure(errors="replace")
        else:
            from glossary_tui.cli.ascii import HANDLER

            stream.reconfigure(errors=HANDLER)


def has_keyboard() -> bool:
    """Whether standard input is a terminal, so that somebody can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def standard_input() -> TextIO:
    """Standard input. Raises `TextUnreadable` where it was closed before the program began."""
    if sys.stdin is None:
        raise TextUnreadable("there is no standard input")
    return sys.stdin


def is_utf8(stream: TextIO) -> bool:
    """Whether *stream* takes every letter."""
    return (stream.encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def write(text: str = "", *, flush: bool = False) -> None:
    """Print *text* on standard output. Raises `OutputFailed`, and BrokenPipeError if nobody reads."""
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon()
        raise OutputFailed(f"cannot write the output: {error.strerror}") from error


def abandon() -> None:
    """Send what is still to be written nowhere, so that the end of the program is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
