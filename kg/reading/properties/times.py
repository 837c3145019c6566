"""When it was said: "on Monday", "late Sunday", "last week", "on Sept. 3"; resolved only against a known day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_TIME = re.compile(
    rf"""(?:\b(?:on|by|since|in)\s+)?\b(?:
    (?:early\s+|late\s+|earlier\s+)?(?:on\s+)?(?:last\s+|this\s+|next\s+)?{_DAY}(?:\s+(?:morning|afternoon|evening|night))?
    |{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?(?!\d)
    |\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?
    |(?<=in\s){_MONTH}(?:\s+\d{{4}})?(?![\w’'])
    |(?<=in\s)(?:19|20)\d\d\b
    |yesterday|today|tonight|overnight|(?:an\s+hour|hours|days|weeks|months|years|minutes|moments)\s+later
    |(?:this|last|this\spast|the\spast)\s+(?:week|weekend|month|year|spring|summer|autumn|fall|winter|night)
    |earlier\sthis\s(?:week|month|year)|recent\s(?:days|weeks|months)|a\s(?:day|week)\s(?:ago|earlier|later|before)
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)

_VAGUE = re.compile(r"in\s+(?!recent)", re.IGNORECASE)
LEASH = 20  # characters from the cue within which "in 2017" is the time of saying rather than of what is said


def find(around: str, cue: int = 0) -> str | None:
    """The time expression in `around` that is nearest to offset `cue`, as it stands; None when there is none."""
    near = [m for m in _TIME.finditer(around) if not _VAGUE.match(m.group()) or 0 <= m.start() - cue < LEASH or m.start() < 3]
    match = min(near, key=lambda m: abs(m.start() - cue), default=None)
    return re.sub(r"\s+", " ", match.group()).strip() if match else None


def resolve(said: str, published: date | None) -> tuple[date | None, date | None]:
    """First and last day of `said`, seen from the day of publication; (None, None) when that cannot be told."""
    low = said.lower()
    if m := re.fullmatch(rf"in (?:({_MONTH})\s+)?(\d{{4}})", said, re.IGNORECASE):
        return _span(m[1], int(m[2]))
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


def _span(month: str | None, year: int) -> tuple[date, date]:
    first = MONTHS.index(month[:3].lower()) + 1 if month else 1
    last = first if month else 12
    return date(year, first, 1), date(year + last // 12, last % 12 + 1, 1) - timedelta(1)


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
