"""Which sayings of different articles are compared at all: those that share two words and a name, in them or by who speaks."""

from __future__ import annotations

from hashlib import blake2b
from itertools import combinations

from kg.link.amounts import amounts
from kg.link.departing import departure
from kg.link.event import LEAST, hold, tolled
from kg.link.negation import LIGHT
from kg.link.pairs import capitals
from kg.link.slots import CALENDAR
from kg.link.told import Told
from kg.link.unheeded import message

FEWEST = 3  # words that carry meaning, below which a claim says too little to be known again
LONGEST, NAMES, SIDES, SHORTEST = 6, 6, 2, 4
"""The words of a saying by which it is found, its longest; the names in it and of whom it is about; who speaks; letters of such a word."""
AROUND, VALUES = 4, 3
"""The names of its article by which a saying without any is found; the figures in one."""
CROWD = 60
"""A block with more sayings than this says nothing: too common a name with too common words."""


def keys(t: Told) -> set[int]:
    """The blocks of a saying, as numbers: each name with each two of its longest words, or each two names with the one word it has.

    Two words, for of ten thousand articles a name with one has so many sayings that it would depend on who came first which are compared.
    """
    small = t.said.words | (t.said.stems - capitals(t.said.claim.text))
    words = sorted((w for w in small - LIGHT if len(w) >= SHORTEST), key=lambda w: (-len(w), w))[:LONGEST]
    found = _by_event(t)
    if len(t.said.stems) < FEWEST:
        return found
    names = {*sorted(t.shared_names - t.about)[:NAMES], *sorted(t.about)[:NAMES], *sorted(t.sides)[:SIDES]}
    if len(words) > 1:
        if not t.shared_names:
            names |= set(t.around[:AROUND])
        return found | {_number(name, *sorted(two)) for name in names for two in combinations(words, 2)}
    return found | {_number(*two, word) for two in combinations(sorted(names - t.sides), 2) for word in words}


def _by_event(t: Told) -> set[int]:
    """The blocks of what excludes something else of one event in other words: how many died where, who holds it, a figure,
    a warning, who was made to go."""
    text = t.said.claim.text
    names = {*sorted(t.shared_names - t.about)[:NAMES], *sorted(t.about)[:NAMES]} - CALENDAR
    found = {_number(name, f"#{count.outcome}") for count in tolled(text) for name in names or t.around}
    if hold(t):
        found |= {_number(name, "#held") for name in names}
    if gone := departure(t):
        found |= {_number(name, "#gone") for name in gone.who}
    if what := message(text):
        found |= {_number(name, f"#{what}") for name in t.around}
    values = {amount.low for amount in amounts(text) if amount.low >= LEAST}
    return found | {_number(name, f"#{value:g}") for name in t.around for value in sorted(values)[:VALUES]}


def _number(*parts: str) -> int:
    return int.from_bytes(blake2b("\0".join(parts).encode(), digest_size=8).digest(), "big", signed=True)
