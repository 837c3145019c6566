"""A dispute that names whom it is aimed at: "the video contradicted what the two had said", "rebutted points in the firm's letter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, apart, link, nested, said
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
_THEY = {"they", "he", "she", "both", "both men", "the two", "the two men", "the pair"}
HEAD = 90  # characters at the head of a content in which it says what it is about


def find(extraction: Extraction) -> Iterator[Link]:
    """A dispute of which it is not known what it disputes, with the nearest saying, before or after, of a side that its content names."""
    all_said = said(extraction)
    last = {e.id: e.name.split()[-1] for e in extraction.entities}
    for i, dispute in enumerate(all_said):
        a = dispute.attribution
        head = dispute.claim.text[:HEAD]
        cue = extraction.article.text[slice(*a.cue[0])]
        if not dispute.claim.about or not _DISPUTES.search(cue) or not _ACCOUNT.search(head) or "not" in cue:
            continue
        if _SOME.match(head):
            continue
        named = {e for e in dispute.claim.about if last[e] in head}
        near = [o for o in all_said[max(0, i - 6) : i + 7] if abs(o.sentence - dispute.sentence) <= REACH and _fits(dispute, o, named)]
        target = (
            None if a.disputes else min(near, key=lambda o: (abs(o.sentence - dispute.sentence), o.begin > dispute.begin), default=None)
        )
        target = target or _they_had(extraction.article.text, dispute, [s for s in all_said[i + 1 : i + 4] if not nested(s, dispute)][:1])
        if target:
            yield link(dispute, target, "contradicts", "explicit", RULE, 0.65)


def _they_had(text: str, dispute: Said, after: list[Said]) -> Said | None:
    """What they whose words a dispute names are next told to have said: "contradicted what both had said. They had insisted that …"."""
    for s in after:
        source = " ".join(text[b:e] for b, e in s.attribution.source).lower()
        had = text[slice(*s.attribution.cue[0])].lower().startswith("had ")
        if had and source in _THEY and s.sentence - dispute.sentence <= 1 and s.attribution.stance in {"asserts", "denies"}:
            return s if apart(dispute, s) else None
    return None


def _fits(dispute: Said, other: Said, named: set[str]) -> bool:
    return other.attribution.stance == "asserts" and apart(dispute, other) and bool(named & other.side)
