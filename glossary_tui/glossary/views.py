"""What is wrong with the views of entries: missing, empty, too hard, too long."""

from __future__ import annotations

from collections import Counter

from glossary_tui.glossary.findings import finding
from glossary_tui.glossary.readability import is_english, reading_grade, words
from glossary_tui.model.entry import VIEWS
from glossary_tui.reader.body import Roles
from glossary_tui.reader.conventions import VIEW_TITLES
from glossary_tui.reader.examining import Examined, examine
from glossary_tui.text.code import spans
from glossary_tui.text.plain import plain_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from glossary_tui.glossary.glossary import Glossary
    from glossary_tui.model import Diagnostic, Entry, Section

SUMMARY_LIMIT = 120
"""How many words a summary may have."""
_GRADES = 1.0
"""By how many school grades an ELI5 must be the harder one, for the measure is rough."""
_FEWEST_WORDS = 20
"""Words below which a text is too short to be measured."""


def check_views(
    glossary: Glossary, headings: Mapping[str, Iterable[str]] | None
) -> Iterator[Diagnostic]:
    """What is wrong with the views of each entry. Files that cannot be read are left out."""
    roles = Roles(headings)
    examined: list[tuple[Entry, Examined]] = []
    for entry in glossary:
        try:
            examined.append((entry, examine(entry, roles)))
        except (OSError, ValueError):
            continue
    usual = _usual(each for _, each in examined)
    for entry, each in examined:
        if each.sections or each.empty:
            yield from _check(entry, each, usual)


def _usual(examined: Iterable[Examined]) -> tuple[str, ...]:
    """The views that more than half of the entries with any name."""
    counted: Counter[str] = Counter()
    total = 0
    for each in examined:
        counted.update(each.named)
        total += bool(each.named)
    return tuple(view for view in VIEWS if counted[view] * 2 > total)


def _check(entry: Entry, examined: Examined, usual: Iterable[str]) -> Iterator[Diagnostic]:
    by_role = {section.role: section for section in examined.sections}
    for title, line in examined.empty:
        yield finding("G107", entry.path, line, f"There is no text below “{title}”.")
    if not examined.empty:
        missing = [VIEW_TITLES[view] for view in usual if view not in by_role]
        if missing:
            names = " and ".join(missing)
            yield finding("G106", entry.path, 1, f"The entry has no {names}, as most others do.")
    summary, eli5 = by_role.get("summary"), by_role.get("eli5")
    if summary and "summary" in examined.named:
        count = len(words(_prose(summary)))
        if count > SUMMARY_LIMIT:
            message = f"The summary has {count} words; more than {SUMMARY_LIMIT} are no summary."
            yield finding("G109", entry.path, max(summary.line, 1), message)
    if summary and eli5 and _is_harder(_prose(eli5), _prose(summary)):
        yield finding(
            "G108", entry.path, max(eli5.line, 1), "The ELI5 is harder to read than the summary."
        )


def _is_harder(one: str, other: str) -> bool:
    """Whether *one* is harder to read than *other*, where both are English and long enough."""
    if min(len(words(one)), len(words(other))) < _FEWEST_WORDS:
        return False
    if not (is_english(one) and is_english(other)):
        return False
    return reading_grade(one) > reading_grade(other) + _GRADES


def _prose(section: Section) -> str:
    """The text of *section* without its code."""
    text = section.text
    for span in reversed(spans(text)):
        if span.kind != "code":
            text = text[: span.start] + text[span.end :]
    return plain_text(text)
