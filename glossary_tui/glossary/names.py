"""Names of entries, and what finds the entries that may answer to one.

A *key* is shared by all forms of a name: number, joined or split words; by some other names too,
which the glossary's own rules tell apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from sys import byteorder

from glossary_tui.model.entry import acronym_of
from glossary_tui.model.record import NamedTuple
from glossary_tui.text.fold import folded_words, plain_words, singular
from glossary_tui.text.pattern import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from glossary_tui.model import Entry

    Named = tuple[str, str, Sequence[str], Sequence[str]]
    """An entry's title, its id in its own glossary, its aliases and its old paths."""

_new = tuple.__new__
"""Makes a record at half of what its own constructor costs."""
_PRIME = 4_294_967_291
"""The largest prime of 32 bits. A remainder needs no import, and is the same in every process."""
_SPREAD = 2_654_435_769
"""2³² over the golden ratio: what is alike at the end gets numbers far apart (Knuth 1973, 6.4)."""
_PARENTHESIS = pattern(r"\s*[(（]([^()（）]*)[)）]\s*")


def hashed(text: str) -> int:
    """A number of 32 bits for *text*, today and tomorrow."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(data, "little") * _SPREAD % _PRIME


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
        if word.isdigit():
            return word
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
    names = _names(entry.title, own or entry.id, entry.aliases, entry.old_paths)
    return tuple(dict.fromkeys(filter(None, map(" ".join, folded_words(names)))))


class Called(NamedTuple):
    """What an entry is called, as an index wants it."""

    folded_title: str
    hashes: set[int]
    """Those of the keys of its names."""


def called(entries: Iterable[Named], stems: Stems) -> list[Called]:
    """What each of *entries* is called: of many at once that costs less."""
    named = [_names(*entry) for entry in entries]
    words = plain_words([name for names in named for name in names])
    if words is None:
        words = [each for names in named for each in folded_words(names)]
    stem = stems.__getitem__
    keys = ["".join(map(stem, each)) for each in words]
    try:
        # As `hashed` does, which need not be called for each of very many.
        numbers = [int.from_bytes(key.encode(), "little") * _SPREAD % _PRIME for key in keys]
    except UnicodeEncodeError:
        numbers = list(map(hashed, keys))
    found, first = [], 0
    for names in named:
        last = first + len(names)
        found.append(_new(Called, (" ".join(words[first]), set(numbers[first:last]))))
        first = last
    return found


def _names(title: str, own: str, aliases: Sequence[str], old_paths: Sequence[str]) -> list[str]:
    """The names of an entry, the title first; some may be the same."""
    names = [title, *aliases, own, *old_paths]
    if "/" in own:
        names.append(own.rpartition("/")[2])
    if "(" in title or "（" in title:
        names += _parts(title)
    return names


def _parts(title: str) -> list[str]:
    """The title without its parentheses, and an acronym in the first of them."""
    inside = _PARENTHESIS.search(title)
    if not inside:
        return []
    without = _PARENTHESIS.sub(" ", title)
    return [without, inside[1]] if acronym_of(title) else [without]


def mark_of(entry_id: str, title: str, aliases: Iterable[str]) -> int:
    """A number that entries of other names do not have."""
    from zlib import crc32

    names = "\n".join((entry_id, title, *aliases))
    try:
        return crc32(names.encode())
    except UnicodeEncodeError:
        return crc32(names.encode("utf-8", "surrogatepass"))


def common_mark(marks: Sequence[int]) -> int:
    """One number for those of many."""
    from array import array
    from zlib import crc32

    return crc32(array("I", marks).tobytes())


class NameIndex:
    """The positions of entries by the hashes of their keys: two columns, sorted together."""

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
        pairs: list[int] = []
        stems = Stems()
        for position, entry in enumerate(entries):
            own = own_id(entry, prefixed=prefixed)
            (found,) = called([(entry.title, own, entry.aliases, entry.old_paths)], stems)
            pairs += [hash_ << 32 | position for hash_ in found.hashes]
        pairs.sort()
        return cls.of_pairs(pairs)

    @classmethod
    def of_pairs(cls, pairs: Sequence[int]) -> NameIndex:
        """The index of sorted *pairs*: a hash in the upper 32 bits, a position in the lower."""
        from array import array

        numbers = memoryview(array("Q", pairs).tobytes()).cast("I")
        high = 1 if byteorder == "little" else 0
        return cls(array("I", numbers[high::2]), array("I", numbers[1 - high :: 2]))

    def in_memory(self) -> NameIndex:
        """The same, for whoever is going to look up very many names."""
        return self

    def of_name(self, folded: str) -> Sequence[int]:
        """Positions, in order, among which are all that answer to a *folded* name."""
        return self.of_hash(hashed(name_key(folded)))

    def of_hash(self, number: int) -> Sequence[int]:
        """The positions that a hash leads to."""
        first = bisect_left(self.hashes, number)
        return self.positions[first : bisect_right(self.hashes, number, first)]
