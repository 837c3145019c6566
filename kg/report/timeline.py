"""When who spoke: points in lanes, for a drawing, and the days with what was said on them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Final

from kg.report.material import Saying

LANES: Final = 12
LEFT: Final = 190
WIDTH: Final = 960
STEP: Final = 28
_RIGHT: Final = 44
_TICKS: Final = 7


@dataclass(frozen=True, slots=True)
class Dot:
    """`count` sayings of one speaker on one day, at x, y with radius r."""

    x: float
    y: float
    r: float
    day: date
    who: str
    count: int
    against: bool
    tone: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """`lanes` are (name, y), `ticks` (words, x); `days` are in order, with what was said on each; `undated` have no day."""

    lanes: tuple[tuple[str, int], ...]
    ticks: tuple[tuple[str, float], ...]
    dots: tuple[Dot, ...]
    height: int
    days: tuple[tuple[date, tuple[Saying, ...]], ...]
    undated: int


def timeline(sayings: Iterable[Saying]) -> Timeline:
    """Lay out the sayings by day and speaker: those who speak most have a lane each."""
    held = list(sayings)
    dated = [saying for saying in held if saying.day]
    by_day: dict[date, list[Saying]] = defaultdict(list)
    for saying in dated:
        by_day[saying.day or date.max].append(saying)
    days = tuple((day, tuple(by_day[day])) for day in sorted(by_day))
    if not days:
        return Timeline((), (), (), 0, (), len(held))
    names = [name for name, _ in Counter(s.party for s in dated if s.party).most_common(LANES)]
    lanes = tuple((name, number * STEP + STEP) for number, name in enumerate(names))
    scale = _Scale(*_span([s.day for s in dated if s.day and s.party in names] or [day for day, _ in days]))
    return Timeline(
        lanes, scale.ticks(), tuple(_dots(dated, dict(lanes), scale)), len(lanes) * STEP + 2 * STEP, days, len(held) - len(dated)
    )


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
        steps = min(_TICKS, self.span + 1)
        days = sorted({self.first + timedelta(days=round(self.span * i / (steps - 1))) for i in range(steps)})
        return tuple((day.isoformat(), self.x(day)) for day in days)


def _dots(dated: Iterable[Saying], lanes: dict[str, int], scale: _Scale) -> Iterable[Dot]:
    counted: Counter[tuple[date, str]] = Counter()
    against: set[tuple[date, str]] = set()
    tones: dict[str, int] = {}
    for saying in dated:
        if saying.day and saying.party in lanes and saying.party:
            counted[saying.day, saying.party] += 1
            tones[saying.party] = saying.tone
            if saying.against:
                against.add((saying.day, saying.party))
    for (day, who), count in sorted(counted.items()):
        yield Dot(
            scale.x(day), lanes[who], round(min(11.0, 3.5 + 1.8 * sqrt(count)), 1), day, who, count, (day, who) in against, tones[who]
        )
