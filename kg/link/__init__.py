"""Links between claims: each rule a file with a function from one extraction to links."""

from __future__ import annotations

from kg.link import control, despite, explicit, negation, numeric
from kg.model import Extraction, Link

RULES = (explicit.find, despite.find, negation.find, control.find, numeric.find)


def within(extraction: Extraction) -> tuple[Link, ...]:
    """Links between the attributions of one article; of several rules that link the same pair, the surest one stands."""
    best: dict[tuple[frozenset[str], str], Link] = {}
    for rule in RULES:
        for link in rule(extraction):
            key = (frozenset((link.a, link.b)), link.relation)
            if key not in best or best[key].score < link.score:
                best[key] = link
    return tuple(best.values())
