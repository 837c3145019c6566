"""Which speaker has which colour: the same in all articles, and in everything that shows the speaker."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Final

TONES: Final = 10
"""So many colours there are; 0 is that of no named speaker."""


def tones(met: Iterable[Iterable[str]]) -> dict[str, int]:
    """The number of each speaker's colour, from 1 to `TONES`. Each of `met` are the speakers who stand together somewhere, a name as often
    as it speaks there.

    The name decides on the colour, unless those who are met there and speak more have it.
    """
    places = [Counter(place) for place in met]
    where: dict[str, list[int]] = defaultdict(list)
    for number, names in enumerate(places):
        for name in names:
            where[name].append(number)
    spoken = Counter(name for names in places for name in names.elements())
    taken: dict[int, Counter[int]] = defaultdict(Counter)
    chosen: dict[str, int] = {}
    for name in sorted(where, key=lambda one: (-spoken[one], one)):
        first = int.from_bytes(sha256(name.encode()).digest()[:4])
        others: Counter[int] = Counter(tone for place in where[name] for tone in taken[place].elements())
        chosen[name] = min(((first + n) % TONES + 1 for n in range(TONES)), key=lambda tone: others[tone])
        for place in where[name]:
            taken[place][chosen[name]] += 1
    return chosen
