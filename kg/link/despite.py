"""A claim that sets itself against another it names: "said that, despite the firm’s claim that it had paid, no money had come"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, said
from kg.model import Extraction, Link

RULE = "despite/1"
SHORTEST = 4  # words of a claim that says something by itself
_DESPITE = re.compile(r"\b(?:despite|contrary to|in spite of|notwithstanding|contradicting|flouting|belying)\b[^.;]{0,60}$", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """An attribution nested in another's content after a word like "despite", by another side."""
    by_id = {s.attribution.id: s for s in said(extraction)}
    for outer in by_id.values():
        inner = by_id.get(outer.attribution.relays or "")
        if (
            inner
            and inner.side
            and len(inner.claim.text.split()) >= SHORTEST
            and not (outer.side & inner.side)
            and _against(extraction.article.text, outer, inner)
        ):
            score = round(min(outer.attribution.score, inner.attribution.score) * 0.8, 3)
            yield Link(outer.attribution.id, inner.attribution.id, "contradicts", "wording", RULE, score, (outer.sentence,))


def _against(text: str, outer: Said, inner: Said) -> bool:
    begin = outer.claim.content[0][0]
    return bool(_DESPITE.search(text[begin : inner.attribution.cue[0][0]]))
