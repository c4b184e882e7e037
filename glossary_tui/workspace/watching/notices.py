"""What Linux tells of changes in folders, so that nobody has to look.

inotify, by ctypes: see decision 117. Where there is none, or where the files lie on another machine
that changes them unnoticed, making a `Notices` raises OSError, or watching a folder does.
"""

from __future__ import annotations

import errno
import os
import sys

from glossary_tui.model.record import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Final

# What may happen, as the system numbers it.
MODIFIED: Final = 0x2
ATTRIBUTES: Final = 0x4
WRITTEN: Final = 0x8
MOVED_FROM: Final = 0x40
MOVED_TO: Final = 0x80
CREATED: Final = 0x100
DELETED: Final = 0x200
ITSELF_DELETED: Final = 0x400
ITSELF_MOVED: Final = 0x800
UNMOUNTED: Final = 0x2000
OVERFLOWN: Final = 0x4000
NO_LONGER: Final = 0x8000
IS_FOLDER: Final = 0x40000000

_ASKED = (
    MODIFIED | ATTRIBUTES | WRITTEN | MOVED_FROM | MOVED_TO | CREATED | DELETED
    | ITSELF_DELETED | ITSELF_MOVED
)  # fmt: skip
_HEAD = 16
"""Bytes before the name: which folder, what, a number that ties two moves, how long the name is."""
_READ = 1 << 16
"""Bytes that are read at once."""


class Notice(NamedTuple):
    """Something has happened."""

    folder: str
    """The folder, as it was asked for; '' where it is not known which."""
    what: int
    """The numbers of what it was, together."""
    name: str
    """What it happened to in the folder; '' for the folder itself."""


class Notices:
    """What happens in the folders that are watched, from the moment that each is. Raises OSError."""

    def __init__(self) -> None:
        self._system = _system()
        flags = os.O_NONBLOCK | os.O_CLOEXEC
        self._descriptor = self._checked(self._system.inotify_init1(flags))
        self._folders: dict[int, list[str]] = {}

    def watch(self, folder: str) -> None:
        """Watch *folder*, and none below it. Raises OSError, also where there are too many."""
        path = os.fsencode(folder or ".")
        number = self._checked(self._system.inotify_add_watch(self._descriptor, path, _ASKED))
        named = self._folders.setdefault(number, [])
        if folder not in named:
            named.append(folder)

    def wait(self, seconds: float) -> None:
        """Wait until something has happened, or so many *seconds*."""
        import select

        poll = select.poll()
        poll.register(self._descriptor, select.POLLIN)
        poll.poll(seconds * 1000)

    def read(self) -> list[Notice]:
        """What has happened since the last time."""
        found: list[Notice] = []
        while True:
            try:
                data = os.read(self._descriptor, _READ)
            except BlockingIOError:
                return found
            found += self._told(data)

    def _told(self, data: bytes) -> Iterator[Notice]:
        at = 0
        while at < len(data):
            head = [
                int.from_bytes(data[start : start + 4], sys.byteorder)
                for start in range(at, at + _HEAD, 4)
            ]
            at += _HEAD + head[3]
            name = os.fsdecode(data[at - head[3] : at].rstrip(b"\0"))
            for folder in self._folders.get(head[0], ("",)):
                yield Notice(folder, head[1], name)

    def close(self) -> None:
        """Watch nothing any more."""
        os.close(self._descriptor)

    def _checked(self, number: int) -> int:
        if number < 0:
            import ctypes

            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
        return number


def _system() -> Any:
    """The system's functions. Raises OSError where it has none of this kind."""
    if sys.platform == "linux":
        try:
            import ctypes

            system = ctypes.CDLL(None, use_errno=True)
            _ = system.inotify_init1, system.inotify_add_watch
        except (ImportError, AttributeError) as error:
            raise OSError(errno.ENOSYS, str(error)) from error
        return system
    raise OSError(errno.ENOSYS, "no inotify here")


_ELSEWHERE = (
    "9p", "afs", "ceph", "cifs", "drvfs", "fuse", "glusterfs", "lustre", "ncp", "nfs", "prl",
    "smb", "vboxsf", "virtiofs", "vmhgfs",
)  # fmt: skip
"""How the names of file systems begin whose files others change without this machine's noticing."""


def is_elsewhere(folder: str, mounts: str = "/proc/self/mounts") -> bool:
    """Whether what is in *folder* may change without notice: it lies on another machine."""
    path = os.path.join(os.path.realpath(folder), "")
    best, kind = "", ""
    try:
        with open(mounts, encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                _, place, named, *_ = line.split(" ")
                place = os.path.join(place.replace("\\040", " "), "")
                if path.startswith(place) and len(place) >= len(best):
                    best, kind = place, named
    except (OSError, ValueError):
        return True
    return kind.startswith(_ELSEWHERE)
