"""The files of a glossary looked at by turns, where the system does not tell what changes."""

from __future__ import annotations

import os
from itertools import islice

from glossary_tui.reader.stamp import file_stamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.reader.stamp import Stamp
    from glossary_tui.workspace.cache.known import KnownFiles

    Changed = tuple[int, int]
    """When a folder last got or lost a file, in nanoseconds, and its inode."""


class Sweep:
    """Looks whether the files that are *known*, and *folders*, are still what they were.

    Of each of *folders* it is given when it had changed last, and remembers that there.
    """

    def __init__(self, known: KnownFiles | None, folders: dict[str, Changed | None]) -> None:
        self._known = known
        self.folders = folders
        """The folders."""
        self._told: dict[str, Stamp | None] = {}
        """The files that differ, as they were when that was told."""
        self._turn = self._for_ever()

    def __len__(self) -> int:
        return len(self.folders) + (len(self._known) if self._known is not None else 0)

    def step(self, most: int) -> tuple[dict[str, Stamp | None], bool]:
        """Look at the next *most* of them: the files that differ, and whether a folder does.

        Each is told of once for each state of it.
        """
        files: dict[str, Stamp | None] = {}
        folders = False
        for path, stamp in islice(self._turn, min(most, len(self))):
            if stamp is None:
                folders = self._look_into(path) or folders
                continue
            now = file_stamp(path)
            if now != self._told.get(path, stamp):
                files[path] = self._told[path] = now
        return files, folders

    def _look_into(self, folder: str) -> bool:
        before, self.folders[folder] = self.folders[folder], changed_at(folder)
        return self.folders[folder] != before

    def _for_ever(self) -> Iterator[tuple[str, Stamp | None]]:
        """The folders, each without a stamp, then the files; and again."""
        while True:
            for folder in self.folders:
                yield folder, None
            if self._known is not None:
                yield from self._known.stamps()


def changed_at(folder: str) -> Changed | None:
    """When a folder has changed; None where there is none."""
    try:
        status = os.stat(folder)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ino
