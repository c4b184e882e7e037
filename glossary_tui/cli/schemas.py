"""What --json prints; `docs/cli.md` documents each shape, and a test holds them to it."""

from __future__ import annotations

from glossary_tui.cli.entry_text import viewed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from glossary_tui.cli.explaining import Explained
    from glossary_tui.model import Entry
    from glossary_tui.search import Hit
    from glossary_tui.study.card import TermId
    from glossary_tui.study.statistics import Statistics
    from glossary_tui.workspace import Workspace


def listed_data(entry: Entry) -> dict[str, object]:
    """An entry in a list."""
    return {
        "id": entry.id,
        "title": entry.title,
        "aliases": list(entry.aliases),
        "tags": list(entry.tags),
        "path": entry.path,
    }


def entry_data(workspace: Workspace, entry: Entry, view: str) -> dict[str, object]:
    """An entry by itself, with the sections of *view*. Raises `EntryUnreadable`."""
    graph = workspace.graph
    return {
        "id": entry.id,
        "title": entry.title,
        "aliases": list(entry.aliases),
        "tags": list(entry.tags),
        "sections": sections_data(entry, view),
        "related": [
            {"text": near.link.text, "id": near.entry.id if near.entry else None}
            for near in graph.related(entry)
        ],
        "referenced_by": [each.id for each in graph.referenced_by(entry)],
        "path": entry.path,
    }


def sections_data(entry: Entry, view: str) -> list[dict[str, str]]:
    """The sections of a *view* of *entry*, their text as Markdown. Raises `EntryUnreadable`."""
    return [
        {"role": section.role, "title": section.title, "text": section.text.strip()}
        for section in viewed(entry, view)
    ]


def hit_data(hit: Hit) -> dict[str, object]:
    """An answer of the search."""
    return {
        "id": hit.entry.id,
        "title": hit.entry.title,
        "why": hit.why,
        "score": round(hit.score, 4),
    }


def explained_data(explained: Explained, view: str) -> dict[str, object]:
    """A term that a text uses, and where. Raises `EntryUnreadable`."""
    return {
        "id": explained.entry.id,
        "title": explained.entry.title,
        "mentions": [{"start": each.start, "end": each.end} for each in explained.mentions],
        "sections": sections_data(explained.entry, view),
    }


def statistics_data(statistics: Statistics, title_of: Callable[[TermId], str]) -> dict[str, object]:
    """The statistics of the open glossaries; days as ISO dates."""
    from datetime import date

    from glossary_tui.study.statistics import TERM_STATES

    def day(number: int) -> str:
        return date.fromordinal(number).isoformat()

    return {
        "today": day(statistics.today),
        "answers": statistics.total,
        "streak": statistics.streak,
        "days": {day(each): figures._asdict() for each, figures in statistics.days.items()},
        "retention": {
            "target": statistics.target,
            "spans": [
                {"days": each.days or None, "known": each.known, "asked": each.asked}
                for each in statistics.retention
            ],
        },
        "forecast": {
            day(statistics.today + ahead): count for ahead, count in enumerate(statistics.forecast)
        },
        "tags": [
            {"tag": each.tag or None, **dict(zip(TERM_STATES, each.counts, strict=True))}
            for each in statistics.tags
        ],
        "hardest": [
            {
                "glossary": each.term.glossary,
                "id": each.term.entry,
                "title": title_of(each.term),
                "lapses": each.lapses,
                "difficulty": round(each.difficulty, 2),
                "leech": each.is_leech,
            }
            for each in statistics.hardest
        ],
    }
