"""States that exclude each other: dead or alive, held or free, rigged or fair, each the winner; `lexicon/states.toml` lists them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kg.link.contrast import Between
from kg.link.negation import LIGHT, NOT
from kg.link.pairs import Said, link, opposed, stems
from kg.model import Extraction, Link

RULE = "state/5"
NEAR = 4  # sentences


@dataclass(frozen=True)
class State:
    """`sides` are patterns that exclude each other; with `own`, there is one side, which only one speaker can be on.

    With `thing`, the two claims must have a word in common; with `subject`, one before the state, or the one whom "she" and "I" are.
    """

    name: str
    sides: tuple[re.Pattern[str], ...]
    own: bool = False
    thing: bool = False
    subject: bool = False


@cache
def states() -> tuple[State, ...]:
    """The states of the list."""
    rows = tomllib.loads((Path(__file__).parent / "lexicon" / "states.toml").read_text("utf-8"))["state"]
    return tuple(
        State(r["name"], tuple(re.compile(p, re.IGNORECASE) for p in r["sides"]), *(r.get(k, False) for k in ("own", "thing", "subject")))
        for r in rows
    )


@lru_cache(maxsize=8192)
def sides(text: str) -> frozenset[tuple[int, int]]:
    """The states that a claim puts its subject in, as pairs of a state's number and a side's; none that is negated."""
    found = set()
    for number, state in enumerate(states()):
        for side, pattern in enumerate(state.sides):
            match = pattern.search(text)
            if match and not NOT.search(text[max(0, match.start() - 40) : match.end()]):
                found.add((number, side))
    return frozenset(found)


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims of different sides that put one thing in states that exclude each other."""
    between = Between.of(extraction)
    for a, b in opposed(extraction):
        if b.sentence - a.sentence <= NEAR and "denies" not in {a.attribution.stance, b.attribution.stance} and excluded(a, b):
            shared = len((a.words & b.words) - LIGHT) + bool(set(a.claim.about) & set(b.claim.about))
            contrast = between.contrast(a, b)
            unsaid = any(NOT.search(extraction.article.text[slice(*s.attribution.cue[0])]) for s in (a, b))
            if not unsaid and (shared >= 2 or contrast or b.sentence - a.sentence <= 1 or _own(a, b)):
                yield link(a, b, "contradicts", "state", RULE, 0.6 + 0.1 * (shared > 0) + 0.05 * contrast)


def _own(a: Said, b: Said) -> bool:
    """Whether both claim for themselves what only one can have."""
    common = sides(a.claim.text) & sides(b.claim.text)
    return any(states()[number].own for number, _ in common)


def excluded(a: Said, b: Said) -> bool:
    """Whether two claims put their subjects in states that exclude each other."""
    mine, theirs = sides(a.claim.text), sides(b.claim.text)
    for number, side in mine:
        state = states()[number]
        if state.own and (number, side) in theirs and set(a.claim.about) <= a.side and set(b.claim.about) <= b.side:
            return True
        if not state.own and any(n == number and s != side for n, s in theirs) and _of_one(state, a, b):
            return True
    return False


_I = re.compile(r"\b(?:I|we)\b")
_OTHER = re.compile(r"\b(?:another|other|second|separate|different)\b", re.IGNORECASE)


def _of_one(state: State, a: Said, b: Said) -> bool:
    """Whether two claims can be of one thing or person, as far as a state asks for that."""
    if not state.subject:
        return not state.thing or bool((a.words & b.words) - LIGHT)
    one, other = (set(s.claim.about) | (s.side if _I.search(s.claim.text) else set()) for s in (a, b))
    if one and other and not one & other:
        return False
    subjects = [stems(_before(state, s.claim.text)) - LIGHT for s in (a, b)]
    named = bool(one & other) and not (subjects[0] and subjects[1])
    return (named or bool(subjects[0] & subjects[1])) and not any(_OTHER.search(s.claim.text) for s in (a, b))


def _before(state: State, text: str) -> str:
    """The words of a claim before those that tell the state."""
    return text[: min((m.start() for p in state.sides if (m := p.search(text))), default=0)]
