"""Whose words are marked in an article, to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.report.material import Saying


@dataclass(frozen=True, slots=True)
class Voice:
    """A party, or (None) nobody in particular: what the article calls it, the number of its colour, how many sayings are its own, and in
    how many it is one of several who speak as one."""

    party: str | None
    name: str
    tone: int
    own: int = 0
    joint: int = 0


def legend(sayings: Iterable[Saying]) -> list[Voice]:
    """The voices of some sayings, in the order in which they are first heard."""
    found: dict[str | None, Voice] = {}
    for saying in sayings:
        one = found.get(saying.party) or Voice(saying.party, saying.who if saying.party else "no named speaker", saying.tone)
        found[saying.party] = Voice(one.party, one.name, one.tone, one.own + 1, one.joint)
        for party, tone in saying.members:
            one = found.get(party) or Voice(party, party, tone)
            found[party] = Voice(party, one.name, tone, one.own, one.joint + 1)
    return list(found.values())
