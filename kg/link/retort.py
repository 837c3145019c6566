"""A saying that answers another: "disagreed", "begs to differ", "fired back that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link

RULE = "retort/1"
REACH = 3
_DIFFERS = re.compile(r"^(?:[a-z]+s )?(?:disagree[sd]?(?: with)?|beg(?:s|ged)? to differ)$", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:saw|sees|thinks?|thought)\b.{0,40}\b(?:differently|otherwise)\b", re.IGNORECASE)
_OVER = re.compile(r"\W*(?:what|when|how|whether|why|over|on|about)\b", re.IGNORECASE)  # people who disagree with each other
_BACK = re.compile(r"\b(?:(?:fired|shot|hit|pushed|punched) back|retort(?:ed|s)?|rebutted|snappy retort)\b", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """A retort with the last saying of another side before it; one that only "fired back" must be about the same."""
    text = extraction.article.text
    all_said = said(extraction)
    for i, b in enumerate(all_said):
        cue = " ".join(text[x:y] for x, y in b.attribution.cue)
        differs = not _OVER.match(b.claim.text) and bool(_DIFFERS.search(cue) or _OTHERWISE.search(f"{cue} {b.claim.text[:50]}"))
        if differs or _BACK.search(cue):
            a = next((a for a in reversed(all_said[max(0, i - 6) : i]) if apart(a, b) and b.sentence - a.sentence <= REACH), None)
            if a and (differs or _answers(a, b)):
                yield link(a, b, "contradicts", "explicit", RULE, 0.75 if differs else 0.6)


def _answers(a: Said, b: Said) -> bool:
    shared = len(a.words & b.words)
    return b.sentence - a.sentence <= 1 and (shared >= 2 or (shared == 1 and bool(set(a.claim.about) & b.side)))
