"""What is mechanical to mend: a slip of the keyboard in a link, a related term named twice.

Nothing is mended that takes a decision: a missing entry, two that share a name, a text.
"""

from __future__ import annotations

import re

from glossary_tui.glossary.pointing import pointing
from glossary_tui.glossary.rewriting import Change, Unchangeable, as_entry, opened, rewritten
from glossary_tui.model.record import NamedTuple
from glossary_tui.reader.body import Roles
from glossary_tui.reader.occurrences import occurrences
from glossary_tui.reader.source import Edit, Source
from glossary_tui.text.fold import fold, singular
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry, Link
    from glossary_tui.reader.occurrences import Occurrence

SHORTEST = 8
"""Letters below which a name that is one slip away may well be another name."""
_BULLET_LINE = re.compile(r"[ \t>]*[-*+][ \t]+\S[^\n]*(?:\n|\Z)")
_BEFORE = re.compile(r"\s*[,;][ \t]*\Z")
_AFTER = re.compile(r"[ \t]*[,;]\s*")


class Fix(NamedTuple):
    """Something that is mended."""

    code: str
    """The diagnostic that goes away."""
    path: str
    line: int
    message: str
    """What is done."""


class Fixes(NamedTuple):
    """What can be mended in a glossary, not done yet."""

    changes: tuple[Change, ...]
    """The files that it changes."""
    fixes: tuple[Fix, ...]
    """What it does, in the order of the files."""


def plan_fixes(glossary: Glossary, headings: Mapping[str, Iterable[str]] | None = None) -> Fixes:
    """Everything mechanical that can be mended, each file read again as it would be.

    A file that cannot be changed without losing something is left as it is. *headings* are the
    person's own.
    """
    fixer = _Fixer(glossary, Roles(headings))
    changes = [change for entry in glossary for change in fixer.mended(entry)]
    return Fixes(tuple(changes), tuple(fixer.fixes))


class _Fixer:
    """Mending in progress."""

    def __init__(self, glossary: Glossary, roles: Roles) -> None:
        self.fixes: list[Fix] = []
        self._glossary = glossary
        self._roles = roles
        self._slips = Slips(glossary)

    def mended(self, entry: Entry) -> list[Change]:
        """The change of the file of *entry*, if anything in it can be mended."""
        if not any(self._wrong(entry, entry.links)):
            return []
        try:
            data, source = opened(entry.path)
        except Unchangeable:
            return []
        passed: set[int] = set()
        while True:
            here = as_entry(source.document, entry, self._roles)
            wrong = self._wrong(here, here.links)
            at = next((at for at, fix in enumerate(wrong) if fix and at not in passed), -1)
            if at < 0:
                break
            after = self._without(source, here, at, wrong[at])
            if after is None:
                passed.add(at)
            else:
                self.fixes.append(_fix(here, here.links[at], wrong[at]))
                source = Source(after)
        after = source.edited([])
        return [Change(entry.path, entry.path, data, after)] if after != data else []

    def _wrong(self, entry: Entry, links: Iterable[Link]) -> list[Entry | str]:
        """Of each link what is wrong: the code of one that is to go, the entry that is meant, ''."""
        found: list[Entry | str] = []
        listed: set[str] = set()
        for link in links:
            wrong: Entry | str = ""
            meant = () if link.is_external else self._glossary.candidates(link.target, entry)
            if not meant and not link.is_external:
                wrong = self._slips.meant(link.target, entry) or ""
            elif len(meant) == 1 and link.origin != "text":
                wrong = "G111" if meant[0].id == entry.id else ""
                if link.origin == "related":
                    wrong = wrong or ("G110" if meant[0].id in listed else "")
                    listed.add(meant[0].id)
            found.append(wrong)
        return found

    def _without(self, source: Source, here: Entry, at: int, wrong: Entry | str) -> bytes | None:
        """The file without what is wrong with its link of this number; None if that is not clear."""
        link = here.links[at]
        same = [number for number, each in enumerate(here.links) if each.target == link.target]
        places = [
            each for each in occurrences(source.document, here.links) if each.target == link.target
        ]
        if len(places) != len(same):
            return None
        place = _in_order(here.links, same, places, at)
        gone = isinstance(wrong, str)
        edit = _removal(source.text, place) if gone else _mending(source.text, place, wrong)
        if edit is None:
            return None
        targets = [each.target for each in here.links]
        rest = [*targets[:at], *targets[at + 1 :]]

        def accepts(found: Entry) -> bool:
            now = [each.target for each in found.links]
            if (found.title, found.aliases, found.tags) != (here.title, here.aliases, here.tags):
                return False
            if gone:
                return now == rest
            others = [*now[:at], *now[at + 1 :]]
            return others == rest and self._glossary.resolve(now[at], here) == wrong

        try:
            return rewritten(source, [edit], here, self._roles, accepts)
        except Unchangeable:
            return None


def _mending(text: str, place: Occurrence, meant: Entry | str) -> Edit | None:
    return None if isinstance(meant, str) else pointing(place, text, meant)


def _in_order(
    links: tuple[Link, ...], same: list[int], places: list[Occurrence], at: int
) -> Occurrence:
    """Which of *places* is that of the link *at*: the *same* links by the lines they stand on."""
    by_place = sorted(same, key=lambda number: (links[number].line, number))
    return places[by_place.index(at)]


def _removal(text: str, place: Occurrence) -> Edit | None:
    """What takes a term out of a list: with its line, or with a separator beside it."""
    start, end = place.around if place.kind in ("path", "wiki", "argument") else place[:2]
    begin = text.rfind("\n", 0, start) + 1
    line = _BULLET_LINE.match(text, begin)
    stop = text.find("\n", end)
    if line and not re.search(
        r"[^\W_]", text[begin:start] + text[end : stop if stop >= 0 else None]
    ):
        return Edit(begin, line.end(), "")
    while start and end < len(text) and text[start - 1] == text[end] and text[end] in "\"'*_`":
        start, end = start - 1, end + 1
    before = _BEFORE.search(text, begin, start)
    if before:
        return Edit(before.start(), end, "")
    after = _AFTER.match(text, end)
    return Edit(start, after.end(), "") if after else None


def _fix(entry: Entry, link: Link, wrong: Entry | str) -> Fix:
    if not isinstance(wrong, str):
        code = "G101" if link.origin == "text" else "G102"
        return Fix(code, entry.path, link.line, f"“{link.target}” is now “{wrong.title}”.")
    reason = "its own entry" if wrong == "G111" else "named before"
    return Fix(wrong, entry.path, link.line, f"“{link.text}” is left out: {reason}.")


class Slips:
    """The names of a glossary, asked which of them was meant by one with a letter wrong."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._names: dict[str, set[str]] = {}
        for entry in glossary:
            for name in (entry.title, *entry.aliases):
                self._names.setdefault(fold(name), set()).add(entry.id)
        self._folded = [name for name in self._names if len(name) >= SHORTEST - 1]
        self._words = {singular(word) for name in self._names for word in name.split()}

    def meant(self, target: str, near: Entry) -> Entry | None:
        """The one entry, not *near*, a name of which is a single slip away from *target*.

        Neither the first letter nor a digit may be the slip, and the word that it is in must be
        no word of the glossary: *bagging* is not *tagging*, *L1* not *L2*.
        """
        from glossary_tui.text.distance import within

        folded = fold(target) if " " in target else fold(path_of(target).rpartition("/")[2])
        if len(folded) < SHORTEST:
            return None
        close = [self._folded[index] for index, _ in within(folded, self._folded, 1)]
        ids = {entry_id for name in close for entry_id in self._names[name]}
        if len(ids) != 1 or not self._is_slip(folded, close[0]):
            return None
        (entry_id,) = ids
        return self._glossary.by_id(entry_id) if entry_id != near.id else None

    def _is_slip(self, folded: str, name: str) -> bool:
        if folded[0] != name[0] or [*filter(str.isdigit, folded)] != [*filter(str.isdigit, name)]:
            return False
        odd = [word for word in folded.split() if word not in name.split()]
        return all(singular(word) not in self._words for word in odd)
