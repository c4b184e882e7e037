"""How good and how fast the search is, beside `fzf --filter`, WRatio and partial_ratio.

    python benchmarks/search_bench.py                        # the bundled glossary, and more terms
    python benchmarks/search_bench.py --titles T --queries Q # titles, a line each; kind, query, wanted
    python benchmarks/search_bench.py --only speed --sizes 10000,100000,1000000

Queries are made of the titles by `search/changes.py`, and are the same every time. Figures are
printed and decide nothing.
"""

from __future__ import annotations

import argparse
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from benchmarks.search import ranking, speed  # noqa: E402 - found beside this file
from benchmarks.search.changes import queries  # noqa: E402 - found beside this file
from glossary_tui.glossary import Glossary  # noqa: E402 - found beside this file
from glossary_tui.reader import read_entries  # noqa: E402 - found beside this file


def lines(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\r\n") for line in file if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--titles", help="a file of titles, a line each")
    parser.add_argument("--queries", help="a file of kind, query and wanted titles, with tabs")
    parser.add_argument("--only", choices=("ranking", "speed", "text"))
    parser.add_argument("--sizes", default="10000,100000", help="numbers of made-up titles")
    parser.add_argument("--misses", action="store_true", help="print what is not found first")
    options = parser.parse_args()
    bundled = Glossary(read_entries([os.path.join(os.path.dirname(HERE), "entries")]).entries)
    terms = lines(os.path.join(HERE, "search", "terms.txt"))
    real = [entry.title for entry in bundled] + terms
    sets = {
        "the bundled glossary": [entry.title for entry in bundled],
        "terms of other fields": terms,
    }
    if options.titles:
        sets = {options.titles: lines(options.titles)}
    if options.only in (None, "ranking"):
        for name, titles in sets.items():
            print(f"\nMean reciprocal rank over {name}, {len(titles)} titles")
            if options.queries:
                rows = [line.split("\t") for line in lines(options.queries)[1:]]
                asked = [(kind, query, cell) for kind, query, cell, *_ in rows]
            else:
                asked = list(queries(titles))
            ranking.compare(titles, asked, misses=options.misses)
    if options.only in (None, "speed"):
        speed.names([int(size) for size in options.sizes.split(",")], real)
    if options.only in (None, "text"):
        sections = [section.text for entry in bundled for section in entry.sections]
        speed.texts(10_000, real, sections)


if __name__ == "__main__":
    main()
