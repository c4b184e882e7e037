"""How fast the program is, beside its references and its goals, in a real pseudo-terminal.

    python -m benchmarks.bench                     # everything; renews docs/performance.md
    python -m benchmarks.bench --quick             # fewer runs, up to 10,000 entries, no documents
    python -m benchmarks.bench --only start,show   # parts: start ahead show keys explain first read
    python -m benchmarks.bench --sizes 0,10000     # 0 is the bundled glossary
    python -m benchmarks.bench --quick --record    # renew docs/performance.md all the same

The corpora are made on first use, below the folder for temporary files or $BENCH_FOLDER. The table
goes to standard output, what is being done to standard error.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time

from benchmarks.timing import explaining, keys, printing, reading, starting
from benchmarks.timing.figures import BUNDLED_SIZE, Report
from benchmarks.timing.machine import ROOT, compile_modules, description, slowness
from benchmarks.timing.plot import plot
from benchmarks.timing.table import as_markdown, as_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.timing.figures import Figure

_PAGE = os.path.join(ROOT, "docs", "performance.md")
_PLOT = os.path.join(ROOT, "docs", "pictures", "growth.svg")
_BEGIN, _END = "<!-- figures: make bench -->\n", "<!-- end of figures -->\n"
PARTS = ("start", "ahead", "show", "keys", "explain", "first", "read")


def parts(sizes: list[int], *, quick: bool) -> dict[str, Callable[[], list[Figure]]]:
    """What can be measured, by name."""
    corpora = [size for size in sizes if size != BUNDLED_SIZE]
    return {
        "start": lambda: starting.starts(sizes, 5 if quick else 15, slow=not quick),
        "ahead": lambda: starting.typed_ahead(sizes, 4 if quick else 11),
        "show": lambda: printing.shows(sizes, 11 if quick else 31),
        "keys": lambda: keys.sessions(corpora, 4 if quick else 12, slow=not quick),
        "explain": lambda: explaining.explanations(sizes, 3 if quick else 7),
        # These forget what is kept, and so come last.
        "first": lambda: starting.first_starts(corpora),
        "read": lambda: reading.reads(corpora, 3 if quick else 7),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="fewer runs, up to 10,000 entries")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, separated by commas")
    parser.add_argument("--sizes", help="numbers of entries, separated by commas; 0 is bundled")
    parser.add_argument("--record", action="store_true", help="renew the documents in any case")
    options = parser.parse_args()
    standard = "0,10000" if options.quick else "0,1000,10000,100000"
    sizes = [int(size) for size in (options.sizes or standard).split(",")]
    chosen = options.only.split(",")
    compile_modules()
    slow = slowness()
    figures: list[Figure] = []
    failed: list[str] = []
    for name, measure in parts(sizes, quick=options.quick).items():
        if name in chosen:
            print(f"measuring: {name} …", file=sys.stderr)
            began = time.monotonic()
            try:
                figures += measure()
            except (
                OSError,
                RuntimeError,
                ValueError,
            ) as error:  # a program that fails; the others do not
                failed.append(f"{name}: {error}")
                print(f"  {failed[-1]}", file=sys.stderr)
            print(f"  {time.monotonic() - began:.0f} s", file=sys.stderr)
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    report = Report(description(), (slow + slowness()) / 2, day, figures)
    print(as_text(report))
    whole = not (failed or options.quick or options.sizes) and set(chosen) >= set(PARTS)
    if whole or options.record:
        record(report)
    sys.exit("\n".join(failed) or None)


def record(report: Report) -> None:
    """Put the table and the plot of *report* into the documentation."""
    with open(_PAGE, encoding="utf-8") as file:
        before, _, rest = file.read().partition(_BEGIN)
    after = rest.partition(_END)[2]
    with open(_PAGE, "w", encoding="utf-8") as file:
        file.write(f"{before}{_BEGIN}\n{as_markdown(report)}\n{_END}{after}")
    with open(_PLOT, "w", encoding="utf-8") as file:
        file.write(plot(report))


if __name__ == "__main__":
    main()
