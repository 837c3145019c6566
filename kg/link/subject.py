"""Two sayings one after the other about the same, of which one denies: "its drones had not flown" against "drones had circled above"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.link.contrast import Between
from kg.link.negation import LIGHT, OPEN, SHARE, is_hard
from kg.link.pairs import STOP, Said, link, opposed, stem
from kg.model import Extraction, Link

RULE = "subject/1"
NEAR = 1
LONGEST = 14  # words of a claim that is about one thing
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|claim\w*|maintain\w*|insist\w*|testif\w+|counter\w*|according to|complain\w*)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\W*(?:that\s+)?(?:(?:the|its|his|her|their|our|my|all|both|every|each|no|any|some|these|those|this|that|an?)\s+)?(?:[\w’'-]+\s+){0,2}?"
    r"(?P<head>[\w’'-]+)\s+(?:(?:had|has|have|was|were|is|are|did|do|does)\b|\w+n[’']t\b)",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Such sayings of different sides, next to each other, each no more than one plain clause."""
    between, text = Between.of(extraction), extraction.article.text
    for a, b in opposed(extraction):
        if b.sentence - a.sentence > NEAR or a.affirmed == b.affirmed or not _same(a, b):
            continue
        if {a.attribution.stance, b.attribution.stance} != {"asserts"} or len({bool(OPEN.search(s.claim.text)) for s in (a, b)}) > 1:
            continue
        said = all(any(_SAYS.search(text[x:y]) for x, y in s.attribution.cue) for s in (a, b))
        if said and not any(SHARE.search(between.told(s)) or is_hard(s.claim.text) for s in (a, b)):
            yield link(a, b, "contradicts", "negation", RULE, 0.55)


def _same(a: Said, b: Said) -> bool:
    """Whether both are short and have one subject, which is no name."""
    one, other = (_head(s.claim.text) for s in (a, b))
    return one is not None and one == other and one not in a.names and max(len(s.claim.text.split()) for s in (a, b)) <= LONGEST


@lru_cache(maxsize=4096)
def _head(claim: str) -> str | None:
    found = _SUBJECT.match(claim)
    head = found["head"].lower() if found else ""
    return stem(head) if head and head not in STOP and stem(head) not in LIGHT else None
