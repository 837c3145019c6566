"""One side says it, the other says it is not so: the same words with opposite polarity, or a denial of them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.link.pairs import opposed
from kg.model import Extraction, Link

RULE = "negation/1"
SHARED, SHARE = 2, 0.6  # at least so many words in common, and that share of the shorter claim's words


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims of different sides that share most of their words, one affirmed and one negated."""
    for a, b in opposed(extraction):
        common = a.stems & b.stems
        share = len(common) / max(1, min(len(a.stems), len(b.stems)))
        if a.affirmed != b.affirmed and len(common) >= SHARED and share >= SHARE:
            score = round(min(a.attribution.score, b.attribution.score) * share * 0.9, 3)
            yield Link(a.attribution.id, b.attribution.id, "contradicts", "negation", RULE, score, tuple(sorted({a.sentence, b.sentence})))
