"""Words of opposite meaning about the same: "it was a forgery" against "it was authentic", "fell" against "rose"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.link.contrast import Between
from kg.link.lexicon import pairs
from kg.link.mood import moods
from kg.link.negation import LIGHT, OPEN, negated
from kg.link.occasion import LATER
from kg.link.pairs import Said, link, opposed, stem
from kg.link.themselves import each_of_own
from kg.model import Extraction, Link
from kg.reading.lexicon import forms

RULE = "antonym/3"
NEAR = 3
_CHARGES = re.compile(r"\b(?:accus|alleg|blam)\w*", re.IGNORECASE)
LONGEST = 14


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For the stem of each form of a word the stems of its opposites."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs("opposites"):
        left, right = ({stem(f) for f in forms(w)} for w in (one, other))
        for x in left:
            found[x] |= right
        for y in right:
            found[y] |= left
    return {word: frozenset(others - {word}) for word, others in found.items()}


@lru_cache(maxsize=4096)
def _against(words: frozenset[str]) -> frozenset[str]:
    known = opposites()
    return frozenset(o for w in words for o in known.get(w, ()))


def oppose(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a word that only one of two claims has is the opposite of one in the other."""
    return bool(_against(one - other) & other or _against(other - one) & one)


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims near each other, by different sides, with words of opposite meaning and something in common besides."""
    between = Between.of(extraction)
    for a, b in opposed(extraction):
        if b.sentence - a.sentence <= NEAR and max(len(a.words), len(b.words)) <= LONGEST and _against(a.words) & b.words:
            sure = _sure(between, a, b)
            if sure:
                yield link(a, b, "contradicts", "antonym", RULE, sure)


def _charged(between: Between, a: Said) -> bool:
    return bool(_CHARGES.search(between.extraction.article.text[slice(*a.attribution.cue[0])]))


def _sure(between: Between, a: Said, b: Said) -> float:
    """How sure it is that they oppose each other; 0 when one is negated, for then they may agree."""
    mine, theirs = _against(b.words) & a.words, _against(a.words) & b.words
    if (negated(a.claim.text) & mine) or (negated(b.claim.text) & theirs) or "denies" in {a.attribution.stance, b.attribution.stance}:
        return 0.0
    common = (a.words & b.words) - LIGHT
    share = (len(common) + 1) / max(1, min(len(a.words), len(b.words)))
    contrast = between.contrast(a, b)
    if contrast and len(common) >= 2 and share >= 0.4:
        return 0.7 + 0.05 * contrast
    if b.sentence - a.sentence <= 1 and set(a.claim.about) & b.side and _charged(between, a):
        return 0.7
    if b.sentence - a.sentence <= 1 and _alike_but_for(a, b, mine, theirs) and not LATER.search(between.words(a, b)):
        return 0.0 if each_of_own(between.extraction, a, b) else 0.65
    short = min(len(a.words), len(b.words)) <= 2
    return 0.65 if contrast and short and b.sentence - a.sentence <= 2 else 0.0


def _alike_but_for(a: Said, b: Said, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two claims are the same but for their opposites, both told as done or both as ahead."""
    one, other = (s.stems - opposite - LIGHT for s, opposite in ((a, mine), (b, theirs)))
    ahead = [{mood for word, mood in moods(s.claim.text) if word in opposite} for s, opposite in ((a, mine), (b, theirs))]
    left_open = {bool(OPEN.search(s.claim.text)) for s in (a, b)}
    return (
        bool(one) and one == other and mine.isdisjoint(theirs) and a.affirmed == b.affirmed and ahead[0] == ahead[1] and len(left_open) == 1
    )
