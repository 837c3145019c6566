"""A charge and its denial, in either order: "accused the firm of dumping waste … the firm denied any dumping"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT, NOT
from kg.link.pairs import Said, apart, link, nested, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "charge/4"
REACH, NEAR = 6, 3  # sentences; within the nearer ones, to deny all is to deny what one is accused of
SUBJECT = 40  # characters before "was accused of" in which the accused is named
_CHARGES = re.compile(
    r"\b(?:accus|alleg|charg(?:ed|es|ing)\b|blam|claim|portray|insinuat|fault|indict)\w*|\bsuspected of\b|\bcharges?\b", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"\b(?:is|was|were|are|be|been|being)\s+(?:\w+\s+)?(?:accused|charged|blamed|suspected|alleged|indicted)\b", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:den(?:y|ied|ies|ying)|plead\w*|reject\w*|disput\w*|refut\w*|rebut\w*|dismiss\w*)\b", re.IGNORECASE)
_WHAT = re.compile(
    rf"^\W*(?:(?:the|any|all|such|these|those|[\w.]+[’']s?)\s+)?(?:\w+\s+)?(?:{any_of('accounts')})\b|^\W*(?:that|any|having|\w+ing)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"^\W*(?:guilt|(?:any |all |committing any )?wrong-?doing|any guilt|not guilty|(?:any |all |having any )?"
    r"(?:involvement|role|part|knowledge|links?|ties?)"
    r"|(?:that\s+)?(?:(?:any|one) of )?(?:its|his|her|their|our)\s+[\w-]+\s+(?:had|have|has|was|were|is|are)\s+"
    r"(?:been\s+)?(?:\w+ly\s+|in any way\s+)?"
    r"(?:involved|responsible|behind|to blame|at fault)"
    r"|(?:any )?responsibility|(?:all |any )?(?:the |these |those )?(?:charges|allegations|accusations))\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(r"\b(?:maintain|insist|protest|profess|assert|claim|proclaim|sa(?:id|ys?|ying))\w*", re.IGNORECASE)
_INNOCENT = re.compile(
    r"^\W*(?:that\s+)?(?:on\s+)?(?:(?:his|her|their|its)\s+(?:own\s+)?innocence\b"
    r"|(?:he|she|they|it|I|we)(?:\s+(?:is|was|are|were|am|had been|has been)|[’']m)\s+(?:completely\s+|totally\s+|entirely\s+)?"
    r"(?:innocent|not guilty|framed|wrongly (?:accused|convicted))\b"
    r"|(?:he|she|they|it|I|we)\s+(?:had\s+)?(?:did|done)\s+nothing\s+wrong\b)",
    re.IGNORECASE,
)
_NOUN = re.compile(r"(?:claim|charge)s?|(?:allegation|accusation|insinuation)s?", re.IGNORECASE)  # of which the saying around it disposes
_POINTS = re.compile(r"^\W*(?:that\s+)?(?:that|this|it|such)\s+(?:is|was|were|had)\b", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """Each denial, plea of not guilty or claim of innocence, with the nearest charge against who denies, or one whom it names."""
    text, all_said = extraction.article.text, said(extraction)
    cues = [" ".join(text[x:y] for x, y in s.attribution.cue) for s in all_said]
    answered = {s.attribution.disputes for s in all_said}
    charges = [
        (s, _accused(extraction, s))
        for s, cue in zip(all_said, cues, strict=True)
        if not (s.attribution.id in answered and _NOUN.fullmatch(cue))
        and _CHARGES.search(cue)
        and not NOT.search(cue)
        and s.attribution.stance == "asserts"
        and not _INNOCENT.match(s.claim.text)
    ]
    for denial, cue in zip(all_said, cues, strict=True):
        if _denies(denial, cue):
            fits = [c for c, accused in charges if _apart(c, denial, accused) and _fits(c, denial, accused)]
            charge = min(fits, key=lambda c: (abs(c.sentence - denial.sentence), c.begin > denial.begin), default=None)
            if charge:
                yield link(charge, denial, "contradicts", "explicit", RULE, 0.75)


def _denies(s: Said, cue: str) -> bool:
    if _HOLDS.search(cue) and _INNOCENT.match(s.claim.text):
        return True
    what = _WHAT.search(s.claim.text) or _ALL.search(s.claim.text)
    return bool(what and _DENIES.search(cue) and s.attribution.stance in {"denies", "disputes"} and not _POINTS.match(s.claim.text))


def _accused(extraction: Extraction, charge: Said) -> frozenset[str]:
    """Whom a charge is about; of "was accused of", who is named right before."""
    begin, end = charge.attribution.cue[0]
    found = frozenset(charge.claim.about)
    if not _PASSIVE.search(extraction.article.text, begin, end):
        return found
    before = [(m.end, e.id) for e in extraction.entities for m in e.mentions if begin - SUBJECT <= m.end <= begin]
    return found | {max(before)[1]} if before else found


def _apart(charge: Said, denial: Said, accused: frozenset[str]) -> bool:
    """Whether they are of two sides; a charge that nobody is said to make is one of its own against who is accused."""
    if charge.side or charge.attribution.source:
        return apart(charge, denial)
    return bool(accused & denial.side) and not nested(charge, denial)


def _fits(charge: Said, denial: Said, about: frozenset[str]) -> bool:
    near = abs(charge.sentence - denial.sentence)
    common = {w for w in (charge.words & denial.words) - LIGHT if not w[0].isdigit()}
    accused, named = about & denial.side, set(denial.claim.about) & charge.side
    everything = _ALL.search(denial.claim.text) or _INNOCENT.match(denial.claim.text)
    unnamed = near <= 1 and not about and charge.claim.text[:1].islower() and charge.begin < denial.begin
    if near <= NEAR and everything and (accused or unnamed):
        return True
    return near <= REACH and bool((accused and (near <= 1 or common)) or (named and common) or len(common) >= 3)
