"""An explicit dispute and the counter-claim beside it: "the army disputed that account, saying it still held the town"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.link.pairs import sentences_of, stems
from kg.model import Attribution, Extraction, Link

RULE = "explicit-dispute/1"


def find(extraction: Extraction) -> Iterator[Link]:
    """For each attribution that disputes another: every claim by the same source in the same sentence contradicts the disputed one."""
    words = {c.id: stems(c.text) for c in extraction.claims}
    sentences = sentences_of(extraction)
    by_id = {a.id: a for a in extraction.attributions}
    for dispute in extraction.attributions:
        disputed = by_id.get(dispute.disputes or "")
        if disputed is None or disputed.claim is None or dispute.speaker is None:
            continue
        evidence = tuple(sorted({sentences[dispute.id], sentences[disputed.id]}))
        for other in extraction.attributions:
            if sentences[other.id] == sentences[dispute.id] and _counters(dispute, other) and _other_words(words, disputed, other):
                yield Link(
                    disputed.id,
                    other.id,
                    "contradicts",
                    "explicit",
                    RULE,
                    round(min(dispute.score, disputed.score, other.score), 3),
                    evidence,
                )


def _other_words(words: dict[str, frozenset[str]], disputed: Attribution, other: Attribution) -> bool:
    """Whether `other` claims something, and not what is disputed said over."""
    mine, theirs = words.get(other.claim or "", frozenset()), words[disputed.claim or ""]
    return bool(mine) and other.claim != disputed.claim and not mine <= theirs


def _counters(dispute: Attribution, other: Attribution) -> bool:
    """Whether `other` is what the disputing speaker goes on to say."""
    return other.speaker == dispute.speaker and other.stance == "asserts" and other.cue[0][0] > dispute.cue[0][0]
