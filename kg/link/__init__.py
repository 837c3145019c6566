"""Links between claims: each rule a file with a function from one extraction to links."""

from __future__ import annotations

from kg.link import (
    account,
    act,
    aimed,
    antonym,
    aside,
    charge,
    contrary,
    control,
    critics,
    despite,
    elliptic,
    embedded,
    explicit,
    figures,
    headline,
    lying,
    negation,
    numeric,
    quoted,
    refutation,
    retort,
    reversal,
    same,
    shown,
    state,
    subject,
    support,
    turns,
    versus,
)
from kg.model import Extraction, Link

RULES = (
    explicit.find,
    account.find,
    act.find,
    aimed.find,
    charge.find,
    retort.find,
    refutation.find,
    despite.find,
    lying.find,
    contrary.find,
    critics.find,
    embedded.find,
    aside.find,
    shown.find,
    reversal.find,
    versus.find,
    elliptic.find,
    subject.find,
    negation.find,
    antonym.find,
    state.find,
    control.find,
    numeric.find,
    figures.find,
    support.find,
    headline.find,
    quoted.find,
    same.find,
)


LEAST = 0.35
"""Links less sure than this are not given."""


def within(extraction: Extraction) -> tuple[Link, ...]:
    """Links between the attributions of one article; of several rules that link the same pair, the surest one stands.

    Two that exclude each other neither support each other nor are the same.
    """
    best: dict[tuple[frozenset[str], str], Link] = {}
    for rule in RULES:
        for link in rule(extraction):
            key = (frozenset((link.a, link.b)), link.relation)
            if link.score >= LEAST and (key not in best or best[key].score < link.score):
                best[key] = link
    against = {pair for pair, relation in best if relation == "contradicts"}
    found = tuple(x for (pair, relation), x in best.items() if relation == "contradicts" or pair not in against)
    agreed = {pair for pair, _ in best} - against
    return (*found, *(x for x in turns.find(extraction, found) if x.score >= LEAST and frozenset((x.a, x.b)) not in agreed))
