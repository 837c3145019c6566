"""The writer says that accounts differ: "Three people who saw it gave a different account"; then one side before, the other after."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from kg.link.contrast import RIVAL, Between
from kg.link.explicit import ACCUSES
from kg.link.pairs import Said, apart, link, nested, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "account/3"
BEFORE, AFTER = 1, 1  # sentences from the words that say so to the one account and to the other
BOTH_AFTER = 1  # sentences from "they disagree over it" to the first of two accounts that follow
_DISPUTES = re.compile(
    r"\b(?:disput|reject|den|dismiss|contradict|challeng|contest|rebut|refut|counter)(?:ed|ied|s|es|ies|ing|ted|ting)?\s+(?:\w+\s+)?"
    r"(?:the|that|this|those|these|such|any|his|her|their|its|\w+[’']s?)\s+(?:\w+\s+){0,2}"
    r"(?:accounts?|versions?|claims?|findings?|allegations?|accusations?|charges?|figures?|numbers?|tolls?|stor(?:y|ies)|reports?|conclusions?|criticisms?|assertions?|suggestions?|narrative)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    rf"(?:,|\s[-–—])\s+an?\s+(?:\w+\s+)?(?:charge|{any_of('accounts')})\s+(?:that|which)\b[^.;]{{0,80}}?"
    r"\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|dismiss(?:es|ed)?|contest(?:s|ed)?)\b",
    re.IGNORECASE,
)
_INNOCENT = re.compile(
    r"\b(?:maintain|insist(?:s|ed)? on|protest|profess)\w*\s+(?:his|her|their|its)\s+innocence\b"
    r"|\bden(?:y|ies|ied|ying)\s+(?:any\s+|all\s+)?wrongdoing\b",
    re.IGNORECASE,
)

_DIFFER = re.compile(
    r"\b(?:(?:contested|disputed) by both|(?:differ(?:s|ed)?|disagree[ds]?)\s+(?:sharply\s+|strongly\s+)?(?:on|over|about)"
    r"|(?:split|divided|at odds)\s+(?:on|over|about)|(?:sparred|clashed|feud(?:ed|ing)) over)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|argu\w+|according to|claim\w*|maintain\w*|insist\w*|conten[dt]\w*|push\w* for|t[oe]ll?[sd]?"
    r"|assert\w*|call\w*)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:per ?cent|respondents|polled|surveyed|majority)\b|%", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """The last saying before such words and the first after them, of different sides."""
    all_said = [s for s in said(extraction) if s.side or s.attribution.source]
    masked = Between.of(extraction).masked
    borders = [s.begin for s in extraction.sentences]
    for pattern in (RIVAL, _DISPUTES, _APPOSED, _INNOCENT):
        for match in pattern.finditer(masked):
            here = bisect_right(borders, match.start()) - 1
            pair = _around(extraction.article.text, all_said, match, here)
            if pair:
                yield link(*pair, "contradicts", "explicit", RULE, 0.75)
    for match in _DIFFER.finditer(masked):
        pair = _following(extraction, all_said, match.end(), bisect_right(borders, match.start()) - 1)
        if pair:
            yield link(*pair, "contradicts", "explicit", RULE, 0.6)


def _following(extraction: Extraction, all_said: list[Said], at: int, here: int) -> tuple[Said, Said] | None:
    """The first saying after such words and the next of another side, right after it; none of shares in a poll."""
    text = extraction.article.text
    after = [s for s in all_said if s.attribution.cue[0][0] >= at - 1 and s.sentence - here <= BOTH_AFTER + 1][:3]
    if not after or after[0].sentence - here > BOTH_AFTER:
        return None
    a, b = after[0], next((s for s in after[1:] if apart(after[0], s)), None)
    if b is None or b.sentence - a.sentence > 1 or any(_SHARE.search(text[s.begin : s.end]) for s in (a, b)):
        return None
    return (a, b) if all(_SAYS.search(text[slice(*s.attribution.cue[0])]) for s in (a, b)) else None


def _around(text: str, all_said: list[Said], match: re.Match[str], here: int) -> tuple[Said, Said] | None:
    before = [s for s in all_said if s.begin < match.start() and s.attribution.cue[-1][1] <= match.start() and here - s.sentence <= BEFORE]
    after = [s for s in all_said if s.attribution.cue[0][0] >= match.end() - 1 and 0 <= s.sentence - here <= AFTER]
    if not before or not after:
        return None
    a, b = before[-1], after[0]
    if (
        ACCUSES.search(text[slice(*b.attribution.cue[0])])
        or a.side & b.side
        or nested(a, b)
        or b.attribution.stance not in {"asserts", "denies", "disputes"}
    ):
        return None
    told = b.attribution.manner != "indirect" or a.words & b.words or (match.re is _APPOSED and b.sentence == a.sentence)
    return (a, b) if told else None
