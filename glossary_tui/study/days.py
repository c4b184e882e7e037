"""The study day: a local day that begins in the small hours, as a number.

Days are counted as `date.toordinal` counts them. A *moment* is an aware datetime in the learner's
own time zone; nothing here reads the clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

DAY_STARTS_AT = 4
"""The local hour at which a study day begins, where none is configured."""


def study_day(moment: datetime, starts_at: int = DAY_STARTS_AT) -> int:
    """The study day that *moment* belongs to. Raises ValueError for a moment without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment of study needs its time zone")
    return (moment - timedelta(hours=starts_at)).toordinal()


def noon(day: int) -> datetime:
    """Noon of a study day in UTC: days that follow one another lie exactly 24 hours apart."""
    return datetime.combine(date.fromordinal(day), datetime.min.time(), UTC) + timedelta(hours=12)


def microseconds(moment: datetime) -> int:
    """*moment* as whole microseconds since 1970 in UTC."""
    since = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def offset_seconds(moment: datetime) -> int:
    """How far *moment*'s clock is ahead of UTC."""
    offset = moment.utcoffset()
    return round(offset.total_seconds()) if offset is not None else 0


def moment_of(at: int, offset: int) -> datetime:
    """The moment that `microseconds` and `offset_seconds` were taken from."""
    from datetime import timezone

    return datetime(1970, 1, 1, tzinfo=UTC).astimezone(
        timezone(timedelta(seconds=offset))
    ) + timedelta(microseconds=at)
