"""The commands that print, beside what else reads a glossary from the command line.

    python -m benchmarks.bench_cli                 # the bundled glossary's size up to 100,000 entries
    python -m benchmarks.bench_cli --sizes 10000 --times 51

A row for each command and size: the median in milliseconds from the start of the process to its
end, and how many times that is the one of `python -c pass`, which runs in turn with it. sdcv,
tealdeer and ripgrep are measured where they are installed, over the same entries.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.timing import printing
from benchmarks.timing.machine import compile_modules

_WIDTHS = (14, 9, 10, 8)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--sizes", default="0,1000,10000,100000", help="numbers of entries")
    parser.add_argument("--times", type=int, default=21, help="runs of each")
    options = parser.parse_args()
    compile_modules()
    headings = ("command", "entries", "glossary", "× pass", "beside it")
    print(_row(headings))
    for size in map(int, options.sizes.split(",")):
        for name, took in printing.commands(size, options.times):
            own, least = took.pop("glossary"), took[printing.REFERENCE]
            others = ", ".join(f"{other} {value:.1f}" for other, value in took.items())
            shown = f"{size:,}" if size else "bundled"
            print(_row((name, shown, f"{own:.1f} ms", f"{own / least:.2f}", others)))
            sys.stdout.flush()


def _row(cells: tuple[str, ...]) -> str:
    first, *numbers, last = cells
    columns = [cell.rjust(width) for cell, width in zip(numbers, _WIDTHS[1:], strict=True)]
    return "  ".join((first.ljust(_WIDTHS[0]), *columns, last))


if __name__ == "__main__":
    main()
