"""What is wrong with a glossary as a whole: its links, its names, its views.

What is wrong with a single file, the reader has said. docs/writing.md explains each code.
"""

from __future__ import annotations

import os

from glossary_tui.glossary.findings import finding
from glossary_tui.text.clean import clean_line
from glossary_tui.text.fold import fold
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Diagnostic, Entry, Link

_ENTRY_ENDINGS = ("", ".md", ".markdown", ".html", ".htm")
"""Endings of targets that may be entries; a link to a picture or an archive is none."""


def check(
    glossary: Glossary, graph: LinkGraph, headings: Mapping[str, Iterable[str]] | None = None
) -> list[Diagnostic]:
    """Everything that is wrong with *glossary*, in the order of files and lines.

    Reads every file: *headings* are the person's own, by role.
    """
    from glossary_tui.glossary.views import check_views

    found = [*_links(glossary), *_orphans(glossary, graph), *_clashes(glossary)]
    found += check_views(glossary, headings)
    return sorted(found, key=lambda each: (each.path, each.line, each.code))


def _links(glossary: Glossary) -> Iterator[Diagnostic]:
    nearest = Nearest(glossary)
    answers: dict[tuple[str, str], tuple[Entry, ...]] = {}
    for entry in glossary:
        listed: set[str] = set()
        part = glossary.part_of(entry)
        for link in entry.links:
            if link.is_external:
                continue
            candidates = answers.get((part, link.target))
            if candidates is None:
                candidates = glossary.candidates(link.target, entry)
                answers[part, link.target] = candidates
            if not candidates:
                yield from _dangling(entry, link, nearest)
            elif len(candidates) > 1:
                yield _ambiguous(entry, link, candidates)
            elif link.origin != "text":
                yield from _repeated(entry, link, candidates[0], listed)


def _dangling(entry: Entry, link: Link, nearest: Nearest) -> Iterator[Diagnostic]:
    shown = clean_line(link.target)
    if not _may_be_entry(entry, link):
        return
    near = nearest.to(link.target)
    hint = f"; the nearest is “{near}”" if near else ""
    if link.origin == "text":
        message = f"The link to “{shown}” leads to no entry{hint}."
        yield finding("G101", entry.path, link.line, message)
    else:
        message = f"The related term “{shown}” has no entry{hint}."
        yield finding("G102", entry.path, link.line, message)


def _may_be_entry(entry: Entry, link: Link) -> bool:
    """Whether *link* is meant for an entry, and not for another file of the same folder or site."""
    target = link.target.partition("#")[0].partition("?")[0]
    ending = os.path.splitext(target)[1].lower() if link.origin == "text" else ""
    if ending not in _ENTRY_ENDINGS and " " not in ending:
        return ending[1:].isdigit()
    beside = os.path.join(os.path.dirname(entry.path), target)
    return not ("/" in target and target[0] != "/" and os.path.exists(beside))


def _ambiguous(entry: Entry, link: Link, candidates: Iterable[Entry]) -> Diagnostic:
    names = ", ".join(f"{each.title} ({each.id})" for each in candidates)
    message = f"“{clean_line(link.target)}” may mean several entries: {names}."
    return finding("G103", entry.path, link.line, message)


def _repeated(entry: Entry, link: Link, target: Entry, listed: set[str]) -> Iterator[Diagnostic]:
    if target.id == entry.id:
        message = f"The entry is among its own related terms: “{clean_line(link.text)}”."
        yield finding("G111", entry.path, link.line, message)
    elif target.id in listed and link.origin == "related":
        message = f"The related term “{clean_line(link.text)}” is named before."
        yield finding("G110", entry.path, link.line, message)
    if link.origin == "related":
        listed.add(target.id)


def _orphans(glossary: Glossary, graph: LinkGraph) -> Iterator[Diagnostic]:
    """The entries that no other one names, in a glossary whose entries do name one another."""
    if not any(entry.links for entry in glossary):
        return
    for position, entry in enumerate(glossary):
        if not graph.times_named(position):
            yield finding("G104", entry.path, 1, f"No other entry names “{entry.title}”.")


def _clashes(glossary: Glossary) -> Iterator[Diagnostic]:
    """Names that two entries of one glossary have: said where the name is an alias, or of each."""
    owners: dict[tuple[str, str], dict[str, Entry]] = {}
    for entry in glossary:
        for name in (entry.title, *entry.aliases):
            found = owners.setdefault((glossary.part_of(entry), fold(name)), {})
            found[entry.id] = entry
    for (_, folded), entries in owners.items():
        if len(entries) < 2:
            continue
        titled = [each for each in entries.values() if fold(each.title) == folded]
        for entry in entries.values():
            if entry in titled and len(titled) == 1:
                continue
            others = ", ".join(each.id for each in entries.values() if each.id != entry.id)
            names = (entry.title, *entry.aliases)
            name = next(each for each in names if fold(each) == folded)
            message = f"“{name}” also names {others}."
            yield finding("G105", entry.path, _line_of(entry, name), message)


def _line_of(entry: Entry, name: str) -> int:
    """The first line of the file that holds *name*, or 1."""
    try:
        with open(entry.path, encoding="utf-8", errors="replace") as file:
            return next((number for number, line in enumerate(file, 1) if name in line), 1)
    except OSError:
        return 1


class Nearest:
    """The names of a glossary, asked which of them was meant."""

    def __init__(self, glossary: Glossary) -> None:
        names: dict[str, str] = {}
        for entry in glossary:
            for name in (entry.title, *entry.aliases):
                names.setdefault(fold(name), name)
        self._names = names
        self._folded = list(names)
        self._answers: dict[str, str] = {}

    def to(self, target: str) -> str:
        """The name that the fewest slips turn into *target*, else the shortest that begins so.

        '' where there is none.
        """
        folded = fold(target) if " " in target else fold(path_of(target).rpartition("/")[2])
        if folded not in self._answers:
            self._answers[folded] = self._find(folded)
        return self._answers[folded]

    def _find(self, folded: str) -> str:
        from glossary_tui.text.distance import within

        most = min(len(folded) // 4, 3)
        found = within(folded, self._folded, most) if most else []
        if found:
            return self._names[self._folded[found[0][0]]]
        longer = [name for name in self._folded if name.startswith(folded)] if most else []
        return self._names[min(longer, key=len)] if longer else ""
