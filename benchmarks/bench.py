"""How fast the program is, beside its references and its goals, in a real pseudo-terminal.

    python -m benchmarks.bench                     # everything; renews docs/performance.md
    python -m benchmarks.bench --quick             # a few minutes less, fewer runs, up to 10,000
    python -m benchmarks.bench --only start,show   # parts: start first show keys read explain
    python -m benchmarks.bench --sizes 0,10000     # 0 is the bundled glossary

The corpora are made on first use, below the folder for temporary files or $BENCH_FOLDER. The table
goes to standard output, what is being done to standard error.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys

from benchmarks.timing import explaining, keys, printing, reading, starting
from benchmarks.timing.figures import BUNDLED_SIZE, Report
from benchmarks.timing.machine import compile_modules, description, slowness
from benchmarks.timing.table import as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.timing.figures import Figure

PARTS = ("start", "first", "show", "keys", "read", "explain")


def parts(sizes: list[int], *, quick: bool) -> dict[str, Callable[[], list[Figure]]]:
    """What can be measured, by name."""
    corpora = [size for size in sizes if size != BUNDLED_SIZE]
    return {
        "start": lambda: starting.starts(sizes, 5 if quick else 15, slow=not quick),
        "first": lambda: starting.first_starts(corpora),
        "show": lambda: printing.shows(sizes, 11 if quick else 31),
        "keys": lambda: keys.sessions(corpora, 4 if quick else 12, slow=not quick),
        "read": lambda: reading.reads(corpora, 3 if quick else 7),
        "explain": lambda: explaining.explanations(sizes, 3 if quick else 7),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs, up to 10,000 entries")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, separated by commas")
    parser.add_argument("--sizes", help="numbers of entries, separated by commas; 0 is bundled")
    options = parser.parse_args()
    standard = "0,10000" if options.quick else "0,1000,10000,100000"
    sizes = [int(size) for size in (options.sizes or standard).split(",")]
    chosen = options.only.split(",")
    compile_modules()
    slow = slowness()
    figures: list[Figure] = []
    for name, measure in parts(sizes, quick=options.quick).items():
        if name in chosen:
            print(f"measuring: {name} …", file=sys.stderr)
            figures += measure()
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    report = Report(description(), (slow + slowness()) / 2, day, figures)
    print(as_text(report))


if __name__ == "__main__":
    main()
