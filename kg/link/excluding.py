"""Claims that are the same but for what excludes each other: another number or month, an opposite, "not", who won against whom."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.link.amounts import apart
from kg.link.antonym import opposites
from kg.link.lexicon import lines
from kg.link.mood import moods, same_mood
from kg.link.negation import NOT, negated
from kg.link.pairs import STOP, stem, tokens
from kg.link.roles import swapped
from kg.link.slots import TIMES, Replaced, akin, counts_otherwise, lacks, replaced, told
from kg.model import Basis

FEWEST, COUNTED = 2, 3  # words in common, and of what is counted
LONG = 30  # words beyond which a claim says so many things that one that differs tells nothing
EACH = 8  # words in common for each that stands for another
_INSTEAD = re.compile(r",\s+(?:and\s+)?not\s+(?P<what>[^,.;:]+?)(?:,(?!\s+(?:and\s+)?not\b)|(?=[,.;:]|$))", re.IGNORECASE)
_AVOIDS = re.compile(r"\b(?:avoid|escap|evad|prevent|refus|declin|reject|den(?:y|ied|ies))\w*", re.IGNORECASE)
_WITHIN = frozenset({"", "in", "on", "at"})  # before a time within which something happens


@lru_cache(maxsize=8192)
def excluded(one: str, other: str) -> Basis | None:
    """On what it rests that two claims, both affirmed, exclude each other, which say the same but for that; None when they do not."""
    if _outcomes_exclude(one, other):
        return "state"
    left, right = rest(one), rest(other)
    found, common = replaced(left, right), shared(left, right)
    if (
        not found
        or not _mostly_one(left, right, found, common)
        or NOT.search(left)
        or NOT.search(right)
        or not same_mood(left, right, common)
    ):
        return None
    bases = {_basis(pair, one, other, common) for pair in found}
    return next(iter(bases)) if len(bases) == len(found) == 1 else None


def _mostly_one(left: str, right: str, found: tuple[Replaced, ...], common: frozenset[str]) -> bool:
    """Whether two claims have enough in common, and the one that has fewer words besides has few."""
    more = sorted((len(lacks(left, right)) - len({x.one for x in found}), len(lacks(right, left)) - len({x.other for x in found})))
    return len(common) >= FEWEST and more[0] <= len(common) / 2 and more[1] <= 2 * len(common)


@lru_cache(maxsize=8192)
def negates(no: str, yes: str) -> bool:
    """Whether one claim, of which its speaker says that it is not so, tells of nothing but what the other affirms."""
    common = shared(no, yes)
    affirmed = not (NOT.search(yes) or negated(yes) or _AVOIDS.search(yes))
    return affirmed and len(common) >= FEWEST and not lacks(no, yes) and same_mood(no, yes, common)


@lru_cache(maxsize=8192)
def is_other(one: str, other: str) -> bool:
    """Whether two claims with most words in common tell of two things.

    Another word, name or amount stands in the same place, or it is done by another to another. In a long claim one word may stand for
    another.
    """
    if _is_long(one, other):
        return False
    found = replaced(one, other)
    if counts_otherwise(one, other) or _more_than_words(found) or swapped(one, other):
        return True
    return len(shared(one, other)) < EACH * len(found)


def _is_long(one: str, other: str) -> bool:
    return max(len(told(one)), len(told(other))) > LONG


def is_other_in_a_word(one: str, other: str) -> bool:
    """The same, of claims that may be in other words: all that one of them has alone stands in the place of something else."""
    if _is_long(one, other):
        return False
    found = replaced(one, other)
    whole = any(len(lacks(x, y)) == len({side(pair) for pair in found}) for x, y, side in ((one, other, _one), (other, one, _other)))
    return _more_than_words(found) or bool(found and whole) or swapped(one, other)


def _one(pair: Replaced) -> str:
    return pair.one.stem


def _other(pair: Replaced) -> str:
    return pair.other.stem


def _more_than_words(found: tuple[Replaced, ...]) -> bool:
    return any("word" not in (pair.one.kind, pair.other.kind) for pair in found)


def rest(text: str) -> str:
    """A claim without what it sets aside: of "raised to 65, not 66" all but the last."""
    return _INSTEAD.sub("", text)


def shared(one: str, other: str) -> frozenset[str]:
    """The words that two claims have in common, as those of the first."""
    gone = {word.stem for word in lacks(one, other)}
    return frozenset(word.stem for word in told(one) if word.stem not in gone)


def _basis(pair: Replaced, one: str, other: str, common: frozenset[str]) -> Basis | None:
    a, b = pair.one, pair.other
    if any(a.stem in aside or b.stem in aside for aside in (aside(one), aside(other))):
        return "numeric" if a.amount else "negation"
    if a.amount and b.amount:
        nouns = a.amount.noun, b.amount.noun
        alike = a.kind == b.kind and (not all(nouns) or akin(*nouns)) and not (a.amount.part or b.amount.part)
        return "numeric" if alike and len(common) >= COUNTED and apart(a.amount, b.amount) else None
    if a.kind in TIMES:
        once = any(deed in common for deed, mood in moods(one) if mood == "ahead" and deed in _once())
        return "time" if once and a.to in _WITHIN else None
    return "antonym" if b.stem in opposites().get(a.stem, ()) else None


@cache
def _once() -> frozenset[str]:
    """Stems of what happens once, as far as it is planned."""
    return frozenset(map(stem, lines("once")))


def aside(text: str) -> frozenset[str]:
    """The words of what a claim sets aside: of "raised to 65, not 66" the last."""
    return frozenset(word.stem for found in _INSTEAD.finditer(text) for word in told(found["what"]))


_OUTCOME = re.compile(
    r"^\W*(?:that\s+)?(?P<a>.{2,40}?)\s+(?:(?:has|have|had)\s+)?"
    r"(?:(?P<won>beat(?:en)?|defeat(?:s|ed)?|thrash(?:es|ed)?|won\s+(?:against|over))|(?P<lost>los[et]s?\s+to|(?:was|were)\s+(?:beaten|defeated)\s+by)"
    r"|(?P<drew>(?:drew|drawn|tied)\s+(?:with|against)))\s+(?P<b>(?:the\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+)*)",
)


@lru_cache(maxsize=4096)
def _outcome(text: str) -> tuple[frozenset[str], frozenset[str], bool] | None:
    """Who won against whom, or drew with whom."""
    m = _OUTCOME.search(text)
    if not m:
        return None
    a, b = (frozenset(stem(w) for w in tokens(m[x]) if w not in STOP) for x in "ab")
    return (b, a, False) if m["lost"] else (a, b, bool(m["drew"]))


def _outcomes_exclude(one: str, other: str) -> bool:
    """Whether of two sides the one won by one claim, and by the other the other did, or none; of one day, as far as days are told."""
    left, right = _outcome(one), _outcome(other)
    if not left or not right or NOT.search(one) or NOT.search(other) or any(pair.one.kind in TIMES for pair in replaced(one, other)):
        return False
    straight = _one_side(left[0], right[0]) and _one_side(left[1], right[1])
    crossed = _one_side(left[0], right[1]) and _one_side(left[1], right[0])
    return straight != crossed and (left[2] != right[2] or (crossed and not left[2]))


def _one_side(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and (one <= other or other <= one)
