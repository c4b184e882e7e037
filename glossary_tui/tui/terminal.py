"""The terminal before Textual has it and after: quiet from the first line, restored at the end.

This module is imported before Textual, so it imports nothing that takes time.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress

from glossary_tui.errors import NoTerminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import Any

original_attributes: list[Any] | None = None
"""How the terminal was set before the program touched it; None until then, and on Windows."""
ENDING_SIGNALS = ("SIGTERM", "SIGHUP")
"""The signals that end the program in order. Windows lacks the second."""


@contextmanager
def held_terminal() -> Iterator[None]:
    """Keep what is typed, unechoed, until someone reads it; put the terminal back afterwards.

    Keys typed while the program starts thus wait for the search box. Standard input that is no
    terminal is replaced by the controlling one. Raises `NoTerminal` where there is none.
    """
    _take_keyboard()
    for name in ENDING_SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), _end)
    try:
        import termios
    except ImportError:
        yield
        return
    global original_attributes  # noqa: PLW0603 # there is one terminal
    before = original_attributes = termios.tcgetattr(0)
    quiet = termios.tcgetattr(0)
    quiet[0] &= ~termios.ICRNL
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(0, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        with suppress(termios.error):  # the window may be gone
            termios.tcsetattr(0, termios.TCSANOW, before)


def _take_keyboard() -> None:
    if sys.stdin is not None and sys.stdin.isatty():
        return
    try:
        keyboard = os.open(os.ctermid() if hasattr(os, "ctermid") else "CONIN$", os.O_RDWR)
    except OSError as error:
        raise NoTerminal(
            "standard input is no terminal, and there is no other to read keys from"
        ) from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    if sys.__stdin__ is None:
        vars(sys)["__stdin__"] = os.fdopen(0, encoding="utf-8", errors="replace", closefd=False)
    sys.stdin = sys.__stdin__


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
