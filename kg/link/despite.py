"""A claim that sets itself against another it names: "said that, despite the firm’s claim that it had paid, no money had come"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link

RULE = "despite/2"
_CLAIMS = re.compile(
    r"\b(?:claim|insist|assert|den[iy]|argu|statement|assur|warn|maintain|report|evidence|accus|alleg|sa[iy]|promis|pledg|contention)\w*",
    re.IGNORECASE,
)
SHORTEST = 4  # words of a claim that says something by itself
_DESPITE = re.compile(r"\b(?:despite|contrary to|in spite of|notwithstanding|contradicting|flouting|belying)\b[^.;,]{0,45}$", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """An attribution after a word like "despite" with the one that it is set against: around it, before it, or right after it."""
    text = extraction.article.text
    all_said = said(extraction)
    by_id = {s.attribution.id: s for s in all_said}
    for i, inner in enumerate(all_said):
        before = text[max(0, inner.attribution.cue[0][0] - 120) : inner.attribution.cue[0][0]]
        if not _CLAIMS.search(text[slice(*inner.attribution.cue[0])]):
            continue
        if not inner.side or not _DESPITE.search(before) or len(inner.claim.text.split()) < SHORTEST:
            continue
        outer = next((o for o in by_id.values() if o.attribution.relays == inner.attribution.id), None)
        if outer:
            if not outer.side & inner.side and _DESPITE.search(text[outer.claim.content[0][0] : inner.attribution.cue[0][0]]):
                yield link(outer, inner, "contradicts", "wording", RULE, 0.8)
        elif (other := _beside(all_said, i)) and other.attribution.kind != "perception":
            yield link(inner, other, "contradicts", "wording", RULE, 0.75)


def _beside(all_said: list[Said], i: int) -> Said | None:
    """The saying of another side in the same sentence, or the next one when the sentence has no other."""
    inner = all_said[i]
    here = [o for o in all_said[max(0, i - 2) : i + 3] if o.sentence == inner.sentence and apart(o, inner)]
    after = [o for o in all_said[i + 1 : i + 2] if o.sentence == inner.sentence + 1 and apart(o, inner)]
    return next(iter(here or after), None)
