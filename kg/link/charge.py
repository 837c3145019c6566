"""A charge and its denial, in either order: "accused the firm of dumping waste … the firm denied any dumping"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT, NOT
from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "charge/2"
REACH, NEAR = 6, 3  # sentences; within the nearer ones, to deny all is to deny what one is accused of
_CHARGES = re.compile(r"\b(?:accus|alleg|charg(?:ed|es|ing)\b|blam|claim|portray|insinuat|fault)\w*", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:den(?:y|ied|ies|ying)|plead\w*|reject\w*|disput\w*|refut\w*|rebut\w*|dismiss\w*)\b", re.IGNORECASE)
_WHAT = re.compile(
    rf"^\W*(?:(?:the|any|all|such|these|those|[\w.]+[’']s?)\s+)?(?:\w+\s+)?(?:{any_of('accounts')})\b|^\W*(?:that|any|having|\w+ing)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"^\W*(?:guilt|(?:any |all )?wrongdoing|any guilt|not guilty|(?:any )?involvement|responsibility)\b", re.IGNORECASE)

_POINTS = re.compile(r"^\W*(?:that\s+)?(?:that|this|it|such)\s+(?:is|was|were|had)\b", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """Each denial, or plea of not guilty, with the nearest charge against who denies, or one whom the denial names, about the same."""
    text, all_said = extraction.article.text, said(extraction)
    cues = [" ".join(text[x:y] for x, y in s.attribution.cue) for s in all_said]
    charges = [
        s
        for s, cue in zip(all_said, cues, strict=True)
        if _CHARGES.search(cue) and not NOT.search(cue) and s.attribution.stance == "asserts"
    ]
    for denial, cue in zip(all_said, cues, strict=True):
        if (
            not _DENIES.search(cue)
            or not (_WHAT.search(denial.claim.text) or _ALL.search(denial.claim.text))
            or _POINTS.match(denial.claim.text)
            or denial.attribution.stance not in {"denies", "disputes"}
        ):
            continue
        fits = [c for c in charges if apart(c, denial) and _fits(c, denial)]
        charge = min(fits, key=lambda c: (abs(c.sentence - denial.sentence), c.begin > denial.begin), default=None)
        if charge:
            yield link(charge, denial, "contradicts", "explicit", RULE, 0.75)


def _fits(charge: Said, denial: Said) -> bool:
    near = abs(charge.sentence - denial.sentence)
    common = {w for w in (charge.words & denial.words) - LIGHT if not w[0].isdigit()}
    accused, named = set(charge.claim.about) & denial.side, set(denial.claim.about) & charge.side
    if near <= NEAR and accused and _ALL.search(denial.claim.text):
        return True
    return near <= REACH and bool((accused and (near <= 1 or common)) or (named and common) or len(common) >= 3)
