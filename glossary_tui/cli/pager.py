"""Long output, a screen at a time, in the program that the person has chosen for it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_PAGERS = ("", "cat")


def paged(text: str, environment: Mapping[str, str]) -> bool:
    """Show *text* in $PAGER, or in less where there is one; False if nothing could be shown.

    Leaving the pager before the end is not an error, nor is what the pager returns.
    """
    import shlex
    import shutil
    import subprocess
    from contextlib import suppress

    asked = environment.get("PAGER")
    if asked is not None and asked.strip() in _NO_PAGERS:
        return False
    try:
        command = shlex.split(asked or "less")
    except ValueError:
        return False
    program = shutil.which(command[0], path=environment.get("PATH"))
    if program is None:
        return False
    # Colours get through, a text that fits ends at once, and it stays on the screen afterwards.
    settings = {"LESS": "-RFX", "LESSCHARSET": "utf-8", **environment}
    try:
        process = subprocess.Popen([program, *command[1:]], stdin=subprocess.PIPE, env=settings)  # noqa: S603 # it is the person's own choice
    except OSError:
        return False
    with suppress(BrokenPipeError):
        process.communicate(text.encode("utf-8", "replace"))
    while process.returncode is None:
        with suppress(KeyboardInterrupt):  # it is the pager's to take: it may stop its search
            process.wait()
    return True
