"""In which order to learn: what is central first, what is built on it after it.

A term is central when many definitions use it, above all those of terms that are central
themselves (PageRank; Page, Brin, Motwani, Winograd, 1999).
"""

from __future__ import annotations

from glossary_tui.errors import EntryUnreadable
from glossary_tui.glossary.records import Chosen
from glossary_tui.text.fold import singular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Entry

MOST_DEFINITIONS = 2000
"""Up to as many entries, their definitions are read; of a larger glossary, the links count alone."""
_FOLLOWED = 0.85
"""The chance that a reader who wanders from term to term goes on once more."""
_ROUNDS = 12
"""How often the standings are passed on: after these the order hardly changes."""
_LONGEST_TITLE = 8
"""Words of a title whose parts are looked up."""


def learning_order(glossary: Glossary, graph: LinkGraph) -> Sequence[Entry]:
    """Every entry once: the central ones first, and each after those that it is built on."""
    return Chosen(glossary.entries, learning_positions(glossary, graph))


def learning_positions(glossary: Glossary, graph: LinkGraph) -> list[int]:
    """The positions of the entries in the order in which they are best learnt.

    An entry is built on the terms that its Summary uses, and on those that its title contains
    (*learning rate* in *learning rate schedule*). Terms that are used as much as one another
    come in the order in which links make them central; so do all of a large glossary.
    """
    named = _rows(graph)
    bases = _parts_of_titles(glossary)
    by_link = centrality(named)
    if len(glossary) > MOST_DEFINITIONS:
        order = sorted(range(len(named)), key=lambda each: -by_link[each])
    else:
        used = _used(glossary)
        by_use = centrality(used)
        order = sorted(range(len(named)), key=lambda each: (-by_use[each], -by_link[each]))
        rank = {position: place for place, position in enumerate(order)}
        for position, row in enumerate(used):
            bases[position] += sorted(row, key=rank.__getitem__)
    return _after_bases(order, bases)


def _rows(graph: LinkGraph) -> list[Sequence[int]]:
    named = graph.adjacency
    return [named.row(position) for position in range(len(named.starts) - 1)]


def _used(glossary: Glossary) -> list[Sequence[int]]:
    """For each entry, the others that its Summary uses."""
    from glossary_tui.glossary.mentions import Mentions

    mentions = Mentions(glossary)
    found: list[Sequence[int]] = []
    for position, entry in enumerate(glossary):
        used = {
            glossary.position(mention.entries[0]): None
            for mention in mentions.find(_summary(entry))
            if len(mention.entries) == 1
        }
        used.pop(position, None)
        found.append(list(used))
    return found


def _summary(entry: Entry) -> str:
    try:
        return next((each.text for each in entry.sections if each.role == "summary"), "")
    except EntryUnreadable:
        return ""


def centrality(named: Sequence[Sequence[int]]) -> list[float]:
    """How central each vertex is whose arrows *named* lists; 1 on the average."""
    size = len(named)
    ranks = [1.0] * size
    for _ in range(_ROUNDS):
        passed = [0.0] * size
        lost = 0.0
        for rank, row in zip(ranks, named, strict=True):
            if row:
                share = rank / len(row)
                for target in row:
                    passed[target] += share
            else:
                lost += rank
        floor = 1 - _FOLLOWED + _FOLLOWED * lost / size
        ranks = [floor + _FOLLOWED * each for each in passed]
    return ranks


def _after_bases(order: Sequence[int], bases: Sequence[Sequence[int]]) -> list[int]:
    """*order*, in which each comes after its *bases*, as far as they do not go in a circle."""
    placed: dict[int, None] = {}
    for first in order:
        if first in placed:
            continue
        if not bases[first]:
            placed[first] = None
            continue
        path = [(first, iter(bases[first]))]
        opened = {first}
        while path:
            position, rest = path[-1]
            base = next((each for each in rest if each not in placed and each not in opened), None)
            if base is None:
                placed[position] = None
                path.pop()
            else:
                opened.add(base)
                path.append((base, iter(bases[base])))
    return list(placed)


def _parts_of_titles(glossary: Glossary) -> list[list[int]]:
    """For each entry, those whose whole title stands in its own as words."""
    by_title: dict[str, list[int]] = {}
    keys = list(map(singular, glossary.folded_titles))
    for position, key in enumerate(keys):
        by_title.setdefault(key, []).append(position)
    found: list[list[int]] = []
    for position, key in enumerate(keys):
        words = key.split(" ")[:_LONGEST_TITLE]
        parts = {
            part
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            for part in by_title.get(" ".join(words[start:end]), ())
            if keys[part] != key
        }
        found.append(sorted(parts - {position}))
    return found


def outward(glossary: Glossary, graph: LinkGraph, start: Entry) -> tuple[Entry, ...]:
    """*start*, its neighbours, their neighbours, and so on; of as many steps, central ones first.

    What no link leads to is left out.
    """
    central = centrality(_rows(graph))
    naming = graph.adjacency.transposed
    layer = [glossary.position(start)]
    found: dict[int, None] = dict.fromkeys(layer)
    while layer:
        near = {
            neighbour
            for each in layer
            for neighbour in (*graph.adjacency.row(each), *naming.row(each))
        }
        layer = sorted(near - found.keys(), key=lambda each: (-central[each], each))
        found.update(dict.fromkeys(layer))
    return tuple(glossary.entries[each] for each in found)
