"""Something that is made by another process, while this one makes something else."""

from __future__ import annotations

import os

from glossary_tui.workspace.cache.crew import WORTH_IT, helpers
from glossary_tui.workspace.cache.helper import write_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def aside(work: Callable[[], bytes]) -> Callable[[], bytes]:
    """Begin *work* in another process, if there is a processor for it; what hands out what it made.

    Where the other one ended without having made it, it is made by whoever asks for it.
    """
    if not helpers(WORTH_IT):
        return work
    try:
        reading, writing = os.pipe()
    except OSError:
        return work
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return work
    if pid == 0:
        try:
            os.close(reading)
            write_all(writing, work())
        except BaseException:  # noqa: BLE001 # whoever waits does it then
            os._exit(1)
        os._exit(0)
    os.close(writing)

    def made() -> bytes:
        with open(reading, "rb") as file:
            data = file.read()
        _, status = os.waitpid(pid, 0)
        return data if status == 0 else work()

    return made
