"""An explicit dispute and the counter-claim beside it: "the army disputed that account, saying it still held the town"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.link.pairs import stems
from kg.model import Attribution, Extraction, Link, Sentence

RULE = "explicit-dispute/1"


def find(extraction: Extraction) -> Iterator[Link]:
    """For each attribution that disputes another: every claim by the same source in the same sentence contradicts the disputed one."""
    words = {c.id: stems(c.text) for c in extraction.claims}
    by_id = {a.id: a for a in extraction.attributions}
    for dispute in extraction.attributions:
        disputed = by_id.get(dispute.disputes or "")
        if disputed is None or disputed.claim is None or dispute.speaker is None:
            continue
        here = _sentence(extraction.sentences, dispute)
        for other in extraction.attributions:
            if other is not dispute and _other_words(words, disputed, other) and _same_breath(extraction, dispute, other, here):
                evidence = tuple(sorted({here, _sentence(extraction.sentences, disputed)}))
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


def _same_breath(extraction: Extraction, dispute: Attribution, other: Attribution, here: int) -> bool:
    return (
        other.speaker == dispute.speaker
        and other.stance == "asserts"
        and other.cue[0][0] > dispute.cue[0][0]
        and _sentence(extraction.sentences, other) == here
    )


def _sentence(sentences: tuple[Sentence, ...], a: Attribution) -> int:
    return max((s.index for s in sentences if s.begin <= a.cue[0][0]), default=0)
