"""The person's own editor, in the terminal's stead."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys

from textual.app import SuspendNotSupported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual.app import App

_JUMPS = ("vi", "vim", "nvim", "nano", "emacs", "micro", "kak", "joe", "ne", "mg", "hx")
"""Editors that take `+LINE` before the file. (Helix takes it as well as `file:line`.)"""


def edit(app: App[None], path: str, line: int = 0) -> str:
    """Suspend *app* and edit *path*, at *line* if it is not 0 and the editor can.

    The editor is $VISUAL, $EDITOR (either may hold several words), or the system's usual one.
    What went wrong as a sentence, or '' if nothing did.
    """
    usual = "notepad" if sys.platform == "win32" else "vi"
    wanted = os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
    try:
        words = shlex.split(wanted, posix=sys.platform != "win32")
    except ValueError:
        words = []
    if not words:
        return f"$VISUAL or $EDITOR is no command: {wanted}"
    name = os.path.splitext(os.path.basename(words[0]))[0]
    jump = [f"+{line}"] if line > 0 and name in _JUMPS else []
    try:
        with app.suspend():
            done = subprocess.run([*words, *jump, path], check=False)  # noqa: S603 # the person's own editor
    except OSError as error:
        return f"{words[0]} cannot be started: {error.strerror}"
    except SuspendNotSupported:
        return "The screen cannot be left for an editor here"
    return f"{words[0]} ended with status {done.returncode}" if done.returncode else ""
