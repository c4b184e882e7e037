"""What follows from the log of a card."""

from __future__ import annotations

from datetime import timedelta

from unit.study.conftest import NOW, record

from glossary_tui.study.history import derive


def test_only_what_was_known_can_be_forgotten():
    again, good, forgotten = (
        record(rating=rating, now=NOW + timedelta(days=days), day=7000 + days)
        for rating, days in ((1, 0), (4, 0), (1, 9))
    )
    standing, before = derive([again])
    assert (standing.lapses, standing.stage) == (0, "learning")
    standing, before = derive([again, good, forgotten])
    assert (standing.lapses, standing.stage, standing.reviews) == (1, "relearning", 3)
    assert [*before.values()] == ["new", "learning", "review"]
    once_more = record(rating=1, now=NOW + timedelta(days=9), day=7009)
    assert derive([again, good, forgotten, once_more])[0].lapses == 1
