"""A file of named parts, each read only when it is wanted, and never believed unchecked.

It begins with a line that names the format, then says what it is of and where its parts are. It is
written beside its place and moved there, so a reader sees one whole file or another: one that has
it open keeps the one that it opened.
"""

from __future__ import annotations

import os
from _thread import allocate_lock
from contextlib import suppress
from marshal import dumps, loads
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, KeysView, Mapping
    from typing import Any

    Part = bytes | list[bytes]
    """A part to be written: whole, or in pieces that need not be put together for it."""

_MAGIC = b"glossary-tui cache 4\n"
_HEAD = len(_MAGIC) + 8
_FIRST_READ = 4096
"""Bytes that are read to learn where the parts are: more only where that is not enough."""
_SMALL = 1 << 20
"""Bytes up to which a cache is read and checked whole when it is opened."""
_PIECES = 128
"""Pieces of a part that are put together to be written."""
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class Damaged(Exception):
    """A part of a cache is not what was written."""


class Container:
    """An open cache."""

    def __init__(self, descriptor: int, size: int) -> None:
        self._descriptor = descriptor
        self._turns = allocate_lock()
        """Where a read needs two steps, threads take turns."""
        self._data = self._read(0, size) if 0 < size <= _SMALL else b""
        self._parts: dict[str, tuple[int, int, int]] = {}
        """Of each part: where it begins, how long it is, its checksum."""
        self.key = ""
        """What the cache is of."""
        self.size = size
        """How many bytes it has."""

    @classmethod
    def open(cls, path: str, key: str | None) -> Container | None:
        """The cache at *path* if it is whole and of *key*, or of any for None; else None."""
        try:
            descriptor = os.open(path, _FLAGS)
            status = os.fstat(descriptor)
            container = cls(descriptor, status.st_size)
            return container if _is_mine(status) and container.understood(key) else None
        except (OSError, ValueError, Damaged):
            return None

    @classmethod
    def of(cls, parts: Mapping[str, Part]) -> Container:
        """A cache of *parts* that is nowhere but in memory."""
        container = cls(-1, 0)
        container._parts, container.size = _table(parts)
        container._data = b"".join([data for part in parts.values() for data in _together(part)])
        return container

    def understood(self, key: str | None) -> bool:
        """Whether the file is of this format, of *key*, and as long as it says. Reads its head."""
        head = self._bytes(0, min(_FIRST_READ, self.size))
        length = int.from_bytes(head[len(_MAGIC) : len(_MAGIC) + 4], "little")
        contents = head[_HEAD : _HEAD + length]
        if len(contents) < length <= _SMALL:
            contents = self._bytes(_HEAD, length)
        checksum = int.from_bytes(head[len(_MAGIC) + 4 : _HEAD], "little")
        if not head.startswith(_MAGIC) or len(contents) < length or crc32(contents) != checksum:
            return False
        self.key, size, self._parts = loads(contents)  # noqa: S302 # the person's own file, of this key, its checksum right
        if key not in (None, self.key) or size != self.size:
            return False
        return not self._data or self.is_whole()

    @property
    def names(self) -> KeysView[str]:
        """What its parts are called."""
        return self._parts.keys()

    def is_whole(self) -> bool:
        """Whether every part is what was written."""
        try:
            for name in self._parts:
                self.part(name)
        except Damaged:
            return False
        return True

    def part(self, name: str) -> bytes:
        """The whole of a part. Raises `Damaged`."""
        start, length, checksum = self._parts[name]
        data = self._bytes(start, length)
        if len(data) < length or crc32(data) != checksum:
            raise Damaged(name)
        return data

    def loaded(self, name: str) -> Any:
        """What a part that `marshal` wrote holds. Raises `Damaged`."""
        return loads(self.part(name))  # noqa: S302 # as above

    def checksum(self, name: str) -> int:
        """The checksum of a part as it was written."""
        return self._parts[name][2]

    def length(self, name: str) -> int:
        """How many bytes a part has."""
        return self._parts[name][1]

    def within(self, name: str, start: int, length: int) -> bytes:
        """Some bytes of a part, unchecked. Raises `Damaged` where they cannot be read."""
        return self._bytes(self._parts[name][0] + start, length)

    def _bytes(self, start: int, length: int) -> bytes:
        if self._data:
            return self._data[start : start + length]
        return self._read(start, length)

    def _read(self, start: int, length: int) -> bytes:
        try:
            if hasattr(os, "pread"):
                return os.pread(self._descriptor, length, start)
            with self._turns:
                os.lseek(self._descriptor, start, os.SEEK_SET)
                return os.read(self._descriptor, length)
        except (OSError, OverflowError) as error:
            raise Damaged(str(error)) from error

    def __del__(self) -> None:
        with suppress(OSError):
            os.close(self._descriptor)


def _is_mine(status: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or status.st_uid == os.getuid()


def is_own(path: str) -> bool:
    """Whether there is a file at *path*, and it is the person's own."""
    try:
        return _is_mine(os.stat(path))
    except OSError:
        return False


def write(path: str, key: str, parts: Mapping[str, Part]) -> bool:
    """Write a cache of *key* to *path*, whole or not at all; whether that could be done."""
    folder = os.path.dirname(path)
    draft = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        descriptor = os.open(draft, flags, 0o600)
    except (OSError, ValueError):
        return False
    try:
        with open(descriptor, "wb", buffering=0) as file:
            file.write(_head(key, parts))
            for part in parts.values():
                for data in _together(part):
                    view = memoryview(data)
                    while view:
                        view = view[file.write(view) :]
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        return False
    return True


def _together(part: Part) -> Iterator[bytes]:
    """A part as few pieces; of a large one, none is large."""
    if isinstance(part, bytes):
        yield part
        return
    for first in range(0, len(part), _PIECES):
        yield b"".join(part[first : first + _PIECES])


def _table(parts: Mapping[str, Part]) -> tuple[dict[str, tuple[int, int, int]], int]:
    """Of each part, where it begins, how long it is, its checksum; and how long all of them are."""
    table, start = {}, 0
    for name, part in parts.items():
        size = checksum = 0
        for data in _together(part):
            size += len(data)
            checksum = crc32(data, checksum)
        table[name] = (start, size, checksum)
        start += size
    return table, start


def _head(key: str, parts: Mapping[str, Part]) -> bytes:
    """What comes before the parts."""
    bare, size = _table(parts)
    length = 0
    while True:
        start = _HEAD + length
        table = {name: (start + at, *rest) for name, (at, *rest) in bare.items()}
        contents = dumps((key, start + size, table))
        if len(contents) == length:
            break
        length = len(contents)
    checksum = crc32(contents)
    return _MAGIC + length.to_bytes(4, "little") + checksum.to_bytes(4, "little") + contents
