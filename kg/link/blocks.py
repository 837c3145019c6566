"""Which sayings of different articles are compared at all: those that share two words and a name, in them or by who speaks."""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations

from kg.link.negation import LIGHT
from kg.link.pairs import capitals
from kg.link.told import Told

FEWEST = 3  # words that carry meaning, below which a claim says too little to be known again
LONGEST, NAMES, SIDES, SHORTEST = 6, 6, 2, 4
"""The words of a saying by which it is found, its longest; the names in it and of whom it is about; who speaks; letters of such a word."""
CROWD = 60
"""A block with more sayings than this says nothing: too common a name with too common words."""


def keys(t: Told) -> set[int]:
    """The blocks of a saying, as numbers: each name with each two of its longest words, or each two names with the one word it has.

    Two words, for of ten thousand articles a name with one has so many sayings that it would depend on who came first which are compared.
    """
    small = t.said.words | (t.said.stems - capitals(t.said.claim.text))
    words = sorted((w for w in small - LIGHT if len(w) >= SHORTEST), key=lambda w: (-len(w), w))[:LONGEST]
    if len(t.said.stems) < FEWEST:
        return set()
    names = {*sorted(t.shared_names - t.about)[:NAMES], *sorted(t.about)[:NAMES], *sorted(t.sides)[:SIDES]}
    if len(words) > 1:
        return {_number(name, *sorted(two)) for name in names for two in combinations(words, 2)}
    return {_number(*two, word) for two in combinations(sorted(names - t.sides), 2) for word in words}


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big", signed=True)
