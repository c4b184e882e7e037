"""Which editor the person wants, and how it is called."""

from __future__ import annotations

import os
import sys

from glossary_tui.errors import NoEditor

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_JUMPS = ("vi", "vim", "nvim", "nano", "emacs", "micro", "kak", "joe", "ne", "mg", "hx")
"""Editors that take `+LINE` before the file. (Helix takes it as well as `file:line`.)"""


def editor_command(environment: Mapping[str, str], path: str, line: int = 0) -> list[str]:
    """The words that open *path* in the editor, at *line* if it is not 0 and the editor can.

    The editor is $VISUAL, $EDITOR (either may hold several words), or the system's usual one.
    Raises `NoEditor`.
    """
    import shlex

    usual = "notepad" if sys.platform == "win32" else "vi"
    wanted = environment.get("VISUAL") or environment.get("EDITOR") or usual
    try:
        words = shlex.split(wanted, posix=sys.platform != "win32")
    except ValueError:
        words = []
    if not words:
        raise NoEditor(f"$VISUAL or $EDITOR is no command: {wanted}")
    words = [word.strip('"') for word in words] if sys.platform == "win32" else words
    name = os.path.splitext(os.path.basename(words[0]))[0]
    jump = [f"+{line}"] if line > 0 and name in _JUMPS else []
    file = os.path.join(os.curdir, path) if path.startswith("-") else path
    return [*words, *jump, file]


def edit(environment: Mapping[str, str], path: str, line: int = 0) -> None:
    """Edit *path* and wait for the end of it. Raises `NoEditor` if that went wrong."""
    import subprocess

    words = editor_command(environment, path, line)
    try:
        done = subprocess.run(words, check=False)  # noqa: S603 # the person's own editor
    except OSError as error:
        raise NoEditor(f"{words[0]} cannot be started: {error.strerror}") from error
    if done.returncode:
        raise NoEditor(f"{words[0]} ended with status {done.returncode}")
