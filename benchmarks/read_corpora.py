"""What the reader makes of real glossaries: entries, links resolved, diagnostics.

    python benchmarks/read_corpora.py FOLDER …

prints a Markdown table with a row for each folder. `--unresolved` names, below it, every link of
the text and of the keys that no entry answers to.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter

from glossary_tui.glossary import Glossary
from glossary_tui.reader import read_entries

HEADER = (
    "| glossary | entries | links in text | resolved | related terms | resolved | out | "
    "diagnostics | µs a file | its bytes alone |\n"
    "|---|--:|--:|--:|--:|--:|--:|---|--:|--:|"
)


def read_bytes(folder: str) -> tuple[int, float]:
    """How many Markdown files *folder* has, and the seconds that reading their bytes takes."""
    paths = [
        os.path.join(where, name)
        for where, _, names in os.walk(folder)
        for name in names
        if name.lower().endswith(".md")
    ]
    start = time.perf_counter()
    for path in paths:
        with open(path, "rb", buffering=0) as file:
            file.read()
    return len(paths), time.perf_counter() - start


def row(folder: str) -> tuple[str, list[str]]:
    read_entries([folder])
    files, bare = read_bytes(folder)
    start = time.perf_counter()
    entries, diagnostics = read_entries([folder])
    seconds = time.perf_counter() - start
    glossary = Glossary(entries)
    counts: Counter[str] = Counter()
    missing = []
    for entry in entries:
        for link in entry.links:
            if link.is_external:
                counts["out"] += 1
                continue
            kind = "related" if link.origin == "related" else "text"
            counts[kind] += 1
            if glossary.candidates(link.target):
                counts[f"{kind} resolved"] += 1
            elif kind == "text":
                missing.append(f"{entry.id}:{link.line}: {link.target}")
    codes = Counter(each.code for each in diagnostics)
    said = ", ".join(f"{code} × {count}" for code, count in sorted(codes.items())) or "none"
    per_file = 1e6 / max(files, 1)
    return (
        f"| {os.path.basename(os.path.normpath(folder))} | {len(entries)} | {counts['text']} | "
        f"{counts['text resolved']} | {counts['related']} | {counts['related resolved']} | "
        f"{counts['out']} | {said} | {seconds * per_file:.0f} | {bare * per_file:.0f} |"
    ), missing


def main() -> None:
    folders = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    missing: list[str] = []
    print(HEADER)
    for folder in folders:
        line, unresolved = row(folder)
        missing += unresolved
        print(line)
    if "--unresolved" in sys.argv:
        print("", *missing, sep="\n")


if __name__ == "__main__":
    main()
