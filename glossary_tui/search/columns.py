"""The index: every name of every entry, as columns of numbers and joined text.

A *name* is known by its number. Names are numbered by how well they answer where nothing else
tells them apart: fewer words first, then fewer letters, then the order of the glossary. So the
smallest numbers of a set are its best answers.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat

from glossary_tui.search.forms import skeletons
from glossary_tui.search.names import ALIAS, SMALL_WORDS, TITLE, large_initials, names_of
from glossary_tui.search.sorted_text import AFTER, SortedTexts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from glossary_tui.glossary import Glossary
    from glossary_tui.model import Entry

    Numbers = array[int]

_NUMBERS = ("kind", "entry", "starts", "sequence", "postings", "posting_starts")
_TEXTS = ("joined", "skeletons", "initials")
_CHUNK = 16_384
"""How many names are split into words at once: what bounds the memory that building needs."""


class Columns:
    """The columns of a glossary's names: some 100 bytes a name, and no object for any of them."""

    def __init__(self, glossary: Glossary) -> None:
        texts, kinds, positions, hyphened = _gather(glossary)
        weights = [(text.count(" ") << 32) + len(text) for text in texts]
        order = sorted(range(len(texts)), key=weights.__getitem__)
        texts = [texts[row] for row in order]
        self.kind = array("i", map(kinds.__getitem__, order))
        """What each name is: see `names`."""
        self.entry = array("i", map(positions.__getitem__, order))
        """The position in the glossary of each name's entry."""
        sizes = [(weights[row] >> 32) + 1 for row in order]
        self.starts = array("i", accumulate(sizes, initial=0))
        """Where each name begins in `sequence`; one more, after the last."""
        del weights, order, kinds, positions
        self.joined = SortedTexts([text.replace(" ", "") for text in texts], range(len(texts)))
        """The names with nothing between their words."""
        vocabulary: set[str] = set()
        kept = list(_chunks(texts)) if len(texts) <= _CHUNK else None
        for chunk in kept or _chunks(texts):
            vocabulary.update(chunk)
        self.words = sorted(vocabulary)
        """Every word of every name, in alphabetical order: a word is known by its index here."""
        ids = dict(zip(self.words, range(len(self.words)), strict=True))
        self.sequence = array("i")
        """The words of each name in their order, one name after the other."""
        for chunk in kept or _chunks(texts):
            self.sequence.fromlist(list(map(ids.__getitem__, chunk)))
        lists: list[list[int]] = [[] for _ in self.words]
        owners = chain.from_iterable(map(repeat, range(len(texts)), sizes))
        for owner, word in zip(owners, self.sequence, strict=True):
            lists[word].append(owner)
        self.postings = array("i", chain.from_iterable(lists))
        """The names that hold each word, the best first, one word after the other."""
        self.posting_starts = array("i", accumulate(map(len, lists), initial=0))
        """Where the names of each word begin in `postings`; one more, after the last."""
        del lists, sizes, ids, kept, texts
        self.initials = self._initials(hyphened)
        """The initials of the names of several words."""

    @cached_property
    def skeletons(self) -> SortedTexts:
        """The skeletons of the joined names: made when the first word is misspelt or shortened."""
        texts = skeletons(self.joined.text).split("\n") if len(self) else []
        return SortedTexts(texts, self.joined.numbers)

    def _initials(self, hyphened: Mapping[int, str]) -> SortedTexts:
        """Of every word; without small words; and *hyphened* words of titles counted as one."""
        firsts = [word[:1] for word in self.words]
        letters = "".join(map(firsts.__getitem__, self.sequence))
        starts = self.starts
        several = bisect_left(range(len(self)), 2, key=self.size)
        owners = list(range(several, len(self)))
        bounds = starts[several:].tolist()
        texts = [letters[first:last] for first, last in pairwise(bounds)]
        small = [index for word in SMALL_WORDS if (index := self.word(word)) is not None]
        with_small = {name for word in small for name in self.names_with(word, word + 1)}
        for word in small:
            firsts[word] = ""
        begun = sorted(name for name in with_small if name >= several)
        texts += ["".join(map(firsts.__getitem__, self.words_of(name))) for name in begun]
        owners += begun
        owned = zip(self.entry[several:], range(several, len(self)), strict=True)
        for position, name in [pair for pair in owned if pair[0] in hyphened]:
            if self.kind[name] < ALIAS:
                written = hyphened[position].lower().split()
                compounds = [word for word in written if word[0].isalnum()]
                texts += ("".join([word[0] for word in compounds]), large_initials(compounds))
                owners += (name, name)
        return SortedTexts(texts, owners)

    def stored(self, glossary: Glossary) -> tuple[object, ...]:
        """The columns as bytes and text, with a mark of the titles that they are of."""
        numbers = [getattr(self, name).tobytes() for name in _NUMBERS]
        texts = [part for name in _TEXTS for part in getattr(self, name).stored()]
        return (glossary.mark, "\n".join(self.words), *numbers, *texts)

    @classmethod
    def restored(cls, stored: tuple[Any, ...], glossary: Glossary) -> Columns | None:
        """The columns that `stored` gave, or None if they are of other titles or cut short."""
        columns = cls.__new__(cls)
        try:
            mark, words, *rest = stored
            if mark != glossary.mark:
                return None
            columns.words = words.split("\n") if words else []
            for name, raw in zip(_NUMBERS, rest, strict=False):
                numbers = array("i")
                numbers.frombytes(raw)
                setattr(columns, name, numbers)
            parts = iter(rest[len(_NUMBERS) :])
            for name in _TEXTS:
                setattr(columns, name, SortedTexts.restored(next(parts), next(parts), next(parts)))
        except (ValueError, TypeError, AttributeError, StopIteration):
            return None
        return columns

    def __len__(self) -> int:
        return len(self.entry)

    def written(self, entry: Entry, name: int) -> str:
        """The title or alias, as its author wrote it, that a name of *entry* is or is a part of."""
        kind = self.kind[name]
        if ALIAS <= kind < ALIAS + len(entry.aliases):
            return entry.aliases[kind - ALIAS]
        return entry.title

    def size(self, name: int) -> int:
        """How many words a name has."""
        return self.starts[name + 1] - self.starts[name]

    def words_of(self, name: int) -> Numbers:
        """The words of a name, in order."""
        return self.sequence[self.starts[name] : self.starts[name + 1]]

    def text(self, name: int) -> str:
        """A name, folded."""
        own = self.sequence[self.starts[name] : self.starts[name + 1]]
        return " ".join(map(self.words.__getitem__, own))

    def word(self, text: str) -> int | None:
        """The index of a word, or None."""
        index = bisect_left(self.words, text)
        return index if index < len(self.words) and self.words[index] == text else None

    def words_beginning(self, prefix: str) -> tuple[int, int]:
        """The words that begin with *prefix*: the first, and the one after the last."""
        first = bisect_left(self.words, prefix)
        return first, bisect_left(self.words, prefix + AFTER, first)

    def names_with(self, first: int, last: int) -> Numbers:
        """The names that hold any of the words from *first* to before *last*.

        Sorted for one word; for more, one word's names after the other's, some more than once.
        """
        return self.postings[self.posting_starts[first] : self.posting_starts[last]]


def _chunks(texts: list[str]) -> Iterator[list[str]]:
    """The words of the texts, in lists of a bounded size."""
    for first in range(0, len(texts), _CHUNK):
        yield " ".join(texts[first : first + _CHUNK]).split(" ")


def _gather(glossary: Glossary) -> tuple[list[str], list[int], list[int], dict[int, str]]:
    """Every name: its folded text, what it is, and whose it is.

    Titles that are an entry's only name come first, then the rest, both in the glossary's order.
    With them come the titles with hyphens, by position.
    """
    titles = glossary.folded_titles
    joined = "".join(titles)
    is_odd = "  " in joined or not joined.isprintable()
    plain: list[int] = []
    texts: list[str] = []
    kinds: list[int] = []
    positions: list[int] = []
    hyphened: dict[int, str] = {}
    for position, entry in enumerate(glossary.entries):
        title = entry.title
        if "-" in title:
            hyphened[position] = title
        if (
            entry.aliases
            or "(" in title
            or "[" in title
            or not title.isascii()
            or (is_odd and not titles[position][:1].isalnum())
        ):
            names = names_of(title, titles[position], entry.aliases)
            texts += names
            kinds += names.values()
            positions += [position] * len(names)
        else:
            plain.append(position)
    texts[:0] = [titles[position] for position in plain]
    kinds[:0] = [TITLE] * len(plain)
    return texts, kinds, plain + positions, hyphened
