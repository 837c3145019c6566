"""How much of a thing a claim tells of: "three of the 12 wells", "half of the 40 houses", "few residents", "all wells"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.link.amounts import PARTS, WORDS
from kg.link.pairs import STOP, stem
from kg.link.slots import akin

_N = rf"(?:\d[\d,.]*|{'|'.join(sorted(WORDS, key=len, reverse=True))})"
_THE = r"(?:(?:the|its|their|his|her|our|these|those|\w+[’']s)\s+)"
_LEAST = 0.01
_SHARES = {
    "not all": (0, 1 - _LEAST),
    "not every": (0, 1 - _LEAST),
    "nearly all": (0.5, 1 - _LEAST),
    "almost all": (0.5, 1 - _LEAST),
    "the vast majority": (0.5 + _LEAST, 1),
    "the majority": (0.5 + _LEAST, 1),
    "a majority": (0.5 + _LEAST, 1),
    "most": (0.5 + _LEAST, 1),
    "all": (1, 1),
    "every": (1, 1),
    "each": (1, 1),
    "half": (0.5, 0.5),
    "only some": (0, 1 - _LEAST),
    "a minority": (0, 0.5 - _LEAST),
    "hardly any": (0, 0.5 - _LEAST),
    "only a few": (0, 0.5 - _LEAST),
    "a few": (0, 0.5 - _LEAST),
    "very few": (0, 0.5 - _LEAST),
    "few": (0, 0.5 - _LEAST),
}
"""The least and the most of a thing that is called so."""
_CALLED, _PARTS = "|".join(_SHARES).replace(" ", r"\s+"), "|".join(part for part in PARTS if part != "half")
_SOME = re.compile(
    rf"""\b(?:(?:only|just)\s+)?(?<!at\sleast\s)(?<!at\smost\s)(?<!than\s)(?<!about\s)(?<!around\s)(?<!nearly\s)(?<!almost\s)(?<!up\sto\s)
    (?:(?P<share>{_CALLED})(?:\s+of)?\s+{_THE}?(?:(?P<of>{_N})\s+)?
    |(?:(?P<times>one|two|three|four)[\s-]|a\s+)(?P<part>{_PARTS})s?\s+of\s+{_THE}?(?:(?P<all>{_N})\s+)?
    |(?P<ratio>{_N})\s+(?:in(?!\s+(?:19|20)\d\d\b)|out\s+of)\s+(?P<ten>{_N})\s+
    |(?P<percent>\d[\d.]*)\s*(?:%|per\s?cent)\s+of\s+{_THE}?(?:(?P<hundred>{_N})\s+)?
    |(?P<n>{_N})\s+(?:out\s+)?of\s+{_THE}(?:(?P<whole>{_N})\s+)?
    |(?<!of\sthe\s)(?P<bare>{_N})\s+)
    (?=(?P<what>(?:[a-z][\w-]*\s+){{0,2}}[a-z][\w-]*))""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT_BEFORE = re.compile(r"(?:\bnot|n[’']t)\s+(?:\w+\s+)?$", re.IGNORECASE)
_LINKS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|do|in|on|at|of|by|for|from|and|or|to|per|percent|hundred|thousand|million|billion)\b"
)


@dataclass(frozen=True, slots=True)
class Share:
    """`least` and `most` of the whole, from 0 to 1, and `count` how many that are, each as far as a claim tells it; `things` are stems of
    the words for what it is a share of."""

    least: float
    most: float
    count: float
    things: frozenset[str]


@lru_cache(maxsize=4096)
def shares(text: str) -> tuple[Share, ...]:
    """Every share of a thing that a text tells of, and every plain number of things."""
    return tuple(share for m in _SOME.finditer(text) if not _NOT_BEFORE.search(text[: m.start()]) and (share := _share(m)).things)


def _share(m: re.Match[str]) -> Share:
    cut = _LINKS.search(m["what"])
    things = frozenset(stem(w) for w in m["what"][: cut.start() if cut else None].lower().split() if w not in STOP)
    whole = _number(m["of"] or m["all"] or m["whole"] or m["hundred"])
    if m["share"]:
        least, most = _SHARES[re.sub(r"\s+", " ", m["share"].lower())]
        return Share(least, most, whole * most if least == most else math.nan, things)
    if m["part"] or m["percent"]:
        part = _number(m["percent"]) / 100 if m["percent"] else PARTS[m["part"].lower()] * (_number(m["times"]) if m["times"] else 1)
        return Share(part, part, whole * part, things)
    if m["ratio"]:
        part = _number(m["ratio"]) / max(1.0, _number(m["ten"]))
        return Share(part, part, math.nan, things)
    n = _number(m["n"] or m["bare"])
    part = n / whole if whole else math.nan
    return Share(part, part, n, things)


def _number(word: str | None) -> float:
    if not word:
        return math.nan
    return float(WORDS[word.lower()]) if word.lower() in WORDS else float(word.replace(",", "").rstrip("."))


Agreement = Literal["within", "open", "apart"]


def agreement(asked: str, claim: str) -> Agreement | None:
    """Whether a claim tells of a share of the same thing that is one of those that is asked of, that may be, or that cannot; None where
    neither of them tells of a share of a whole, or they are of other things."""
    pairs = [(x, y) for x in shares(asked) for y in shares(claim) if any(akin(a, b) for a in x.things for b in y.things)]
    found = {agreed for x, y in pairs if (agreed := _agree(x, y))}
    return next((agreed for agreed in ("apart", "open", "within") if agreed in found), None)


def _agree(asked: Share, claim: Share) -> Agreement | None:
    if math.isnan(asked.least) and math.isnan(claim.least):
        return None
    if asked.most < claim.least or claim.most < asked.least or abs(asked.count - claim.count) >= 1:
        return "apart"
    if asked.count == claim.count or (asked.least <= claim.least and claim.most <= asked.most):
        return "within"
    return None if math.isnan(asked.least) or math.isnan(claim.least) else "open"


def without(text: str) -> str:
    """A text without the words for how much of a thing it tells of."""
    return _SOME.sub("", text)
