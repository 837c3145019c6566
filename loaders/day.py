"""A day from what a record or a feed gives: a date, a time stamp, or words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from kg.loaders.dates import date_in_lines

_ISO = re.compile(r"((?:1[89]|20|21)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_FIRST_MS = 10**11  # time stamps from here on count milliseconds: in seconds it would be the year 5138
_LEAST = 10**8


def to_day(value: object) -> date | None:
    """The day that `value` stands for, as its writer's clock had it (an offset from UTC is not applied); None when that is unclear."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_stamp(value)
    return _from_words(value.strip()[:100]) if isinstance(value, str) else None


def _from_stamp(value: float) -> date | None:
    seconds = value / 1000 if abs(value) >= _FIRST_MS else value
    try:
        return datetime.fromtimestamp(seconds, UTC).date() if abs(value) >= _LEAST else None
    except (ValueError, OverflowError, OSError):
        return None


def _from_words(words: str) -> date | None:
    found = _ISO.match(words)
    try:
        if found:
            return date(*(int(part) for part in found.groups()))
        return date_in_lines([words]) or parsedate_to_datetime(words).date()
    except (ValueError, TypeError):
        return None
