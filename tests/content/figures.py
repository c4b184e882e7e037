"""What the bundled glossary measures: `make content`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from statistics import mean, median

sys.path.insert(0, str(Path(__file__).parents[1]))

from glossary_tui.glossary import Glossary
from glossary_tui.glossary.readability import reading_grade, words
from glossary_tui.paths import bundled_entries
from glossary_tui.reader import read_entries
from glossary_tui.text.fold import fold


def main() -> None:
    """Print entries, relations, words and reading grade a view, and the commonest openings."""
    glossary = Glossary(read_entries([bundled_entries()]).entries)
    links = [link for entry in glossary for link in entry.related]
    resolved = [target for link in links if (target := glossary.resolve(link.target))]
    named = Counter(target.id for target in resolved)
    print(f"entries: {len(glossary)}")
    print(f"related terms: {len(links)}, resolved: {len(resolved)}")
    fewest = min(named[entry.id] for entry in glossary)
    print(f"entries that name an entry: {fewest} at least, {mean(named.values()):.1f} on average")
    print("\nview       words: fewest  median  most   grade: lowest  median  highest")
    for role in ("summary", "eli5", "in-depth"):
        texts = [
            section.text for entry in glossary for section in entry.sections if section.role == role
        ]
        counts = sorted(len(words(text)) for text in texts)
        grades = sorted(map(reading_grade, texts))
        print(
            f"{role:10} {counts[0]:14} {median(counts):7.0f} {counts[-1]:5}"
            f" {grades[0]:15.1f} {median(grades):7.1f} {grades[-1]:8.1f}"
        )
        openings = Counter(" ".join(fold(text).split()[:2]) for text in texts)
        common = ", ".join(f"“{opening}” {times}" for opening, times in openings.most_common(4))
        print(f"           commonest openings: {common}")


if __name__ == "__main__":
    main()
