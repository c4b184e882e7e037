"""What a file looked like when it was read."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    Stamp = tuple[int, int, int]
    """Modification time in nanoseconds, size in bytes, inode."""

_INODE = (1 << 63) - 1
"""The bits of an inode that count: some file systems have more than fit a column of numbers."""


def stamp_of(status: os.stat_result) -> Stamp:
    """What tells a file from the same one after a change: when, how large, which."""
    return status.st_mtime_ns, status.st_size, status.st_ino & _INODE


def file_stamp(path: str) -> Stamp | None:
    """The stamp that the file at *path* has now; None where there is none."""
    try:
        return stamp_of(os.stat(path))
    except (OSError, ValueError):
        return None
