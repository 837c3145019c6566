"""A dispute that names whom it is aimed at: "the video contradicted what the two had said", "rebutted points in the firm's letter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link
from kg.reading.lexicon import any_of

RULE = "aimed/3"
REACH = 3
_DISPUTES = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|disput\w+|contradict\w*|rebut\w*|refut\w+|reject\w*|dismiss\w*|counter(?:ed|s|ing)|challeng\w+|debunk\w*)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(rf"\b(?:{any_of('accounts')}|points|letter|speech|(?:had )?(?:said|told|claimed|asserted))\b", re.IGNORECASE)
_SOME = re.compile(r"\W*(?:several|some|(?:the )?(?:notion|idea|suggestion)|him|her|them|that)\b", re.IGNORECASE)
HEAD = 90  # characters at the head of a content in which it says what it is about


def find(extraction: Extraction) -> Iterator[Link]:
    """A dispute of which it is not known what it disputes, with the nearest saying, before or after, of a side that its content names."""
    all_said = said(extraction)
    last = {e.id: e.name.split()[-1] for e in extraction.entities}
    for i, dispute in enumerate(all_said):
        a = dispute.attribution
        head = dispute.claim.text[:HEAD]
        cue = extraction.article.text[slice(*a.cue[0])]
        if a.disputes or not dispute.claim.about or not _DISPUTES.search(cue) or not _ACCOUNT.search(head) or "not" in cue:
            continue
        if _SOME.match(head):
            continue
        named = {e for e in dispute.claim.about if last[e] in head}
        near = [o for o in all_said[max(0, i - 6) : i + 7] if abs(o.sentence - dispute.sentence) <= REACH and _fits(dispute, o, named)]
        target = min(near, key=lambda o: (abs(o.sentence - dispute.sentence), o.begin > dispute.begin), default=None)
        if target:
            yield link(dispute, target, "contradicts", "explicit", RULE, 0.65)


def _fits(dispute: Said, other: Said, named: set[str]) -> bool:
    return other.attribution.stance == "asserts" and apart(dispute, other) and bool(named & other.side)
