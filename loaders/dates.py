"""The day of publication, where an address or the top of a text gives it in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH, _DAY, _YEAR = rf"(?P<month>{_MONTH_NAMES})\.?", r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?", r"(?P<year>(?:18|19|20)\d\d)"
_ISO = rf"{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:T[\d:.]+Z?)?"
_DATES = (f"{_MONTH} {_DAY},? {_YEAR}", f"{_DAY} {_MONTH},? {_YEAR}", _ISO)
_CLOCK = r"(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,16})?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_LABEL = r"(?:(?:first |last )?(?:published|posted|updated|issued|date|modified)(?: on| at)?:? ?)?"
_CITY = r"[^a-z.!?\d]{2,40}(?:[A-Z][\w. ]{1,24},? )?"
_DASH = r" ?(?:\([^)]{1,30}\) ?)?(?:—|–|--| - |: )"
_ALONE = tuple(re.compile(rf"(?i)^{_LABEL}{_WEEKDAY}{d}{_CLOCK}$") for d in _DATES)
_BYLINE = tuple(re.compile(rf"(?i)^by .{{3,60}}(?:[|,·•–—-]| on) ?{_WEEKDAY}{d}{_CLOCK}$") for d in _DATES)
_DATELINE = tuple(re.compile(rf"^{_CITY}\(?(?i:{d})\)?{_DASH}") for d in _DATES)
_IN_URL = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)([/-])(?P<month>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)")


def date_in_url(url: str | None) -> date | None:
    """The date in an address such as `https://example.org/2021/09/06/title`, if there is a whole and possible one."""
    match = _IN_URL.search(url or "")
    return _date(match) if match else None


def date_in_lines(lines: Iterable[str]) -> date | None:
    """The first complete date that stands alone, in a byline or in a dateline among `lines`; a date inside prose does not count."""
    for line in lines:
        for pattern in (*_ALONE, *_BYLINE, *_DATELINE):
            match = pattern.match(line)
            found = _date(match) if match else None
            if found:
                return found
    return None


def is_date_line(line: str) -> bool:
    """Whether the line holds nothing but a date, perhaps with a label, a weekday and a time."""
    return any(pattern.match(line) for pattern in (*_ALONE, *_BYLINE))


def _date(match: re.Match[str]) -> date | None:
    word = match["month"]
    month = int(word) if word.isdigit() else _MONTHS.index(word[:3].lower()) + 1
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None
