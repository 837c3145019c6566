"""When who spoke: points in lanes, for a drawing, and the days, months and years with what was said in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, sqrt
from typing import Final

from kg.report.material import Saying

LANES: Final = 12
LEFT: Final = 224
WIDTH: Final = 960
STEP: Final = 28
_RIGHT: Final = 44
_TICKS: Final = 7


@dataclass(frozen=True, slots=True)
class Dot:
    """`count` sayings of one speaker, at x, y with radius r, in the time that begins with `day`; `words` and `to` are its names. In `joint`
    of them the speaker is one of several who speak as one."""

    x: float
    y: float
    r: float
    day: date
    who: str
    count: int
    against: bool
    tone: int
    words: str
    to: str
    joint: int = 0


@dataclass(frozen=True, slots=True)
class Days:
    """A day, or several within which something was said: the first, how they are written (`2018-01-01/2018-12-31`), and in `words`."""

    first: date
    written: str
    words: str
    sayings: tuple[Saying, ...]

    @property
    def name(self) -> str:
        """What a page calls them."""
        return f"day-{self.written.replace('/', '_')}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """`lanes` are (name, y), `ticks` (words, x); `days` are in order, with what was said in each; `undated` have no day."""

    lanes: tuple[tuple[str, int], ...]
    ticks: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    height: int
    days: tuple[Days, ...]
    undated: int


def timeline(sayings: Iterable[Saying]) -> Timeline:
    """Lay out the sayings by day and speaker: those who speak most have a lane each."""
    held = list(sayings)
    dated = [saying for saying in held if saying.day]
    days = tuple(_days(dated))
    if not days:
        return Timeline((), (), (), 0, (), len(held))
    names = [name for name, _ in Counter(party for s in dated for party, _ in s.parties).most_common(LANES)]
    lanes = tuple((name, number * STEP + STEP) for number, name in enumerate(names))
    scale = _Scale(*_span([s.day for s in dated if s.day and any(party in names for party, _ in s.parties)] or [one.first for one in days]))
    return Timeline(
        lanes, scale.ticks(), tuple(_dots(days, dict(lanes), scale)), len(lanes) * STEP + 2 * STEP, days, len(held) - len(dated)
    )


def _days(dated: Iterable[Saying]) -> Iterable[Days]:
    by_time: dict[tuple[date, str], list[Saying]] = defaultdict(list)
    for saying in dated:
        if saying.day:
            by_time[saying.day, _written(saying)].append(saying)
    for (first, written), held in sorted(by_time.items(), key=lambda one: one[0]):
        yield Days(first, written, in_words(written), tuple(held))


def _written(saying: Saying) -> str:
    day = str(saying.day)
    return saying.date if saying.date and saying.date.partition("/")[0] == day else day


def in_words(written: str) -> str:
    """A day or an interval as people write it: 5 June 2023, June 2023, 2023, 5 June 2023 – 11 June 2023."""
    first, last = (date.fromisoformat(day) for day in (written.partition("/")[0], written.rpartition("/")[2]))
    if first == last:
        return _day(first)
    after = last + timedelta(days=1) if last < date.max else last
    if (first.day, after.day) == (1, 1) and (after.year - first.year) * 12 + after.month - first.month == 1:
        return f"{first:%B} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    return f"{_day(first)} – {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _span(days: list[date]) -> tuple[date, date]:
    """The first and last day to draw: without a few stray ones, which would press all others together; those stand at the edge."""
    ordered = sorted(days)
    few = len(ordered) // 20
    near = ordered[few : len(ordered) - few]
    return (ordered[0], ordered[-1]) if (ordered[-1] - ordered[0]) < 3 * (near[-1] - near[0]) else (near[0], near[-1])


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.span = first, max(1, (last - first).days)
        self.is_one = first == last

    def x(self, day: date) -> float:
        place = 0.5 if self.is_one else min(1.0, max(0.0, (day - self.first).days / self.span))
        return round(LEFT + 16 + place * (WIDTH - LEFT - _RIGHT - 16), 1)

    def ticks(self) -> tuple[tuple[str, float], ...]:
        if self.is_one:
            return ((self.first.isoformat(), self.x(self.first)),)
        step = max(1, ceil(self.span / (_TICKS - 1)))
        days = [self.first + timedelta(days=after) for after in range(0, self.span + 1, step)]
        return tuple((day.isoformat(), self.x(day)) for day in days)


def _dots(days: Iterable[Days], lanes: dict[str, int], scale: _Scale) -> Iterable[Dot]:
    for one in days:
        by_party: dict[str, list[Saying]] = defaultdict(list)
        tones: dict[str, int] = {}
        for saying in one.sayings:
            for party, tone in saying.parties:
                if party in lanes:
                    by_party[party].append(saying)
                    tones[party] = tone
        for who, said in sorted(by_party.items()):
            r, against = round(min(11.0, 3.5 + 1.8 * sqrt(len(said))), 1), any(saying.against for saying in said)
            joint = sum(saying.party != who for saying in said)
            yield Dot(scale.x(one.first), lanes[who], r, one.first, who, len(said), against, tones[who], one.words, one.name, joint)
