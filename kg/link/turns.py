"""Sayings next to each other where an article is told in turns: each side's account and at once what another side says to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from kg.link.contrast import Between
from kg.link.numeric import count_others
from kg.link.pairs import Said, apart, link, said
from kg.link.signs import Turn, heated, points
from kg.model import Extraction, Link

RULE = "turns/1"
TURNS = 12  # an article is told in turns when so many of its sayings are answered at once
KNOWN_TURNS, HEATED_TURNS, PLAIN_TURNS = 0.5, 0.65, 0.75  # and such a share of them: where many disagree, with words of dispute, else
MANY = 0.2  # disagreements known for each turn
KNOWN = 0.4  # how sure a disagreement is that was told by other rules
REACH = 2  # sayings and sentences from one to what answers it
AROUND = 20  # sayings before and after among which those of one paragraph are looked for
LEAST = 0.75  # points of a turn that is linked


@dataclass(frozen=True)
class Camps:
    """Which pairs of sayings are known to disagree, and who is whose foe by them."""

    known: frozenset[frozenset[str]]
    foes: dict[str, frozenset[str]]

    @classmethod
    def of(cls, all_said: list[Said], extraction: Extraction, links: Iterable[Link]) -> Camps:
        """By the links and disputes of an article."""
        known = {frozenset((x.a, x.b)) for x in links if x.relation == "contradicts" and x.score >= KNOWN}
        known |= {frozenset((a.id, a.disputes)) for a in extraction.attributions if a.disputes}
        sides = {a.id: frozenset(one for one in (a.speaker, a.on_behalf_of) if one) for a in extraction.attributions}
        foes: dict[str, set[str]] = defaultdict(set)
        for pair in known:
            for one in pair:
                for other in pair - {one}:
                    for who in sides[one]:
                        foes[who] |= sides[other]
        return cls(frozenset(known), {who: frozenset(against) for who, against in foes.items()})

    def against(self, s: Said) -> frozenset[str]:
        """Foes of who speaks."""
        return frozenset[str]().union(*(self.foes.get(who, frozenset()) for who in s.side))


def find(extraction: Extraction, links: Iterable[Link]) -> Iterator[Link]:
    """Pairs of such sayings by different sides with enough signs of it, where the speakers are known to disagree."""
    all_said = said(extraction)
    camps = Camps.of(all_said, extraction, links)
    if not _in_turns(all_said, len(camps.known), words=heated(extraction.article.text)):
        return
    between = Between.of(extraction)
    for i, a in enumerate(all_said):
        for j in range(i + 1, min(len(all_said), i + 1 + REACH)):
            b = all_said[j]
            if frozenset((a.attribution.id, b.attribution.id)) in camps.known or not _comparable(a, b):
                continue
            found = points(_turn(between, camps, all_said, i, j))
            if found >= LEAST:
                yield link(a, b, "contradicts", "wording", RULE, round(1 / (1 + exp(-found)), 3))


def _in_turns(all_said: list[Said], known: int, *, words: bool) -> bool:
    told = [s for s in all_said if s.side or s.attribution.source]
    turns = sum(b.sentence - a.sentence <= REACH and apart(a, b) for a, b in pairwise(told))
    share = KNOWN_TURNS if known >= MANY * turns else HEATED_TURNS if words else PLAIN_TURNS
    return (words or known > 0) and turns >= max(TURNS, share * len(told))


def _comparable(a: Said, b: Said) -> bool:
    """Whether one can answer the other: of different sides, near, with something said, and not dead where the other counts hurt."""
    return b.sentence - a.sentence <= REACH and bool(b.words) and apart(a, b) and not count_others(a, b)


def _turn(between: Between, camps: Camps, all_said: list[Said], i: int, j: int) -> Turn:
    a, b = all_said[i], all_said[j]
    middle = all_said[i + 1] if j - i > 1 else None
    against_a, against_b = camps.against(a), camps.against(b)
    at_odds = bool(against_a & b.side)
    begin, end = _paragraph(between.extraction.article.text, a)
    inside = [s for s in all_said[max(0, i - AROUND) : j + AROUND] if begin <= s.begin < end]
    return Turn(
        a=a,
        b=b,
        text=between.extraction.article.text,
        between=between.words(a, b),
        at_odds=at_odds,
        allies=bool(against_a & against_b) and not at_odds,
        third=middle is not None and not middle.side & (a.side | b.side),
        answered=middle is not None and frozenset((middle.attribution.id, b.attribution.id)) in camps.known,
        went_on=i > 0 and _next(all_said[i - 1], a),
        goes_on=j + 1 < len(all_said) and _next(b, all_said[j + 1]),
        opens=bool(inside) and inside[0] is a,
        closes=bool(inside) and inside[-1] is b,
    )


def _next(one: Said, other: Said) -> bool:
    """Whether the other follows on the one, of the same side."""
    return bool(one.side & other.side) and other.sentence - one.sentence <= 1


def _paragraph(text: str, s: Said) -> tuple[int, int]:
    end = text.find("\n", s.begin)
    return text.rfind("\n", 0, s.begin) + 1, len(text) if end < 0 else end
