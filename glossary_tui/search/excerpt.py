"""The line of a body that answers a query, cut to what a list can show."""

from __future__ import annotations

import re
from unicodedata import normalize

from glossary_tui.search.forms import variants

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from glossary_tui.model import Section
    from glossary_tui.search.letters import Spans

    Marks = list[tuple[int, int, int]]

_BEFORE = 40
_WIDTH = 160
"""Letters of an excerpt, and how many of them stand before the first word that answers."""
_MOST_WORDS = 12
_FURNITURE = re.compile(r"^[^\S\n]*[#>*+-]+[^\S\n]+|\*\*|`|[^\S\n]+$", re.MULTILINE)
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_ASCII = bytes(range(128))
_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]")
"""What a list of lines has no use for: marks of Markdown, and the brackets of a wikilink."""


def readable(sections: Iterable[Section]) -> str:
    """The lines of a body as a list shows them, the references last."""
    ordered = sorted(sections, key=lambda section: section.role == "references")
    text = normalize("NFC", "\n".join([section.text for section in ordered]))
    return _FURNITURE.sub("", _LINK.sub(r"\1", text))


class Excerpts:
    """Finds the line that answers one query of folded words, in any number of texts."""

    def __init__(self, words: Sequence[str], *, begun: bool) -> None:
        chosen = [word for word in words if word][-_MOST_WORDS:]
        self._words = [
            _Word(word, begun=begun and number == len(chosen) - 1)
            for number, word in enumerate(chosen)
        ]

    def of(self, text: str, plain: str | None = None) -> tuple[str, Spans]:
        """The line of *text* that holds most of the words, or its first, and the letters that do.

        A long line is cut around its first such word. *plain* is what `plain_letters` makes of
        *text*, where somebody knows.
        """
        plain = plain_letters(text) if plain is None else plain
        if len(self._words) == 1:
            return _first_line(text, self._words[0].marks(plain))
        marks = sorted(
            (*mark, number) for number, word in enumerate(self._words) for mark in word.marks(plain)
        )
        return _best_line(text, marks, len(self._words))


class _Word:
    """A folded word in all its forms."""

    def __init__(self, word: str, *, begun: bool) -> None:
        self._apart = word.isascii()
        self._whole = self._apart and not begun
        by_letter: dict[str, list[str]] = {}
        for form in sorted(filter(None, {word, *variants(word)}), key=len, reverse=True):
            by_letter.setdefault(form[:1], []).append(form)
        self._forms = [(_shared_beginning(forms), forms) for forms in by_letter.values()]

    def marks(self, plain: str) -> Iterator[tuple[int, int]]:
        """Where the word stands: start and end."""
        if len(self._forms) == 1:
            return self._beginning(plain, *self._forms[0])
        return _separate(mark for forms in self._forms for mark in self._beginning(plain, *forms))

    def _beginning(self, plain: str, stem: str, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where those *forms* stand that begin with *stem*, which is found first."""
        at = plain.find(stem)
        while at >= 0:
            end = at + len(stem)
            if not (self._apart and at and plain[at - 1].isalnum()):
                for form in forms:
                    last = at + len(form)
                    if plain.startswith(form, at) and not (
                        self._whole and plain[last : last + 1].isalnum()
                    ):
                        yield at, last
                        end = last
                        break
            at = plain.find(stem, end)


def _separate(marks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """*marks* in their order, of those that overlap the first and longest."""
    end = 0
    for start, last in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if start >= end:
            yield start, last
            end = last


def _shared_beginning(forms: Sequence[str]) -> str:
    """The letters that every form begins with."""
    first, last = min(forms), max(forms)
    size = next((at for at, letter in enumerate(first) if letter != last[at]), len(first))
    return first[:size]


def plain_letters(text: str) -> str:
    """*text* in small letters without the accents of Latin letters, every letter in its place."""
    if text.isascii():
        return text.lower()
    raw = text.encode("utf-8", "surrogatepass")
    # All but a few letters of most texts are of ASCII: the few are looked at by themselves.
    rest = raw.translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if rest == rest.lower() and not _ACCENTED.search(rest):
        return raw.lower().decode("utf-8", "surrogatepass")
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join([small if len(small := each.lower()) == 1 else each for each in text])
    for letter in {*_ACCENTED.findall(rest.lower())}:
        lowered = lowered.replace(letter, normalize("NFD", letter)[0])
    return lowered


def _first_line(text: str, marks: Iterator[tuple[int, int]]) -> tuple[str, Spans]:
    """The line of *text* on which the first of *marks* stands; the first line where there is none."""
    first, last = next(marks, (0, 0))
    start = text.rfind("\n", 0, first) + 1
    end = text.find("\n", first)
    end = len(text) if end < 0 else end
    spans = [(first - start, min(last, end) - start)] if last else []
    for first, last in marks:  # one after the other, as far as the line goes
        if first >= end:
            break
        spans.append((first - start, min(last, end) - start))
    return _cut(text[start:end], tuple(spans))


def _best_line(text: str, marks: Marks, most: int) -> tuple[str, Spans]:
    """The first line of *text* that holds marks of the most words, of which there are *most*."""
    line = text.find("\n")
    best = (0, 0, line if line >= 0 else len(text))
    at = 0
    while at < len(marks) and best[0] < most:
        start = text.rfind("\n", 0, marks[at][0]) + 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        words = set()
        while at < len(marks) and marks[at][0] < end:
            words.add(marks[at][2])
            at += 1
        if len(words) > best[0]:
            best = (len(words), start, end)
    _, start, end = best
    spans: list[tuple[int, int]] = []
    for first, last, _ in marks:
        if first >= end:
            break
        if start <= first and (not spans or first - start >= spans[-1][1]):
            spans.append((first - start, min(last, end) - start))
    return _cut(text[start:end], tuple(spans))


def _cut(line: str, spans: Spans) -> tuple[str, Spans]:
    """*line* around its first span, at the ends of words, with its spans moved along."""
    if len(line) <= _WIDTH or not spans:
        return line[:_WIDTH], spans
    first, first_end = spans[0]
    start = 0
    if first > _BEFORE:
        space = line.find(" ", first - _BEFORE, first)
        start = first - _BEFORE if space < 0 else space + 1
    end = min(len(line), start + _WIDTH)
    space = line.rfind(" ", first_end, end)
    if end < len(line) and space > 0:
        end = space
    before, after = "…" * (start > 0), "…" * (end < len(line))
    moved = len(before) - start
    kept = [(at + moved, min(last, end) + moved) for at, last in spans if start <= at < end]
    return before + line[start:end] + after, tuple(kept)
