"""Against what somebody has said before: "contrary to Hale’s claims, inspectors say that no valve was closed"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.link.contrast import Between
from kg.link.negation import LIGHT
from kg.link.pairs import apart, link, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "contrary/1"
_AGAINST = re.compile(
    r"\b(?:contrary to|despite|in contrast to|contradict(?:s|ed|ing)|at odds with|inconsistent with|belying|flies in the face of)\s+"
    r"(?:(?:the|what|all|any|earlier|repeated)\s+){0,2}(?P<who>[\w.’' -]{2,40}?)"
    rf"(?:[’']s?\s+(?:\w+\s+){{0,2}}(?:{any_of('accounts')}|insistence|denials?|assurances?)\b"
    r"|\s+(?:has |have |had )?(?:said|says|claim(?:ed|s)|told|insist(?:ed|s)|assert(?:ed|s))\b)",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """What a sentence with such words says, with the last saying before of the one it names that has a word in common."""
    all_said = said(extraction)
    begins = [s.begin for s in extraction.sentences]
    for match in _AGAINST.finditer(Between.of(extraction).masked):
        here = bisect_right(begins, match.start()) - 1
        who = _named(extraction, match.start("who"), match.end("who"))
        says = [s for s in all_said if s.sentence == here and not s.side & who]
        for b in says[:1]:
            before = [a for a in all_said if a.end <= match.start() and a.side & who and apart(a, b) and (a.words & b.words) - LIGHT]
            if before:
                yield link(before[-1], b, "contradicts", "explicit", RULE, 0.75)


def _named(extraction: Extraction, begin: int, end: int) -> frozenset[str]:
    """Who is named between two places."""
    return frozenset(e.id for e in extraction.entities if any(begin <= m.begin and m.end <= end + 2 for m in e.mentions))
