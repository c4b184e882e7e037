"""The records of a cache one after the other: read many at a time, each checked by itself."""

from __future__ import annotations

from array import array
from zlib import crc32

from glossary_tui.workspace.cache.container import Damaged
from glossary_tui.workspace.cache.rows import STAMP_SIZE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.workspace.cache.container import Container

_AT_A_TIME = 512
"""Records that are read together: a quarter of a megabyte."""
_NUMBER = 4
"""Bytes of a number in the table."""


def every_record(container: Container, size: int) -> Iterator[memoryview]:
    """Each of the *size* records of a *container*, in order.

    Raises `Damaged` when it comes to one that is.
    """
    whole = container.length("records")
    for first in range(0, size, _AT_A_TIME):
        count = min(_AT_A_TIME, size - first)
        read = container.within("table", 2 * _NUMBER * first, (2 * count + 1) * _NUMBER)
        if len(read) < (2 * count + 1) * _NUMBER:
            raise Damaged("table")
        table = array("I", read)
        starts, checksums = table[::2], table[1::2]
        begin, end = starts[0], starts[-1]
        if not begin <= end <= whole:
            raise Damaged("table")
        records = memoryview(container.within("records", begin, end - begin))
        for number, checksum in enumerate(checksums):
            record = records[starts[number] - begin : starts[number + 1] - begin]
            if len(record) <= STAMP_SIZE or crc32(record) ^ (first + number) != checksum:
                raise Damaged("records")
            yield record
