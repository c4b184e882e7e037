"""The study day turns over in the small hours, local time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_tui.study.days import microseconds, moment_of, noon, offset_seconds, study_day

BERLIN = timezone(timedelta(hours=1))
MOMENTS = st.datetimes(
    datetime.fromisoformat("1990-01-01"),
    datetime.fromisoformat("2090-01-01"),
    timezones=st.builds(
        lambda minutes: timezone(timedelta(minutes=minutes)), st.integers(-700, 800)
    ),
)


def test_three_in_the_morning_is_still_yesterday():
    evening = study_day(datetime(2026, 1, 5, 23, tzinfo=BERLIN))
    assert study_day(datetime(2026, 1, 6, 3, 59, tzinfo=BERLIN)) == evening
    assert study_day(datetime(2026, 1, 6, 4, 0, tzinfo=BERLIN)) == evening + 1
    assert study_day(datetime(2026, 1, 6, 3, 59, tzinfo=BERLIN), starts_at=0) == evening + 1


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        study_day(datetime.fromisoformat("2026-01-05"))


def test_noons_of_following_days_lie_24_hours_apart():
    assert noon(738_000 + 1) - noon(738_000) == timedelta(days=1)
    assert noon(738_000).tzinfo is UTC


@given(MOMENTS)
def test_a_moment_is_kept_with_its_offset(moment):
    kept = moment_of(microseconds(moment), offset_seconds(moment))
    assert kept == moment
    assert kept.utcoffset() == moment.utcoffset()
