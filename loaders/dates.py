"""The day of publication, where an address or the top of a text gives it in full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from itertools import chain, permutations

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
_TOWN = r"(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w.’'-]*(?:, [A-Z][\w. ]{1,24})?,? "
_DASH = r" ?(?:(?:\([^)]{1,30}\)|/[^/]{2,30}/) ?)?(?:—|–|--| - |: )"
_TIME = r"(?:(?:[a-z]{2,5} )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [a-z]{2,5})?(?:,| ?[·•|–—-]| on)? )?"
_UPDATED = r"(?: ?[|·•,;(–—-]+ ?(?:last )?(?:updated|modified|edited)\b[^!?]{0,20}\d[^!?]{0,30})?"
_BY = r"(?:(?:,| ?[|·•–—-])? by (?-i:[A-Z])[^.!?]{2,60})?"
_NUMBERS = r"(?P<one>\d{1,2})(?P<sign>[/.])(?P<other>\d{1,2})(?P=sign)(?P<year>(?:19|20)\d\d)"
_NAME = r"(?P<name>[A-Z][\w.’'-]*(?: (?:of |the |and |& )*[A-Z][\w.’'-]*){0,5}(?:, [A-Z][\w. ]{1,24})?)"
_AGENCY = r"(?P<agency> ?\([A-Z][\w &]{1,30}\))?"
_ALONE = tuple(re.compile(rf"(?i)^{_LABEL}{_WEEKDAY}{_TIME}{_WEEKDAY}{d}{_CLOCK}{_UPDATED}{_BY}$") for d in (*_DATES, _NUMBERS))
_BYLINE = tuple(re.compile(rf"(?i)^by .{{3,60}}(?:[|,·•–—-]| on) ?{_WEEKDAY}{d}{_CLOCK}$") for d in _DATES)
_DATELINE = tuple(re.compile(rf"^(?:{_CITY}|{_TOWN})\(?(?i:{d})\)?{_DASH}") for d in _DATES)
_NAMED = tuple(re.compile(rf"^{_NAME}, (?i:{_WEEKDAY}{d}){_AGENCY}$") for d in _DATES)
_NAMED_LINES = 4
_IN_URL = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)([/-])(?P<month>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)")


def date_in_url(url: str | None) -> date | None:
    """The date in an address such as `https://example.org/2021/09/06/title`, if there is a whole and possible one."""
    match = _IN_URL.search(url or "")
    return _date(match) if match else None


def date_in_lines(lines: Iterable[str]) -> date | None:
    """The first complete date that stands alone, in a byline or in a dateline among `lines`, else one behind a name that makes up one of
    the first lines with it; a date inside prose does not count."""
    bare = [line.replace("*", "").strip() for line in lines]
    matches = (pattern.match(line) for line in bare for pattern in (*_ALONE, *_BYLINE, *_DATELINE))
    named = (_named(line, first=not i) for i, line in enumerate(bare[:_NAMED_LINES]))
    return next((found for match in chain(matches, named) if match and (found := _date(match))), None)


def is_named_day(line: str, *, first: bool) -> bool:
    """Whether the line is a place, a paper or an author and a date: "Port Averly, Oct 6, 2024 (CP)". As the `first` of a text, where a
    headline may be just so, only when the place is in capitals or an agency stands behind."""
    return _named(line, first=first) is not None


def _named(line: str, *, first: bool) -> re.Match[str] | None:
    match = next((found for pattern in _NAMED if (found := pattern.match(line))), None)
    return match if match and (not first or match["name"].isupper() or match["agency"]) else None


def is_date_line(line: str) -> bool:
    """Whether the line holds nothing but a date, perhaps with a label, a weekday and a time."""
    return any(pattern.match(line.replace("*", "").strip()) for pattern in (*_ALONE, *_BYLINE))


def _date(match: re.Match[str]) -> date | None:
    """The date that `match` gives; None when there is no such day, or its numbers can be read as two."""
    told = match.groupdict()
    if "one" in told:
        days = {_day(told["year"], month, day) for month, day in permutations((told["one"], told["other"]))} - {None}
        return days.pop() if len(days) == 1 else None
    word = told["month"]
    return _day(told["year"], word if word.isdigit() else _MONTHS.index(word[:3].lower()) + 1, told["day"])


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
