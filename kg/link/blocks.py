"""Which sayings of different articles are compared at all: those that share words and a name, in them or by who speaks."""

from __future__ import annotations

from hashlib import blake2b

from kg.link.negation import LIGHT
from kg.link.told import Told

FEWEST = 3  # words that carry meaning, below which a claim says too little to be known again
MOST_WORDS, LONGEST, NAMES = 12, 6, 6
CROWD = 60
"""A block with more sayings than this says nothing: too common a name with too common a word."""
SHARED = 2
"""Blocks that two sayings must share."""


def keys(t: Told) -> set[int]:
    """The blocks of a saying, as numbers: each name in it with each word, and whom it is about and who says it with its longest words."""
    words = sorted((w for w in t.said.words - LIGHT if len(w) > 3), key=lambda w: (-len(w), w))[:MOST_WORDS]
    if len(t.said.stems) < FEWEST:
        return set()
    names = sorted(t.shared_names - t.about)[:NAMES]
    people = [*sorted(t.about)[:NAMES], *sorted(t.sides)[:2]]
    return {_number(n, w) for n in names for w in words} | {_number(p, w) for p in people for w in words[:LONGEST]}


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big", signed=True)
