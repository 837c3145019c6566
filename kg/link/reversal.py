"""One speaker who says now what was denied before, or the other way round, with the article saying that it was before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.lexicon import lines
from kg.link.negation import LIGHT, OPEN, held, is_hard, negated, scope
from kg.link.pairs import WITHIN, Said, link, nested, said
from kg.model import Extraction, Link

RULE = "reversal/1"
COMMON, WHOLE = 2, 0.3  # words of both that are the same, and the share of them
_BEFORE = re.compile(
    r"\b(?:earlier|previously|originally|initially|at first|in the past|last (?:week|month|year)"
    r"|(?:days?|weeks?|months?|years?) (?:ago|later)|revised"
    r"|had (?:\w+ly )?(?:said|told|insisted|denied|claimed|promised|maintained)|later (?:said|told|admitted|acknowledged)|now says?"
    rf"|in (?:(?:19|20)\d\d|{'|'.join(lines('months'))})|reversed|backtrack\w*|walked back|changed)\b",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Two claims of one speaker, of which one negates the other, when words of another time stand by one of them."""
    text, all_said = extraction.article.text, [s for s in said(extraction) if s.attribution.speaker]
    scopes, holds = [scope(s) for s in all_said], [held(s) for s in all_said]
    for i, a in enumerate(all_said):
        for j in range(i + 1, min(len(all_said), i + 1 + WITHIN)):
            b = all_said[j]
            focus = a.attribution.speaker == b.attribution.speaker and (scopes[i] & holds[j] or scopes[j] & holds[i])
            if focus and not nested(a, b) and _turned(a, b) and _before(text, a, b):
                yield link(a, b, "contradicts", "reversal", RULE, 0.7)


def _turned(a: Said, b: Said) -> bool:
    """Whether two sayings, of which one negates what the other holds, are about the same and leave nothing open."""
    common, whole = (a.words & b.words) - LIGHT, (a.words | b.words) - LIGHT
    if len(common) < COMMON or len(common) < WHOLE * len(whole) or negated(a.claim.text) & negated(b.claim.text):
        return False
    left_open = {bool(OPEN.search(s.claim.text)) for s in (a, b)}
    return len(left_open) == 1 and not any(is_hard(s.claim.text) for s in (a, b))


def _before(text: str, a: Said, b: Said) -> bool:
    """Whether a word of another time stands in what is written around either, its claim left out."""
    around = (text[s.begin : s.end] for s in (a, b))
    return any(_BEFORE.search(whole.replace(s.claim.text, " ")) for whole, s in zip(around, (a, b), strict=True))
