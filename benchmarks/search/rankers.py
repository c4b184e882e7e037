"""The searches that are compared: this project's, and what a user would pick instead."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from glossary_tui.glossary import Glossary
from glossary_tui.model import Entry
from glossary_tui.search import Searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.model import Section

    Ranker = Callable[[str], list[str]]

AT_MOST = 10
"""How many answers are looked at."""


def _read(_: Entry) -> tuple[Section, ...]:
    return ()


def glossary_of(titles: list[str]) -> Glossary:
    """Entries of nothing but these titles."""
    return Glossary(
        [Entry(f"{number:07}", title, "", _read) for number, title in enumerate(titles)]
    )


def own(titles: list[str]) -> Ranker:
    searcher = Searcher(glossary_of(titles))
    return lambda query: [hit.entry.title for hit in searcher.search(query, AT_MOST)]


def fzf(titles: list[str]) -> Ranker:
    text = "\n".join(titles)

    def rank(query: str) -> list[str]:
        done = subprocess.run(
            ["fzf", "--filter", query], input=text, capture_output=True, text=True, check=False
        )
        return done.stdout.splitlines()[:AT_MOST]

    return rank


def rapidfuzz(scorer: Callable[..., float], titles: list[str]) -> Ranker:
    def rank(query: str) -> list[str]:
        found = process.extract(
            query, titles, scorer=scorer, processor=utils.default_process, limit=AT_MOST
        )
        return [title for title, _, _ in found]

    return rank


def rankers() -> dict[str, Callable[[list[str]], Ranker]]:
    """Every search by its name; fzf where it is installed."""
    found: dict[str, Callable[[list[str]], Ranker]] = {"glossary": own}
    if shutil.which("fzf"):
        found["fzf"] = fzf
    found["WRatio"] = lambda titles: rapidfuzz(fuzz.WRatio, titles)
    found["partial"] = lambda titles: rapidfuzz(fuzz.partial_ratio, titles)
    return found
