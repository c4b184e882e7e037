"""Terms to choose from: the right one among its own kin, never among its synonyms. Pure."""

from __future__ import annotations

from glossary_tui.study.masks import name_words, plain_names
from glossary_tui.text.fold import singular, squash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from glossary_tui.glossary import Glossary
    from glossary_tui.glossary.links import LinkGraph
    from glossary_tui.model import Entry

WRONG_DEFINITIONS = 3
"""How many wrong terms stand beside the right one of a definition."""
WRONG_RELATED = 4
"""How many terms that do not belong stand beside one that does."""
_POOL = 3
"""How many times as many candidates as are needed are drawn from, the nearest kin first."""


def same_meaning(one: Entry, other: Entry) -> bool:
    """Whether a name of *one* is a name of *other*, or one is the other with a word more.

    A definition of such a term may be true of both.
    """
    ours, theirs = _keys(one), _keys(other)
    if ours & theirs:
        return True
    return any(
        mine <= yours or yours <= mine for mine in _word_sets(one) for yours in _word_sets(other)
    )


def _keys(entry: Entry) -> set[str]:
    names = plain_names((entry.title, *entry.aliases))
    return {squash(singular(name)) for name in map(_folded, names)}


def _folded(name: str) -> str:
    from glossary_tui.text.fold import fold

    return fold(name)


def _word_sets(entry: Entry) -> list[frozenset[str]]:
    names = (entry.title, *entry.aliases)
    sets = (frozenset(map(singular, name_words(name))) for name in names)
    return [words for words in sets if words]


def wrong_terms(
    glossary: Glossary, graph: LinkGraph, entry: Entry, definition: str, random: Random
) -> tuple[Entry, ...]:
    """Terms that *definition* might be taken to mean instead of *entry*.

    Neighbours first, then their neighbours, then terms of the same tags; those that share most
    tags before others. None is a synonym, and none is named in *definition*, where it would give
    itself away. Fewer than wanted where the glossary has no more.
    """
    named = squash(definition)
    found: list[Entry] = []
    for group in _kin(glossary, graph, entry):
        fitting = [
            each
            for each in group
            if each not in found
            and squash(each.title) not in named
            and not same_meaning(entry, each)
        ]
        fitting.sort(key=lambda each: -_likeness(entry, each))
        found += fitting
        if len(found) >= WRONG_DEFINITIONS * _POOL:
            break
    return _drawn(found, WRONG_DEFINITIONS, random)


def related_and_not(
    glossary: Glossary, graph: LinkGraph, entry: Entry, random: Random
) -> tuple[Entry, tuple[Entry, ...]] | None:
    """One term that *entry* names as related, and terms that are nowhere near it, or None.

    The right one shares no word with *entry* if there is such a one, and none of the wrong ones
    does: the words would answer.
    """
    named = [near.entry for near in graph.related(entry) if near.entry is not None]
    right = [each for each in named if not _word_in_common(entry, each)] or named
    if not right:
        return None
    answer = random.choice(right)
    near = {entry.id, *(each.id for each in graph.neighbours(entry))}
    near |= {each.id for each in graph.neighbours(answer)}
    further = near | {step.entry.id for step in graph.second_steps(entry)}
    found: list[Entry] = []
    for known in (further, near):
        group = [
            each
            for each in _sample(glossary, random)
            if each.id not in known and each not in found and not _word_in_common(entry, each)
        ]
        group.sort(key=lambda each: -_likeness(answer, each))
        found += group
        if len(found) >= WRONG_RELATED:
            return answer, _drawn(found[: WRONG_RELATED * _POOL], WRONG_RELATED, random)
    return None


def _kin(glossary: Glossary, graph: LinkGraph, entry: Entry) -> Iterable[list[Entry]]:
    yield [each for each in graph.neighbours(entry) if each.id != entry.id]
    yield [step.entry for step in graph.second_steps(entry)]
    by_tag = (each for tag in entry.tags for each in glossary.by_tag.get(tag, ()))
    yield [each for each in dict.fromkeys(by_tag) if each.id != entry.id]
    yield [each for each in glossary.entries[:500] if each.id != entry.id]


def _sample(glossary: Glossary, random: Random) -> list[Entry]:
    """Some hundred entries: all of a small glossary."""
    if len(glossary) <= 800:
        return list(glossary.entries)
    return random.sample(glossary.entries, 800)


def _likeness(one: Entry, other: Entry) -> float:
    """How many tags two entries share, as a part of all that they have."""
    tags = {*one.tags, *other.tags}
    return len(set(one.tags) & set(other.tags)) / len(tags) if tags else 0.0


def _word_in_common(one: Entry, other: Entry) -> bool:
    ours = {singular(word) for word in name_words(one.title)}
    return not ours.isdisjoint(singular(word) for word in name_words(other.title))


def _drawn(found: list[Entry], count: int, random: Random) -> tuple[Entry, ...]:
    """*count* of *found*, sooner from its beginning, no two of which mean the same."""
    pool = found[: count * _POOL]
    random.shuffle(pool)
    drawn: list[Entry] = []
    for each in (*pool, *found[count * _POOL :]):
        if len(drawn) == count:
            break
        if not any(same_meaning(each, other) for other in drawn):
            drawn.append(each)
    return tuple(drawn)
