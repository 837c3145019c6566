"""What is said to unnamed critics: "rebuked those who say the wall will fall, saying it was sound"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import inside, link, said
from kg.model import Extraction, Link

RULE = "critics/1"
_REBUKES = re.compile(
    r"\b(?:rebuk|rebuff|dismiss|mock|ridicul|criticiz|criticis|chid|scold|blast|slam|scoff|derid|lash|counter|disput|reject|contradict|challeng"
    r"|respond|fir|hit|push|shoot|shot)\w*",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\W*(?:(?:at|to|back|out|against|the|his|her|their|its|some|any|all|many|both)\s+)*(?:[\w-]+\s+)?"
    r"(?:critics|those|people|opponents|detractors|skeptics|sceptics|anyone|rivals|naysayers|commentators|pundits|lawmakers|experts)\s+"
    r"(?:\w+\s+)?(?:who|that)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(r"\b(?:say|said|claim|argu|alleg|accus|insist|assert|maintain|call|contend|suggest|believ|think)\w*", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """What such critics say, with what the one who rebukes them goes on to say in the sentence; else with the rebuke."""
    text, all_said = extraction.article.text, said(extraction)
    for i, outer in enumerate(all_said):
        content = text[slice(*outer.attribution.content[0])]
        if not _REBUKES.search(text[slice(*outer.attribution.cue[0])]) or not _WHO.match(content) or not outer.side:
            continue
        after = [s for s in all_said[i + 1 : i + 6] if s.sentence == outer.sentence]
        inner = next((s for s in after if inside(s, outer) and _CLAIMS.search(text[slice(*s.attribution.cue[0])])), None)
        if inner and not inner.side & outer.side:
            goes_on = next((s for s in after if s.side & outer.side and not inside(s, outer)), None)
            yield link(inner, goes_on or outer, "contradicts", "explicit", RULE, 0.75)
