"""Two accounts in one sentence that "but" or "while" sets against each other: "said it held the ridge, but the rebels insisted …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT, SHARE
from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link

RULE = "versus/1"
LEAD = 30  # characters before the second source in which "but" is looked for
SHORTEST = 3  # words of a claim that says something
_AGAINST = re.compile(
    r",?\s+(?:but|while|whereas|although|though|yet|even as)\s+(?:\w+\s+){0,2}$|,\s+with\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|claim\w*|maintain\w*|insist\w*|argu(?:ed|es|ing)|report(?:ed|s|ing)|testif\w+|counter(?:ed|s)|assert\w*"
    r"|contend\w*|according to)\b",
    re.IGNORECASE,
)
_INSISTS = re.compile(r"\b(?:insist|maintain|counter|contend)\w*", re.IGNORECASE)
_SUBJECT = re.compile(r"\W*(?:that\s+)?(?P<who>he|she|it|they)\b", re.IGNORECASE)
_DOUBTS = re.compile(r"\W*(?:that\s+)?(?:he|she|it|they|I|we)\s+(?:\w+\s+)?(?:doubt|hope|want|would|wish|support|believ)\w*", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """Each two such sayings of which one insists, that share a word, or whose second goes on with "it" about what the first is of."""
    text, all_said = extraction.article.text, said(extraction)
    persons = {e.id for e in extraction.entities if e.type == "Person"}
    for i, a in enumerate(all_said):
        for b in all_said[i + 1 : i + 4]:
            if a.sentence == b.sentence and apart(a, b) and _set_against(text, a, b) and _tied(text, a, b, persons):
                yield link(a, b, "contradicts", "explicit", RULE, 0.65)


def _set_against(text: str, a: Said, b: Said) -> bool:
    """Whether nothing but such a word stands between them, and both tell something that is so or is not."""
    if not b.attribution.source or b.attribution.source[0][0] < a.end - 2:
        return False
    begin = b.attribution.source[0][0]
    told = all(s.attribution.kind == "statement" and any(_SAYS.search(text[x:y]) for x, y in s.attribution.cue) for s in (a, b))
    if not told or not _AGAINST.search(text, max(a.end - 2, begin - LEAD), begin):
        return False
    if any(SHARE.search(text[s.begin : s.end]) or _DOUBTS.match(s.claim.text) for s in (a, b)):
        return False
    return min(len(s.claim.text.split()) for s in (a, b)) >= SHORTEST


def _tied(text: str, a: Said, b: Said, persons: set[str]) -> bool:
    if any(_INSISTS.search(text[x:y]) for s in (a, b) for x, y in s.attribution.cue) or (a.words & b.words) - LIGHT:
        return True
    found = _SUBJECT.match(b.claim.text)
    if not found:
        return False
    own = "he she" if b.side & persons else "it they"
    plural = text[slice(*b.attribution.source[0])].endswith("s")
    who = found["who"].lower()
    return who not in own or (who == "it" and plural)
