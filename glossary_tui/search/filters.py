"""The operators of a query as sets of entries."""

from __future__ import annotations

from functools import cached_property

from glossary_tui.text.fold import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array

    from glossary_tui.glossary import Glossary
    from glossary_tui.search.columns import Columns
    from glossary_tui.search.query import Query


class Filters:
    """Which entries of a glossary the operators of a query let through."""

    def __init__(self, glossary: Glossary, columns: Columns) -> None:
        self._glossary = glossary
        self._columns = columns

    def allowed(self, query: Query) -> set[int] | None:
        """The positions that are let through, None for all.

        In a query of the bodies it is the bodies that hold exact words, or must not hold some.
        """
        kept: list[set[int]] = [self._tagged(tag) for tag in query.tags]
        kept += [self._beginning(text) for text in query.beginnings]
        out = [self._tagged(tag) for tag in query.without_tags]
        if not query.in_text:
            kept += [self._holding(phrase) for phrase in query.phrases]
            out += [self._holding(text) for text in query.without]
        if not kept and not out:
            return None
        allowed = set.intersection(*kept) if kept else set(range(len(self._glossary)))
        return allowed.difference(*out)

    @cached_property
    def _tags(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for tag, positions in self._glossary.tagged.items():
            found.setdefault(fold(tag), []).extend(positions)
        return found

    def _tagged(self, wanted: str) -> set[int]:
        """The entries of a tag; where no tag is called so, of those with a word that begins so."""
        if wanted in self._tags:
            return set(self._tags[wanted])
        begun = [places for tag, places in self._tags.items() if f" {wanted}" in f" {tag}"]
        return set().union(*begun)

    def _positions(self, names: array[int] | list[int]) -> set[int]:
        entry = self._columns.entry
        return {entry[name] for name in names}

    def _beginning(self, text: str) -> set[int]:
        columns = self._columns
        names = columns.joined.beginning(text.replace(" ", ""))
        return self._positions([n for n in names if columns.text(n).startswith(text)])

    def _holding(self, phrase: str) -> set[int]:
        """The entries that hold these words one after the other, the last one perhaps unfinished.

        A phrase that ends in a space has a whole last word.
        """
        columns = self._columns
        words = phrase.split()
        if len(words) < 2:
            return self._positions(self._names_with(words[0], begun=phrase[-1] != " "))
        begun = phrase[-1] != " "
        last = len(words) - 1
        choices: list[array[int]] = [
            self._names_with(word, begun=begun and number == last)
            for number, word in enumerate(words)
        ]
        fewest = min(range(len(choices)), key=lambda number: len(choices[number]))
        wanted = " " + (phrase if begun else phrase.rstrip() + " ")
        return self._positions(
            [n for n in set(choices[fewest]) if wanted in f" {columns.text(n)} "]
        )

    def _names_with(self, word: str, *, begun: bool) -> array[int]:
        """The names that hold *word*, or, where it is only begun, a word that begins so."""
        columns = self._columns
        if begun:
            return columns.names_with(*columns.words_beginning(word))
        index = columns.word(word)
        return columns.names_with(0, 0) if index is None else columns.names_with(index, index + 1)
