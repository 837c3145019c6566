"""When it was said: "on Monday", "late Sunday", "last week", "on Sept. 3"; resolved only against a known day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_PART = r"(?:early|late|earlier)?\s*"
_TIME = re.compile(
    rf"\b(?:(?:on|by|since)\s+)?(?:{_PART}(?:last\s+|this\s+|next\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?|{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?(?!\d)|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?"
    r"|yesterday|today|tonight|overnight|(?:this|last|this past|the past)\s+(?:week|weekend|month|year)|earlier this (?:week|month|year)|in recent (?:days|weeks|months)|a (?:day|week) (?:ago|earlier|later|before))\b"
)


def find(around: str, cue: int = 0) -> str | None:
    """The time expression in `around` that is nearest to offset `cue`, as it stands; None when there is none."""
    match = min(_TIME.finditer(around), key=lambda m: abs(m.start() - cue), default=None)
    return re.sub(r"\s+", " ", match.group()).strip() if match else None


def resolve(said: str, published: date | None) -> tuple[date | None, date | None]:
    """First and last day of `said`, seen from the day of publication; (None, None) when that cannot be told."""
    low = said.lower()
    if (m := re.search(rf"({_MONTH})\s+(\d{{1,2}})(?:,\s+(\d{{4}}))?|(\d{{1,2}})\s+({_MONTH})(?:\s+(\d{{4}}))?", said)) and (
        day := _calendar(m[1] or m[5], m[2] or m[4], m[3] or m[6], published)
    ):
        return day, day
    if published is None or low.startswith("next"):
        return None, None
    for name, ago in (("yesterday", 1), ("today", 0), ("tonight", 0)):
        if name in low:
            return published - timedelta(ago), published - timedelta(ago)
    for i, name in enumerate(DAYS):
        if name in low and "next" not in low:
            back = (published.weekday() - i) % 7 or (7 if "last" in low else 0)
            return published - timedelta(back), published - timedelta(back)
    return _period(low, published)


def _period(low: str, published: date) -> tuple[date | None, date | None]:
    monday = published - timedelta(published.weekday())
    if "weekend" in low:
        sunday = published - timedelta((published.weekday() + 1) % 7)
        return sunday - timedelta(1), sunday
    if low in {"last week", "the past week"}:
        return monday - timedelta(7), monday - timedelta(1)
    if "this week" in low:
        return monday, published
    return None, None


def _calendar(month: str, day: str, year: str | None, published: date | None) -> date | None:
    number = MONTHS.index(month[:3].lower()) + 1
    if not year and published is None:
        return None
    try:
        found = date(int(year) if year else published.year, number, int(day))  # type: ignore[union-attr]
        return found.replace(year=found.year - 1) if not year and published and found > published + timedelta(31) else found
    except ValueError:
        return None
