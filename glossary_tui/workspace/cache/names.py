"""The columns of a `NameIndex` cut into blocks, of which a name needs one, checked by itself.

First the offsets of the blocks, then the blocks: a checksum, the hashes, the positions.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, repeat
from marshal import dumps, loads
from zlib import crc32

from glossary_tui.glossary.names import NameIndex
from glossary_tui.workspace.cache.container import Damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from glossary_tui.workspace.cache.container import Container

    Block = tuple[memoryview[int], memoryview[int]]

_PER_BLOCK = 128
"""About how many hashes a block holds."""
_KEPT = 512
"""How many blocks are remembered."""
_NUMBER = 4
"""Bytes of a number."""


def names_told(hashes: Sequence[bytes]) -> bytes:
    """What `index_of` needs: the *hashes* of the names of each entry, in order."""
    from array import array

    return dumps((array("I", map(len, hashes)).tobytes(), b"".join(hashes)))


def index_of(told: bytes) -> bytes:
    """The part of the names that `names_told` has told of."""
    from array import array

    sizes, hashes = loads(told)  # noqa: S302 # our own
    numbers, owned = array("I", hashes), array("I", sizes)
    each = map(repeat, range(len(owned)), [size // _NUMBER for size in owned])
    owners = chain.from_iterable(each)
    pairs = sorted([number << 32 | at for number, at in zip(numbers, owners, strict=True)])
    return names_part(NameIndex.of_pairs(pairs))


def names_part(names: NameIndex) -> bytes:
    """*names* as a part of a cache."""
    from array import array

    hashes, positions = array("I", names.hashes), array("I", names.positions)
    count = max(len(hashes) // _PER_BLOCK, 1)
    edges = [bisect_left(hashes, -(-(number << 32) // count)) for number in range(count)]
    edges.append(len(hashes))
    blocks = []
    offsets = array("I", [_NUMBER * (count + 1)])
    for number in range(count):
        first, last = edges[number], edges[number + 1]
        data = hashes[first:last].tobytes() + positions[first:last].tobytes()
        blocks.append(_checksum(number, data) + data)
        offsets.append(offsets[-1] + len(blocks[-1]))
    return offsets.tobytes() + b"".join(blocks)


def _checksum(number: int, data: bytes) -> bytes:
    return crc32(data, number).to_bytes(_NUMBER, "little")


class StoredNames(NameIndex):
    """The names in a cache; where a block of it is damaged, those that *spare* gives."""

    def __init__(self, container: Container, spare: Callable[[], NameIndex]) -> None:
        super().__init__((), ())
        self._container = container
        self._spare = spare
        self._count = self._number(0) // _NUMBER - 1
        self._blocks: dict[int, Block] = {}

    def in_memory(self) -> NameIndex:
        """All of the names, read once."""
        from array import array

        hashes, positions = array("I"), array("I")
        try:
            for number in range(self._count):
                block = self._read(number)
                hashes.extend(block[0])
                positions.extend(block[1])
        except Damaged:
            return self._spare()
        return NameIndex(hashes, positions)

    def of_hash(self, number: int) -> Sequence[int]:
        """The positions that a hash leads to."""
        try:
            hashes, positions = self._block(number * self._count >> 32)
        except Damaged:
            return self._spare().of_hash(number)
        first = last = bisect_left(hashes, number)
        while last < len(hashes) and hashes[last] == number:
            last += 1
        return positions[first:last].tolist()

    def _block(self, number: int) -> Block:
        block = self._blocks.get(number)
        if block is None:
            if len(self._blocks) >= _KEPT:
                self._blocks.clear()
            block = self._blocks[number] = self._read(number)
        return block

    def _read(self, number: int) -> Block:
        start, end = self._number(number), self._number(number + 1)
        if not start < end <= self._container.length("names"):
            raise Damaged("names")
        data = self._container.within("names", start, end - start)
        inside = data[_NUMBER:]
        if data[:_NUMBER] != _checksum(number, inside):
            raise Damaged("names")
        half = len(inside) // 2
        return memoryview(inside[:half]).cast("I"), memoryview(inside[half:]).cast("I")

    def _number(self, place: int) -> int:
        data = self._container.within("names", _NUMBER * place, _NUMBER)
        return int.from_bytes(data, "little")
