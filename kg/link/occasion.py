"""Whether two counts are of one time and place: not "12 by Tuesday" and "15 by Friday", "40 in the north" and "120 across the country"."""

from __future__ import annotations

import re

from kg.link.contrast import Between
from kg.link.pairs import Said

NEAR = 2  # sentences between which all that the writer says counts
LATER = re.compile(
    r"\b(?:by\s+(?:the\s+(?:end|time)|late|early|noon|midnight|evening|nightfall|mon|tues|wednes|thurs|fri|satur|sun)\w*|later|since\s+then|updated|revised"
    r"|(?:risen|rose|climbed|grown|grew|jumped|soared|doubled|fallen|fell|dropped)\s+(?:to|since)|raised|lowered|now|previous(?:ly)?|earlier|so\s+far"
    r"|last\s+(?:year|month|week)|a\s+(?:year|month|week)\s+(?:ago|earlier|later|before)|next\s+(?:year|month|week))\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SCOPE = re.compile(
    r"\b(?:nationwide|nationally|across\s+(?:the\s+)?\w+|worldwide|countrywide|alone"
    r"|in\s+(?:the\s+)?(?:north|south|east|west|country|capital|region|province|district|city|town|village)\w*"
    r"|(?:each|per|every)\s+\w+|an?\s+(?:day|week|month|year|night|hour|head|person|tonne?))\b",
    re.IGNORECASE,
)


def of_other_time(between: Between, a: Said, b: Said) -> bool:
    """Whether the writer or the speakers tell of another day, or of a change."""
    text = between.extraction.article.text
    near = b.sentence - a.sentence <= NEAR
    if any(LATER.search(words) for words in (between.words(a, b) if near else between.masked[b.begin : b.end], a.claim.text, b.claim.text)):
        return True
    one, other = (set(_DAY.findall(text[s.begin : s.end])) for s in (a, b))
    return bool(one and other and one != other)


def scope(s: Said) -> frozenset[str]:
    """Of which place, or for each of what, a saying says that its counts are."""
    return frozenset(m.group().lower() for m in _SCOPE.finditer(s.claim.text))
