"""One side says it, the other says it is not so: the same words with opposite polarity, or a denial of them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.link.pairs import opposed, stems
from kg.model import Extraction, Link

RULE = "negation/1"
SHARED, SHARE = 3, 0.5  # at least so many words in common that are no names, and that share of the words of both; or all of them


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims of different sides that share most of their words, one affirmed and one negated."""
    names = stems(" ".join(e.name for e in extraction.entities))
    for a, b in opposed(extraction):
        left, right = a.stems - names, b.stems - names
        common = left & right
        share = len(common) / max(1, len(left | right))
        enough = (len(common) >= SHARED and share >= SHARE) or (len(common) == SHARED - 1 and left == right)
        if a.affirmed != b.affirmed and enough:
            score = round(min(a.attribution.score, b.attribution.score) * (0.5 + share / 2) * 0.9, 3)
            yield Link(a.attribution.id, b.attribution.id, "contradicts", "negation", RULE, score, tuple(sorted({a.sentence, b.sentence})))
