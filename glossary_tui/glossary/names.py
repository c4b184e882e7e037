"""Names of entries, and what finds the entries that may answer to one.

A *key* is shared by all forms of a name: number, joined or split words; by some other names too,
which the glossary's own rules tell apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from glossary_tui.model.record import NamedTuple
from glossary_tui.text.fold import fold, singular
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary_tui.model import Entry

_PRIME = 4_294_967_291
"""The largest prime of 32 bits. A remainder needs no import, and is the same in every process."""
_SPREAD = 2_654_435_769
"""2³² over the golden ratio: what is alike at the end gets numbers far apart (Knuth 1973, 6.4)."""
_PARENTHESIS = pattern(r"\s*[(（]([^()（）]*)[)）]\s*")
_ID_MARK = "\0"
"""What a key never begins with: so ids, which are found as they are, stand among the keys."""


def hashed(text: str) -> int:
    """A number of 32 bits for *text*, today and tomorrow."""
    number = int.from_bytes(text.encode("utf-8", "surrogatepass"), "little")
    return number % _PRIME * _SPREAD % _PRIME


class Run(NamedTuple):
    """A text as numbers, of which those of a longer one are made without reading it again."""

    number: int
    """Its bytes, the first one the lowest, as a remainder."""
    power: int
    """What the bytes that come next are worth."""


NO_LETTERS = Run(0, 1)


def run_of(text: str) -> Run:
    """The numbers of *text*."""
    data = text.encode("utf-8", "surrogatepass")
    return Run(int.from_bytes(data, "little") % _PRIME, pow(256, len(data), _PRIME))


def joined(run: Run, other: Run) -> Run:
    """The numbers of both texts, one after the other."""
    return Run((run.number + run.power * other.number) % _PRIME, run.power * other.power % _PRIME)


def hash_of(run: Run) -> int:
    """`hashed` of the text that *run* is of."""
    return run.number * _SPREAD % _PRIME


def name_key(folded: str) -> str:
    """The key of a *folded* name."""
    return singular(folded).replace(" ", "").replace("e", "")


class Stems(dict[str, str]):
    """What becomes of each word in a key: most words of a name have been met before."""

    def __missing__(self, word: str) -> str:
        stem = self[word] = name_key(word)
        return stem

    def key_of(self, folded: str) -> str:
        """The `name_key` of a *folded* name."""
        return "".join(map(self.__getitem__, folded.split(" ")))


def own_id(entry: Entry, *, prefixed: bool) -> str:
    """The id of *entry* in its own glossary, whose name goes before it if it is *prefixed*."""
    return entry.id.partition("/")[2] if prefixed else entry.id


def folded_names(entry: Entry, own: str = "") -> tuple[str, ...]:
    """Every folded name that leads to *entry*: title, parts of the title, aliases, id, old paths.

    *own* is its id in its own glossary, if that is another.
    """
    title, entry_id = entry.title, own or entry.id
    names = [title, *entry.aliases, entry_id, *entry.old_paths]
    if "/" in entry_id:
        names.append(entry.stem)
    if "(" in title or "（" in title:
        names += _parts(entry)
    return tuple(dict.fromkeys(filter(None, map(fold, names))))


def _parts(entry: Entry) -> list[str]:
    """The title without its parentheses, and an acronym in the first of them."""
    inside = _PARENTHESIS.search(entry.title)
    if not inside:
        return []
    without = _PARENTHESIS.sub(" ", entry.title)
    return [without, inside[1]] if entry.acronym else [without]


class NameIndex:
    """The positions of entries by the hashes of their keys and ids: two columns, sorted together."""

    def __init__(self, hashes: Sequence[int], positions: Sequence[int]) -> None:
        self.hashes = hashes
        """The hashes in rising order, some more than once."""
        self.positions = positions
        """The position that each hash leads to, rising where hashes are the same."""

    @classmethod
    def of(cls, entries: Iterable[Entry], *, prefixed: bool = False) -> NameIndex:
        """The index of *entries*, whose positions are their places.

        Ids that are *prefixed* with the names of several glossaries are found without it too.
        """
        from array import array

        pairs = []
        key_of = Stems().key_of
        for position, entry in enumerate(entries):
            names = folded_names(entry, own_id(entry, prefixed=prefixed))
            found = set(map(hashed, map(key_of, names)))
            found.add(hashed(_ID_MARK + entry.id))
            pairs += [hash_ << 32 | position for hash_ in found]
        pairs.sort()
        return cls(
            array("I", [pair >> 32 for pair in pairs]),
            array("I", [pair & 0xFFFF_FFFF for pair in pairs]),
        )

    def of_name(self, folded: str) -> Sequence[int]:
        """Positions, in order, among which are all that answer to a *folded* name."""
        return self.of_hash(hashed(name_key(folded)))

    def of_id(self, entry_id: str) -> Sequence[int]:
        """Positions among which is that of the entry of this id."""
        return self.of_hash(hashed(_ID_MARK + entry_id))

    def of_hash(self, number: int) -> Sequence[int]:
        """The positions that a hash leads to."""
        first = bisect_left(self.hashes, number)
        return self.positions[first : bisect_right(self.hashes, number, first)]
