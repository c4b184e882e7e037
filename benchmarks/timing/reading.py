"""Reading the files: the first time beside their bytes alone, and which of them a second time reads.

    python -m benchmarks.timing.reading WHAT FOLDER

prints numbers: of `raw`, milliseconds; of `first`, milliseconds until all files have been read, until
they are one glossary that has been kept, and until its links and its search are indexed too; of
`opened`, how many entries' files were opened.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.timing.corpora import corpus
from benchmarks.timing.figures import Figure, median
from benchmarks.timing.machine import ROOT, clean_environment
from benchmarks.timing.starting import forget

if TYPE_CHECKING:
    from collections.abc import Sequence

_GOALS = {10_000: 5}
_STAGES = (
    "reading the files",
    "first read: kept as a glossary",
    "first read: links and search too",
)


def reads(sizes: Sequence[int], times: int) -> list[Figure]:
    """Figures of every size."""
    figures = []
    for size in sizes:
        raw, first = [], []
        for _ in range(times if size < 100_000 else 3):
            raw += _ask("raw", size)
            forget()
            first.append(_ask("first", size))
        beside = {"their bytes": median(raw)}
        for name, took in zip(_STAGES, zip(*first, strict=True), strict=True):
            goal = _GOALS.get(size) if name == _STAGES[1] else None
            figures.append(
                Figure(name, size, median(took), goal=goal, reference="their bytes", beside=beside)
            )
        (opened,) = _ask("opened", size)
        figures.append(Figure("files a second start opens", size, opened, "files", "count", goal=1))
    return figures


def _ask(what: str, size: int) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.timing.reading", what, corpus(size)],
        cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [float(number) for number in done.stdout.split()]


def _raw(folder: str) -> list[float]:
    start = time.perf_counter()
    for entry in os.scandir(folder):
        with open(entry.path, "rb", buffering=0) as file:
            file.read()
    return [1_000 * (time.perf_counter() - start)]


def _first(folder: str) -> list[float]:
    from glossary_tui.workspace.cache.store import Store
    from glossary_tui.workspace.choosing import Choice, Source

    gc.disable()  # as the program does while it starts
    times = [time.perf_counter()]

    def tell(done: int, total: int) -> None:
        if done == total and len(times) == 1:
            times.append(time.perf_counter())

    store = Store(Choice((Source("", (folder,), ""),)))
    glossary = store.open(tell, kept=lambda: times.append(time.perf_counter())).glossary
    store.worked_out.write_extras(glossary)
    times.append(time.perf_counter())
    return [1_000 * (each - times[0]) for each in times[1:]]


def _opened(folder: str) -> list[float]:
    from glossary_tui.workspace import open_workspace

    opened = set()

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).startswith(folder):
            opened.add(arguments[0])

    sys.addaudithook(note)
    workspace = open_workspace([folder], {})
    _ = workspace.glossary.entries[0].sections
    return [len({path for path in opened if str(path).endswith(".md")})]


if __name__ == "__main__":
    print(*{"raw": _raw, "first": _first, "opened": _opened}[sys.argv[1]](sys.argv[2]))
