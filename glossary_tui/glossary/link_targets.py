"""The links of entries followed: which entries they lead to, and which names would change that."""

from __future__ import annotations

from glossary_tui.glossary.names import hashed, name_key
from glossary_tui.text.fold import fold
from glossary_tui.text.path import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.glossary.names import NameIndex
    from glossary_tui.model import Entry, Link

_NOTHING = -1
_SETTLED: frozenset[int] = frozenset()


def every_target(glossary: Glossary, loose: set[int]) -> Iterator[list[int]]:
    """Of each entry of *glossary*, the positions of those that it names, in its author's order.

    To *loose* is added, for each link that may come to lead elsewhere, the hash of a name that
    would do it, shifted left by 32 bits, and the position of the entry.
    """
    names = glossary.names.in_memory() if not glossary.parts else None
    parts: dict[str, dict[str, tuple[int, frozenset[int]]]] = {}
    for position, entry in enumerate(glossary.entries):
        named: dict[int, None] = {}
        answers = parts.setdefault(glossary.part_of(entry), {})
        for link in entry.links:
            answer = answers.get(link.target)
            if answer is None:
                answer = answers[link.target] = _answer(glossary, link, entry, names)
            target, hashes = answer
            named[target] = None
            if hashes:
                loose.update([number << 32 | position for number in hashes])
        named.pop(_NOTHING, None)
        named.pop(position, None)
        yield list(named)


def targets_of(glossary: Glossary, position: int) -> list[int]:
    """The positions of the entries that the one at *position* names, in its author's order."""
    entry = glossary.entries[position]
    found = dict.fromkeys(_answer(glossary, link, entry, None)[0] for link in entry.links)
    return [target for target in found if target not in (position, _NOTHING)]


def _answer(
    glossary: Glossary, link: Link, entry: Entry, names: NameIndex | None
) -> tuple[int, frozenset[int]]:
    """What *link* of *entry* means, and the hashes of names that would change that.

    With the *names* of a glossary that is one, titles are looked up first.
    """
    if link.is_external:
        return _NOTHING, _SETTLED
    is_plain = "/" not in link.target and path_of(link.target) == link.target.strip()
    if is_plain and names is not None:
        place = _titled(glossary.folded_titles, names, fold(link.target))
        if place is not None:
            return place, _SETTLED
    found = glossary.resolve(link.target, entry)
    if found is None:
        return _NOTHING, _hashes_of(link.target)
    return glossary.position(found), _SETTLED if is_plain else _hashes_of(link.target)


def _titled(titles: Sequence[str], names: NameIndex, folded: str) -> int | None:
    """The position of the entry of a *folded* title, if no other entry may answer to that.

    So nearly every link is answered without looking at an entry. None where the rules decide.
    """
    places = names.of_name(folded)
    return places[0] if len(places) == 1 and titles[places[0]] == folded else None


def _hashes_of(target: str) -> frozenset[int]:
    """The hashes of every name that a link to *target* is looked up by."""
    path = path_of(target)
    names = [target, path]
    while "/" in path:
        path = path.partition("/")[2]
        names.append(path)
    return frozenset(hashed(name_key(fold(name))) for name in names)
