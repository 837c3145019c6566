"""An explicit dispute and the counter-claim that goes with it: "the army disputed that account, saying it still held the town"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import members_of, parties, sentences_of, stems
from kg.model import Attribution, Extraction, Link

RULE = "explicit-dispute/5"
ACCUSES = re.compile(r"\b(?:counter-)?(?:accus|slam|blast|vow|urg|threaten|demand|ask)\w*", re.IGNORECASE)
_ADVICE = re.compile(r"^(?:that\s+)?[^,]{0,40}?\b(?:should|ought to|must|had better|would do (?:better|well))\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|though|although)\b", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:where|when|which|who|whom)\s+$", re.IGNORECASE)
NEAR, FAR = 2, 4  # sentences from a dispute to what it disputes; the further, when its counter-claim is in the same sentence
NEXT = 10  # characters from what is disputed to a relative clause after it
REACH = 2  # sentences after that of the dispute in which its speaker's side may go on


def find(extraction: Extraction) -> Iterator[Link]:
    """For each attribution that disputes another: what its side goes on to claim contradicts the disputed claim."""
    words = {c.id: stems(c.text) for c in extraction.claims}
    sentences = sentences_of(extraction)
    by_id = {a.id: a for a in extraction.attributions}
    members = members_of(extraction)
    sides = {a.id: members[a.id].union(parties(a)) for a in extraction.attributions}
    order = sorted(extraction.attributions, key=lambda a: a.cue)
    for i, dispute in enumerate(order):
        disputed = by_id.get(dispute.disputes or "")
        if disputed is None or disputed.claim is None or disputed.kind == "question" or dispute.speaker is None:
            continue
        if not _near(dispute, disputed, sentences, words, extraction, FAR):
            continue
        aside = " ".join(extraction.article.text[b:e] for b, e in dispute.content).lower() in {"which", "that"}
        for other in _goes_on(dispute, order[i + 1 :], sentences, sides):
            here = sentences[other.id] == sentences[dispute.id]
            if (
                _aside(extraction.article.text, disputed, other)
                or (aside and not here)
                or (here and _concedes(extraction.article.text, dispute, other))
            ):
                continue
            if not here and not (
                _near(dispute, disputed, sentences, words, extraction, NEAR)
                and _is_of_it(extraction.article.text, dispute, disputed, other, words)
            ):
                continue
            if _ADVICE.match(" ".join(extraction.article.text[b:e] for b, e in other.content)):
                continue
            if _other_words(words, disputed, other) and not ACCUSES.search(extraction.article.text[slice(*other.cue[0])]):
                evidence = tuple(sorted({sentences[dispute.id], sentences[disputed.id], sentences[other.id]}))
                sure = 1.0 if here else 0.85
                score = round(sure * min(dispute.score, disputed.score, other.score), 3)
                yield Link(disputed.id, other.id, "contradicts", "explicit", RULE, score, evidence)


def _concedes(text: str, dispute: Attribution, other: Attribution) -> bool:
    """Whether what goes on is granted rather than claimed: "disputed the charge, but says she would do otherwise now"."""
    return bool(_BUT.search(text, dispute.content[-1][1], max(dispute.content[-1][1], other.cue[0][0])))


def _is_of_it(text: str, dispute: Attribution, disputed: Attribution, other: Attribution, words: dict[str, frozenset[str]]) -> bool:
    """Whether what is said a paragraph after a dispute that says itself what is not so has a word of it or of what is disputed."""
    told = (
        dispute.claim not in {None, disputed.claim}
        and "\n" in text[dispute.content[-1][1] : min(b for b, _ in (*other.cue, *other.content))]
    )
    return not told or bool(words[other.claim or ""] & (words[dispute.claim or ""] | words[disputed.claim or ""]))


def _aside(text: str, disputed: Attribution, other: Attribution) -> bool:
    """Whether what goes on only says where or when what is disputed was: "rejected reports that it hid deaths in Selm, where it says …"."""
    first = min(b for b, _ in (*other.source, *other.cue))
    return any(b <= first < e + NEXT for b, e in disputed.content) and bool(_WHERE.search(text, disputed.content[0][0], first))


def _near(
    dispute: Attribution, disputed: Attribution, sentences: dict[str, int], words: dict[str, frozenset[str]], x: Extraction, near: int
) -> bool:
    """Whether a dispute stands by what it disputes, or has a word in common with it."""
    own = stems(" ".join(x.article.text[b:e] for b, e in dispute.content))
    return abs(sentences[dispute.id] - sentences[disputed.id]) <= near or bool(own & words[disputed.claim or ""])


def _goes_on(
    dispute: Attribution, after: list[Attribution], sentences: dict[str, int], sides: dict[str, frozenset[str]]
) -> Iterator[Attribution]:
    """What the disputing side says next: all of it in the same sentence; else what its speaker says or its side is quoted with next.

    A dispute that is a claim in its own words needs no other.
    """
    here = sentences[dispute.id]
    found = False
    for other in after:
        there = sentences[other.id]
        same_side = bool(sides[dispute.id] & sides[other.id]) and other.stance == "asserts"
        if there == here and other.speaker == dispute.speaker and other.stance == "asserts":
            found = True
            yield other
        elif there > here + REACH or (there > here and (found or not same_side)):
            return
        elif there > here and not _own_words(dispute) and (other.manner != "indirect" or other.speaker == dispute.speaker):
            yield other
            return


def _own_words(dispute: Attribution) -> bool:
    return sum(e - b for b, e in dispute.content) > 60


def _other_words(words: dict[str, frozenset[str]], disputed: Attribution, other: Attribution) -> bool:
    """Whether `other` claims something, and not what is disputed said over."""
    mine, theirs = words.get(other.claim or "", frozenset()), words[disputed.claim or ""]
    return bool(mine) and other.kind not in {"request", "intention", "question"} and other.claim != disputed.claim and not mine <= theirs
