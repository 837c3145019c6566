"""Sayings next to each other where an article is told in turns: each side's account and at once what another side says to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from kg.link.contrast import Between
from kg.link.negation import SHARE
from kg.link.pairs import Said, apart, link, said
from kg.link.signs import Turn, heated, points
from kg.model import Extraction, Link

RULE = "turns/1"
TURNS, FEW, MOST = 6, 0.5, 0.65  # an article is told in turns when so many of its sayings, and so large a share, are answered at once
OF_TURNS = 5  # for one of that many turns a disagreement is known where the share is the smaller one
KNOWN = 0.4  # how sure a disagreement is that was told by other rules
REACH = 2  # sayings and sentences from one to what answers it
LEAST = 0.5  # points of a turn that is linked


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
    if not (camps.known or heated(extraction.article.text)) or not _in_turns(all_said, len(camps.known)):
        return
    between = Between(extraction)
    for i, a in enumerate(all_said):
        for j in range(i + 1, min(len(all_said), i + 1 + REACH)):
            b = all_said[j]
            if frozenset((a.attribution.id, b.attribution.id)) in camps.known or not _comparable(between, a, b):
                continue
            found = points(_turn(between, camps, all_said, i, j))
            if found >= LEAST:
                yield link(a, b, "contradicts", "wording", RULE, round(1 / (1 + exp(-found)), 3))


def _in_turns(all_said: list[Said], known: int) -> bool:
    turns = sum(b.sentence - a.sentence <= REACH and apart(a, b) for a, b in pairwise(all_said))
    return turns >= max(TURNS, (FEW if OF_TURNS * known >= turns else MOST) * len(all_said))


def _comparable(between: Between, a: Said, b: Said) -> bool:
    """Whether one can answer the other: of different sides, near, with something said, and no shares of who was asked."""
    polled = any(SHARE.search(s.claim.text) for s in (a, b))
    return b.sentence - a.sentence <= REACH and bool(b.words) and not polled and apart(a, b)


def _turn(between: Between, camps: Camps, all_said: list[Said], i: int, j: int) -> Turn:
    a, b = all_said[i], all_said[j]
    middle = all_said[i + 1] if j - i > 1 else None
    against_a, against_b = camps.against(a), camps.against(b)
    at_odds = bool(against_a & b.side)
    begin, end = _paragraph(between.extraction.article.text, a)
    inside = [s for s in all_said if begin <= s.begin < end]
    return Turn(
        a=a,
        b=b,
        text=between.extraction.article.text,
        between=between.words(a, b),
        at_odds=at_odds,
        allies=bool(against_a & against_b) and not at_odds,
        third=middle is not None and not middle.side & (a.side | b.side),
        answered=middle is not None and frozenset((middle.attribution.id, b.attribution.id)) in camps.known,
        goes_on=j + 1 < len(all_said) and bool(all_said[j + 1].side & b.side) and all_said[j + 1].sentence - b.sentence <= 1,
        opens=bool(inside) and inside[0] is a,
        closes=bool(inside) and inside[-1] is b,
    )


def _paragraph(text: str, s: Said) -> tuple[int, int]:
    end = text.find("\n", s.begin)
    return text.rfind("\n", 0, s.begin) + 1, len(text) if end < 0 else end
