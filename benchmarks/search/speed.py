"""Milliseconds a key, letter by letter, and what the index costs."""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import time
import tracemalloc
from random import Random
from typing import TYPE_CHECKING

from benchmarks.search import made_up
from benchmarks.search.changes import queries
from benchmarks.search.rankers import glossary_of, rankers
from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry, Section
from glossary_tui.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

KEYS = {"glossary": 3_000, "fzf": 60, "WRatio": 20, "partial": 20}
"""How many keys each search is timed for: the slow ones for fewer."""
SLOW = 300_000
"""Titles from which on the slow ones are timed for a tenth of the keys."""


def letters(titles: list[str], limit: int) -> list[str]:
    """What stands in the search box after each key of queries of every kind, mixed."""
    random = Random(1)
    made = [query for _, query, _ in queries(random.sample(titles, min(len(titles), 150)))]
    random.shuffle(made)
    states = [query[:end] for query in made for end in range(1, len(query) + 1)]
    return states[:limit]


def unit() -> float:
    """How slow this machine is just now: `python -c pass` beside the 10.5 ms of the goals."""
    times = []
    for _ in range(15):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=False)
        times.append(1_000 * (time.perf_counter() - start))
    return statistics.median(times) / 10.5


def timed(action: Callable[[str], object], states: Iterable[str]) -> list[float]:
    times = []
    for state in states:
        start = time.perf_counter()
        action(state)
        times.append(1_000 * (time.perf_counter() - start))
    return sorted(times)


def _print(label: str, times: list[float]) -> None:
    at = [times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.9, 0.99, 1)]
    print(f"{label:<12}{len(times):>6}" + "".join(f"{value:>9.2f}" for value in at))


def names(sizes: list[int], real: list[str]) -> None:
    """Prints for each size the time of a key of every search, and the index's time and memory."""
    print(f"\nThis machine: {unit():.2f} times as slow as that of the goals")
    for size in sizes:
        titles = made_up.titles(size, real)
        glossary = glossary_of(titles)
        gc.collect()
        gc.freeze()
        start = time.perf_counter()
        searcher = Searcher(glossary)
        searcher.step()
        built = 1_000 * (time.perf_counter() - start)
        while not searcher.is_ready:
            searcher.step()
        print(f"\n{size:,} titles, index built in {built:.0f} ms, {_memory(glossary):.1f} MB")
        print(
            f"{'ms a key':<12}{'keys':>6}"
            + "".join(f"{p:>9}" for p in ("p50", "p90", "p99", "max"))
        )
        states = letters(titles, KEYS["glossary"])
        _print("glossary", timed(searcher.search, states))
        for name, make in rankers().items():
            if name != "glossary":
                count = KEYS[name] // (10 if size > SLOW else 1)
                _print(name, timed(make(titles), Random(2).sample(states, count)))
        gc.unfreeze()


def _memory(glossary: Glossary) -> float:
    """Megabytes that an index holds, with what the first misspelt word adds."""
    tracemalloc.start()
    searcher = Searcher(glossary)
    while not searcher.is_ready:
        searcher.step()
    held = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return held


def texts(size: int, real: list[str], sentences: list[str]) -> None:
    """Prints the time of a query of the bodies and of reading them."""
    titles = made_up.titles(size, real)
    bodies = made_up.bodies(size, sentences)

    def read(entry: Entry) -> tuple[Section, ...]:
        return (Section("summary", "Summary", bodies[int(entry.id)], 1),)

    entries = [Entry(f"{number:07}", title, "", read) for number, title in enumerate(titles)]
    searcher = Searcher(Glossary(entries))
    searcher.search("x")
    start = time.perf_counter()
    searcher.read_text()
    took = time.perf_counter() - start
    print(f"\n{size:,} texts, read in {took:.1f} s, {1e6 * took / size:.0f} µs each")
    print(f"{'ms a key':<12}{'keys':>6}" + "".join(f"{p:>9}" for p in ("p50", "p90", "p99", "max")))
    random = Random(3)
    states = []
    for _ in range(80):
        words = random.choice(bodies).split()
        at = random.randrange(len(words) - 2)
        query = " ".join(words[at : at + random.choice((1, 1, 2, 3))]).strip(".,;:()\"'").lower()
        states += ["/" + query[:end] for end in range(1, len(query) + 1)]
    _print("glossary", timed(searcher.search, states))
