"""Mean reciprocal rank at ten, by kind of query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.search.rankers import rankers

if TYPE_CHECKING:
    from collections.abc import Iterable

    Query = tuple[str, str, str]

ENOUGH = 30
"""How many queries make a kind worth a line of its own; smaller ones are pooled."""


def wanted(cell: str, titles: set[str]) -> set[str]:
    """The titles that are joined in a cell with `|`, which may stand in a title too."""
    parts = cell.casefold().split("|")
    found = set()
    at = 0
    while at < len(parts):
        ends = range(len(parts), at, -1)
        end = next((end for end in ends if "|".join(parts[at:end]) in titles), at + 1)
        found.add("|".join(parts[at:end]))
        at = end
    return found


def compare(titles: list[str], queries: Iterable[Query], *, misses: bool) -> None:
    """Prints a line for each kind, a column for each search; with *misses* what is not first."""
    known = {title.casefold() for title in titles}
    asked = [(kind, query, wanted(cell, known)) for kind, query, cell in queries]
    searches = {name: make(titles) for name, make in rankers().items()}
    ranks: dict[str, dict[str, list[float]]] = {}
    for kind, query, right in asked:
        for name, rank in searches.items():
            answers = [title.casefold() for title in rank(query)]
            place = next((at for at, each in enumerate(answers, 1) if each in right), 0)
            ranks.setdefault(kind, {}).setdefault(name, []).append(1 / place if place else 0.0)
            if misses and name == "glossary" and place != 1:
                print(f"  {kind}: {query!r} wants {sorted(right)}, place {place}: {answers[:3]}")
    print(f"\n{'kind':<14}{'n':>5}" + "".join(f"{name:>10}" for name in searches))
    few = [kind for kind, by_name in ranks.items() if len(by_name["glossary"]) < ENOUGH]
    for kind in [kind for kind in ranks if kind not in few]:
        _line(kind, ranks[kind])
    for label, kinds in ((f"fewer than {ENOUGH}", few), ("all", list(ranks))):
        if kinds:
            pooled = {name: [r for kind in kinds for r in ranks[kind][name]] for name in searches}
            _line(label, pooled)


def _line(label: str, by_name: dict[str, list[float]]) -> None:
    count = len(next(iter(by_name.values())))
    means = [sum(values) / len(values) for values in by_name.values()]
    print(f"{label:<14}{count:>5}" + "".join(f"{mean:>10.3f}" for mean in means))
