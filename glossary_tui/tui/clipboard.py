"""Text to where it can be pasted: through the terminal, and by a program of the desktop."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import App

    Which = Callable[[str], str | None]

PATIENCE = 2.0
"""Seconds that a program may take for a text."""
_LONG = 70_000
"""Bytes that many terminals refuse to take at once."""


def local_program(
    environment: Mapping[str, str] = os.environ, which: Which | None = None
) -> tuple[str, ...]:
    """The command that takes a text on standard input for the clipboard here; empty for none."""
    if which is None:
        import shutil

        which = shutil.which
    found: tuple[tuple[str, ...], ...] = ()
    if sys.platform == "darwin":
        found = (("pbcopy",),)
    elif sys.platform == "win32":
        found = (("clip.exe",),)
    if environment.get("WAYLAND_DISPLAY"):
        found += (("wl-copy",),)
    if environment.get("DISPLAY"):
        found += (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))
    if environment.get("WSL_DISTRO_NAME"):
        found += (("clip.exe",),)
    if environment.get("TERMUX_VERSION"):
        found += (("termux-clipboard-set",),)
    for program, *options in found:
        path = which(program)
        if path:
            return path, *options
    return ()


async def copy(app: App[object], text: str, what: str) -> str:
    """Copy *text*, called *what*, every way there is. What happened, as a sentence."""
    app.copy_to_clipboard(text)
    command = local_program()
    if command and await _taken(command, text):
        name = os.path.basename(command[0])
        return f"{what} is copied, by {name} and through the terminal."
    said = f"{what} was sent to the terminal (OSC 52), which may not take it."
    if len(text.encode()) > _LONG:
        said = f"{what} was sent to the terminal (OSC 52). It is long: many terminals refuse it."
    if command:
        said += f" {os.path.basename(command[0])} did not take it."
    return said


async def _taken(command: tuple[str, ...], text: str) -> bool:
    """Whether *command* took *text* in time."""
    encoding = "utf-16-le" if os.path.basename(command[0]).startswith("clip") else "utf-8"
    nowhere = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec(
            *command, stdin=asyncio.subprocess.PIPE, stdout=nowhere, stderr=nowhere
        )
    except OSError:
        return False
    try:
        data = text.encode(encoding, "replace")
        await asyncio.wait_for(process.communicate(data), PATIENCE)
    except (TimeoutError, OSError):
        return False
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
    return process.returncode == 0
