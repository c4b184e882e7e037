"""Reading the files: the first time beside their bytes alone, and which of them a second time reads.

    python -m benchmarks.timing.reading WHAT FOLDER

prints one number: `raw` or `first`, milliseconds; `opened`, how many entries' files were opened.
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


def reads(sizes: Sequence[int], times: int) -> list[Figure]:
    """Figures of every size."""
    figures = []
    for size in sizes:
        raw, first = [], []
        for _ in range(times if size < 100_000 else 3):
            raw.append(_ask("raw", size))
            forget()
            first.append(_ask("first", size))
        figures.append(
            Figure(
                "first read of the files", size, median(first), goal=_GOALS.get(size),
                reference="their bytes", beside={"their bytes": median(raw)},
            )
        )  # fmt: skip
        figures.append(
            Figure(
                "files a second start opens", size, _ask("opened", size), "files", "count", goal=1
            )
        )
    return figures


def _ask(what: str, size: int) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.timing.reading", what, corpus(size)],
        cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(done.stdout)


def _raw(folder: str) -> float:
    start = time.perf_counter()
    for entry in os.scandir(folder):
        with open(entry.path, "rb", buffering=0) as file:
            file.read()
    return 1_000 * (time.perf_counter() - start)


def _first(folder: str) -> float:
    from glossary_tui.workspace import open_workspace

    gc.disable()  # as the program does while it starts
    start = time.perf_counter()
    len(open_workspace([folder], {}).glossary)
    return 1_000 * (time.perf_counter() - start)


def _opened(folder: str) -> int:
    from glossary_tui.workspace import open_workspace

    opened = set()

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and str(arguments[0]).startswith(folder):
            opened.add(arguments[0])

    sys.addaudithook(note)
    workspace = open_workspace([folder], {})
    _ = workspace.glossary.entries[0].sections
    return len({path for path in opened if str(path).endswith(".md")})


if __name__ == "__main__":
    print({"raw": _raw, "first": _first, "opened": _opened}[sys.argv[1]](sys.argv[2]))
