"""The links of entries followed: which entries they lead to, and which names would change that."""

from __future__ import annotations

from glossary_tui.glossary.names import hashed, name_key
from glossary_tui.text.fold import fold
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Entry, Link

_NOTHING = -1
_SETTLED: frozenset[int] = frozenset()


def every_target(glossary: Glossary, loose: set[int]) -> Iterator[list[int]]:
    """Of each entry of *glossary*, the positions of those that it names, in its author's order.

    To *loose* is added, for each link that may come to lead elsewhere, the hash of a name that
    would do it, shifted left by 32 bits, and the position of the entry.
    """
    answers: dict[tuple[str, str], tuple[int, frozenset[int]]] = {}
    for position, entry in enumerate(glossary.entries):
        named: dict[int, None] = {}
        part = glossary.part_of(entry)
        for link in entry.links:
            answer = answers.get((part, link.target))
            if answer is None:
                answer = answers[part, link.target] = _answer(glossary, link, entry)
            target, hashes = answer
            if target not in (position, _NOTHING):
                named[target] = None
            for number in hashes:
                loose.add(number << 32 | position)
        yield list(named)


def targets_of(glossary: Glossary, position: int) -> list[int]:
    """The positions of the entries that the one at *position* names, in its author's order."""
    entry = glossary.entries[position]
    found = dict.fromkeys(_answer(glossary, link, entry)[0] for link in entry.links)
    return [target for target in found if target not in (position, _NOTHING)]


def _answer(glossary: Glossary, link: Link, entry: Entry) -> tuple[int, frozenset[int]]:
    """What *link* of *entry* means, and the hashes of names that would change that."""
    if link.is_external:
        return _NOTHING, _SETTLED
    found = glossary.resolve(link.target, entry)
    if found is None:
        return _NOTHING, _hashes_of(link.target)
    is_plain = "/" not in link.target and path_of(link.target) == link.target.strip()
    return glossary.position(found), _SETTLED if is_plain else _hashes_of(link.target)


def _hashes_of(target: str) -> frozenset[int]:
    """The hashes of every name that a link to *target* is looked up by."""
    path = path_of(target)
    names = [target, path]
    while "/" in path:
        path = path.partition("/")[2]
        names.append(path)
    return frozenset(hashed(name_key(fold(name))) for name in names)
