"""Signs that a saying answers the one before it, with their points: logarithms of odds, fitted on our own articles and on news."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kg.link.negation import LIGHT, NOT
from kg.link.pairs import Said

SHORT, LONG = 4, 14  # words that carry meaning
HEATED = 0.5  # words of dispute in a hundred
_SAYS = re.compile(r"\b(?:sa(?:id|ys?|ying)|told|tells?|according to|testif\w+|wrote)\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\b(?:claim|insist|maintain|argu|put|report|show|den(?:y|ied|ies)|assert|contend|estimat|repl|respond|counter|retort|describ|call|alleg"
    r"|suggest|accus)\w*",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:repl|respond|retort|counter|rebut|hit back|shot back|insist|maintain|den|disput|reject|contradict|disagree)\w*", re.IGNORECASE
)
_NO = re.compile(r"\b(?:no|none|nothing|nobody|never|no one|not a|not one|not a single)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^\W*(?:that\s+)?(?:it|they|this|that|these|those|such|there|no|nothing|none|nobody|not|all|every)\b", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|would|shall|going to|should|could|may|might|must|ought)\b", re.IGNORECASE)
_WISHES = re.compile(
    r"\b(?:hope|want|wish|welcome|thank|support|appeal|urge|call for|call on|condemn|regret|proud|confiden|concern|worr|fear|sympath)\w*",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"\b(?:also|meanwhile|added|separately|too|as well|likewise|agreed|echoed|in addition|one of (?:them|whom|those|its members))\b",
    re.IGNORECASE,
)
_TOO = re.compile(r"^\W*(?:that\s+)?(?:\w+\s+)?\w+,?\s+(?:too|also|likewise)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_DISPUTE = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|disput\w+|reject\w*|contradict\w*|refut\w+|rebut\w*|dismiss\w*|insist\w*|counter(?:ed|s)|accus\w+"
    r"|conflicting|rival|differ(?:ed|s|ent accounts)?|clash|at odds)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Turn:
    """Two sayings and what stands around them: the writer's words `between`, whether their sides are known to be `at_odds` or `allies`
    against another, whether what stands between is a `third` side's or `answered` by the second, whether the first's side `went_on` from
    what it had said before, the second's `goes_on`, and whether the first `opens` and the second `closes` the first's paragraph."""

    a: Said
    b: Said
    text: str
    between: str
    at_odds: bool
    allies: bool
    third: bool
    answered: bool
    went_on: bool
    goes_on: bool
    opens: bool
    closes: bool

    @property
    def claims(self) -> tuple[str, str]:
        """What both say."""
        return self.a.claim.text, self.b.claim.text


def _cue(turn: Turn, s: Said) -> str:
    return " ".join(turn.text[begin:end] for begin, end in s.attribution.cue)


@lru_cache(maxsize=8)
def heated(text: str) -> bool:
    """Whether an article has many words of dispute."""
    return 100 * len(_DISPUTE.findall(text)) >= HEATED * max(100, len(text.split()))


def _main(s: Said) -> int:
    """Where a saying begins, pieces of its content that stand far before its cue left out."""
    return min(s.attribution.cue[0][0], s.attribution.content[-1][0])


def _one_negates(turn: Turn) -> bool:
    """Whether one of two that share a word is negated."""
    one, other = (bool(NOT.search(claim)) for claim in turn.claims)
    return one != other and bool((turn.a.words & turn.b.words) - LIGHT)


NONE = -2.75
SIGNS: tuple[tuple[float, Callable[[Turn], bool]], ...] = (
    (-1.75, lambda t: "\n" in t.text[t.a.begin : _main(t.b)]),
    (0.5, lambda t: t.opens),
    (0.75, lambda t: t.closes),
    (-1.0, lambda t: t.b.sentence - t.a.sentence > 1),
    (-1.0, lambda t: t.third),
    (-1.5, lambda t: t.answered),
    (0.5, lambda t: t.went_on),
    (0.5, lambda t: t.goes_on),
    (1.0, lambda t: t.at_odds),
    (-1.0, lambda t: t.allies),
    (0.75, lambda t: heated(t.text)),
    (1.25, lambda t: bool(_SAYS.search(_cue(t, t.a)))),
    (0.75, lambda t: bool(_HOLDS.search(_cue(t, t.a)))),
    (1.0, lambda t: bool(_SAYS.search(_cue(t, t.b)))),
    (0.5, lambda t: bool(_ANSWERS.search(_cue(t, t.b)))),
    (-1.0, lambda t: any(s.attribution.kind != "statement" for s in (t.a, t.b))),
    (1.25, lambda t: t.b.attribution.manner == "direct"),
    (-1.0, lambda t: bool(_ALSO.search(t.between) or _TOO.search(t.claims[1]))),
    (1.5, _one_negates),
    (0.25, lambda t: bool(_NO.search(t.claims[1]))),
    (0.5, lambda t: bool(_GOES_ON.search(t.claims[1]))),
    (0.75, lambda t: all(_DIGIT.search(claim) for claim in t.claims)),
    (0.25, lambda t: all(_HAD.search(claim) for claim in t.claims)),
    (-0.75, lambda t: any(_WILL.search(claim) for claim in t.claims)),
    (-1.0, lambda t: any(_WISHES.search(claim) for claim in t.claims)),
    (0.5, lambda t: len(t.b.words) <= SHORT),
    (-0.5, lambda t: max(len(t.a.words), len(t.b.words)) > LONG),
)


def points(turn: Turn) -> float:
    """How much all signs of a turn are worth."""
    return NONE + sum(worth for worth, sign in SIGNS if sign(turn))
