"""Where caches lie, under which names, and how many of them stay."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import glossary_tui

KEPT, KEPT_BYTES = 32, 1 << 30
"""How many files of caches are kept, and how large they may be together: of more, those go that
were written before the others."""
WORTH_IT = 2_000
"""Entries from which on extras are kept: of fewer they are made sooner than they are read."""
_PRIME = 18_446_744_073_709_551_557
"""The largest prime of 64 bits."""


def made_by() -> tuple[object, ...]:
    """What a cache must have been made by to be read: this program, this Python, such a machine."""
    package = os.path.dirname(glossary_tui.__file__)
    try:
        # Another reader may read otherwise, and a checkout keeps its version while it is edited.
        edited = os.stat(os.path.join(package, "reader")).st_mtime_ns
    except OSError:
        edited = 0
    return glossary_tui.__version__, edited, sys.implementation.cache_tag, sys.byteorder


def file_name(key: str) -> str:
    """A name of its own for every key, or as good as."""
    return f"{int.from_bytes(key.encode('utf-8', 'surrogatepass'), 'little') % _PRIME:016x}"


def now_at(path: str) -> int | None:
    """The time by the clock of the file system of *path*, in nanoseconds; None if it is read-only."""
    draft = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            return os.fstat(descriptor).st_mtime_ns
        finally:
            os.close(descriptor)
            os.unlink(draft)
    except (OSError, ValueError):
        return None


def keep_few(base: str) -> None:
    """Remove the oldest caches beside those that begin with *base*, which stay.

    What an interrupted writing has left goes with them.
    """
    folder, own = os.path.split(base)
    try:
        with os.scandir(folder) as listing:
            files = [(item.stat(), item.path) for item in listing if item.is_file()]
    except OSError:
        return
    files.sort(key=lambda file: file[0].st_mtime_ns, reverse=True)
    total = 0
    for number, (status, path) in enumerate(files):
        total += status.st_size
        is_own = os.path.basename(path).startswith(own)
        if not is_own and (number >= KEPT or total > KEPT_BYTES):
            with suppress(OSError):
                os.unlink(path)
