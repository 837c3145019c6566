"""Which sayings of different articles are compared at all: those that share a name and words, or several rarer words."""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations

from kg.link.negation import LIGHT
from kg.link.told import Told

FEWEST = 3  # words that carry meaning, below which a claim says too little to be known again
MOST_WORDS = 12
CROWD = 60
"""A block with more sayings than this says nothing: too common a name with too common a word."""
SHARED = 2
"""Blocks that two sayings must share."""


def keys(t: Told) -> set[int]:
    """The blocks of a saying, as numbers: each name in it with each word, and each pair of its longest words."""
    words = sorted((w for w in t.said.words - LIGHT if len(w) > 3), key=lambda w: (-len(w), w))[:MOST_WORDS]
    if len(t.said.stems) < FEWEST:
        return set()
    names = sorted(t.said.stems & t.said.names)[:6]
    found = {_number(n, w) for n in names for w in words}
    return found | {_number(*pair) for pair in combinations(sorted(words[:5]), 2)}


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big", signed=True)
