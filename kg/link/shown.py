"""What records, researchers or pictures show against what somebody has said: "But documents showed that the firm had known"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.link.contrast import Between
from kg.link.negation import LIGHT, NOT
from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link

RULE = "shown/3"
NEAR = 2
_SHOWS = re.compile(r"\b(?:show|find|found|reveal|disclos|document|indicat|uncover|prov|suggest)\w*", re.IGNORECASE)
_WITNESS = re.compile(
    r"\b(?:records?|documents?|videos?|footage|images?|photos?|photographs?|recordings?|tapes?|transcripts?|e-?mails?|statistics|data|figures"
    r"|stud(?:y|ies)|surveys?|research|probes?|inquir(?:y|ies)|anal(?:ysis|yses)|autops(?:y|ies)|audits?|investigations?|reviews?|reports?|articles?|researchers|investigators|auditors|inspectors|tests|satellite|logs?|files)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\b(?:but|however|though|although|yet|in fact|despite|even though|contrary)\b", re.IGNORECASE)
_CHARGES = re.compile(r"\b(?:accus|alleg|blam)\w*", re.IGNORECASE)
_NOTHING = re.compile(r"\bno (?:\w+ )?(?:evidence|record|proof|sign|trace|indication)\b", re.IGNORECASE)
_EVER = re.compile(r"^(?:that\s+)?(?:\w+\s+){1,3}?(?:had|has|have|was|were|did)?\s*(?:never|not|n[’']t)\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:den|declar|accus|claim|insist|said|say|sa[iy]s|told|wrote|alleg|maintain|assert|boast|conten)\w*", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """What is shown, after a word of contrast, with the saying right before it, of which one is negated."""
    text, between = extraction.article.text, Between.of(extraction)
    all_said = said(extraction)
    for a, b in pairwise(all_said):
        cue = text[slice(*b.attribution.cue[0])]
        source = " ".join(text[x:y] for x, y in b.attribution.source)
        if (
            b.sentence - a.sentence <= NEAR
            and (a.side or a.attribution.source)
            and apart(a, b)
            and _SHOWS.search(cue)
            and _WITNESS.search(f"{source} {b.claim.text}" if b.attribution.manner == "indirect" else source)
            and _SAYS.search(text[slice(*a.attribution.cue[0])])
            and (
                (_AGAINST.search(between.words(a, b)) and _against(a, b, bool(_CHARGES.search(text[slice(*a.attribution.cue[0])]))))
                or _never(a, b)
            )
        ):
            yield link(a, b, "contradicts", "explicit", RULE, 0.7)


def _never(a: Said, b: Said) -> bool:
    """Whether something was never so that is shown, with two words in common."""
    return bool(_EVER.search(a.claim.text)) and not NOT.search(b.claim.text) and len((a.words & b.words) - LIGHT) >= 2


def _against(a: Said, b: Said, charged: bool) -> bool:
    """Whether one of them is negated or denied, with something in common."""
    turned = a.attribution.stance == "denies" or bool(NOT.search(a.claim.text)) != bool(NOT.search(b.claim.text))
    if a.attribution.stance == "denies" and b.sentence - a.sentence == 1:
        return True
    if charged and b.sentence == a.sentence:
        return True
    one = bool((a.words & b.words) - LIGHT) or bool((set(a.claim.about) | a.side) & set(b.claim.about))
    return (turned or bool(_NOTHING.search(b.claim.text))) and one
