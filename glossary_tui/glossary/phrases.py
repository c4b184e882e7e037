"""The names of a glossary by their words: for texts so long that a table of them pays."""

from __future__ import annotations

from glossary_tui.glossary.spellings import names, word_spans
from glossary_tui.text.fold import fold
from glossary_tui.text.number import number_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.glossary.glossary import Glossary


class Phrases:
    """Where a text may name an entry, found in one pass over its words.

    The table is 4 MB for ten thousand names and made in a tenth of a second, so it is for a text
    that is explained and not for every entry that is read.
    """

    def __init__(self, glossary: Glossary) -> None:
        self._keys = _Keys()
        self._positions: dict[str, tuple[int, ...]] = {}
        """The entries with a name of each key; none for the beginning of a longer name."""
        table = self._positions
        for position, entry in enumerate(glossary.entries):
            for name in names(entry):
                key = " ".join([self._keys[name[start:end]] for start, end in word_spans(name)])
                here = table.get(key, ())
                if key and position not in here:
                    table[key] = (*here, position)
        for key in list(table):
            space = key.rfind(" ")
            while space > 0 and key[:space] not in table:
                table[key[:space]] = ()
                space = key.rfind(" ", 0, space)

    def places(self, text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        """Where a name may stand in *text*: start, end, and the positions of the entries."""
        table, keys = self._positions, self._keys
        spans = word_spans(text)
        words = [keys[text[start:end]] for start, end in spans]
        for first, key in enumerate(words):
            positions = table.get(key)
            last = first
            while positions is not None:
                if positions:
                    yield spans[first][0], spans[last][1], positions
                last += 1
                if last == len(words):
                    break
                key = f"{key} {words[last]}"  # noqa: PLW2901 # it grows by the word that follows
                positions = table.get(key)


class _Keys(dict[str, str]):
    """What all forms of a word share, by the word; what is not there yet is made."""

    def __missing__(self, word: str) -> str:
        key = self[word] = number_key(fold(word))
        return key
