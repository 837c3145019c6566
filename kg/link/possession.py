"""Which side has which place in its hands by the words of one claim: "rebels captured the town of Selm", "Selm fell to them"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.link.negation import NOT
from kg.link.pairs import STOP, capitals, stem, tokens
from kg.link.slots import akin
from kg.reading.lexicon import words

_CAPTURES = r"captur|seiz|conquer|retak|recaptur|liberat|overr[au]n|retook"
_TAKEN = r"(?:captured|seized|conquered|overrun|retaken|recaptured|occupied|liberated|taken(?:\s+over)?|held|controlled)"
_FULL = r"(?:(?:full(?:y)?|firm(?:ly)?|complete(?:ly)?|total(?:ly)?|entire(?:ly)?|still|now|also|already|all)\s+)*"
_WHO = r"^\W*(?:that\s+)?(?P<who>[^,;:.]{2,80}?)\s+"
_HELP = rf"(?:(?:has|have|had|did|do|does)\s+)?{_FULL}"
_BE = r"(?:(?:has|have|had)\s+(?:been\s+)?)?(?:(?:is|are|was|were|be|remain(?:s|ed)?|stay(?:s|ed)?)\s+)?"
_PLACE = r"\s+(?:over\s+|of\s+)*(?P<place>\S.*)$"
_ON = r"^\W*(?:that\s+)?(?P<place>[^,;:.]{2,80}?)\s+"
_SAID = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ON}{_BE}{_FULL}{_TAKEN}\s+by\s+(?P<who>\S.*)$",
        rf"{_ON}{_BE}{_FULL}(?:under|in)\s+(?:the\s+)?{_FULL}(?:control|hands)\s+of\s+(?P<who>\S.*)$",
        rf"{_ON}{_BE}{_FULL}(?:under|in)\s+(?:the\s+)?{_FULL}(?P<who>\S[^,;:.]{{1,60}}?)(?:[’']s?)?\s+(?:control|hands)\b",
        rf"{_ON}{_HELP}f[ae]ll(?:en|s)?\s+{_FULL}(?:to|into\s+the\s+hands\s+of)\s+(?P<who>\S.*)$",
        rf"{_WHO}{_HELP}(?:{_CAPTURES}|occup(?:y|ied|ies)|controls?\b|controlled|holds?\b|held|retains?\b|retained)\w*{_PLACE}",
        rf"{_WHO}{_HELP}(?:took|taken|takes?|gain(?:ed|s)?|secured?|kept|keeps?|had|has|have|retain(?:ed|s)?|maintain(?:ed|s)?)\s+{_FULL}(?:over|control|possession){_PLACE}",
        rf"{_WHO}{_BE}{_FULL}in\s+{_FULL}control{_PLACE}",
        rf"{_WHO}{_BE}{_FULL}(?:positioned|deployed|present|stationed|entrenched)\s+(?:in|across|at|throughout|around){_PLACE}",
    )
)
_LOST = re.compile(
    r"\b(?:los[et]s?|losing|gave\s+up|left|abandon\w*|with(?:drew|drawn)|retreat\w*|fail\w*|tr(?:y|ied|ying)|want\w*|plan\w*)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(rf"\b(?:{_CAPTURES}|f[ae]ll|t[ao]ke?|took|gain)(?:\w{{0,3}})\b", re.IGNORECASE)
_CUT = re.compile(
    r"[,;:.]|\s(?:and|but|or|on|after|before|since|until|when|while|as|from|with|because|that|which|who|where|by|for|last|this|in\s+\d)\s"
)
_LONG = 8  # words of a place or a side
_STATE = frozenset(map(stem, ("army", "government", "military", "ministry", "navy", "police", "state", "troops")))
_REBEL = frozenset(
    map(stem, ("front", "guerrillas", "insurgents", "jihadists", "militants", "militia", "movement", "rebels", "resistance", "separatists"))
)
_SORTS = (
    "brigade", "fighters", "forces", "soldiers", "units",
    "central", "eastern", "entire", "key", "last", "main", "northern", "provincial", "southern", "strategic", "western", "whole",
)  # fmt: skip
_VAGUE = frozenset(stem(word) for word in (*words("land"), *_SORTS)) - _STATE


_COMMON = _REBEL - {stem("front"), stem("movement"), stem("resistance")}


@dataclass(frozen=True, slots=True)
class Side:
    """The words for a side, those of them that are of its name, and whether it is a state's or rebels (None: neither word for it)."""

    words: frozenset[str]
    names: frozenset[str]
    of_state: bool | None


@dataclass(frozen=True, slots=True)
class Possession:
    """A side and the words for the place it is said to have, whether it is denied that it has, and whether it is told how it got it: one
    may take a place after the other."""

    who: Side
    place: frozenset[str]
    denied: bool
    taken: bool


@lru_cache(maxsize=8192)
def possession(text: str) -> Possession | None:
    """Who has which place by a claim that says who and where; None where it tells nothing of the kind, or not so plainly."""
    found = next(filter(None, (pattern.search(text) for pattern in _SAID)), None)
    if found is None or _LOST.search(text):
        return None
    who, place = _side(found["who"]), _words(found["place"])
    return Possession(who, place, bool(NOT.search(text)), bool(_TAKES.search(text))) if who.words and place else None


def _words(phrase: str) -> frozenset[str]:
    """The stems that tell one side or place from another; those for what sort it is only where there are no others, and no names."""
    found = tokens(_head(phrase))
    kept = frozenset(stem(word) for word in found if word not in STOP)
    return (kept - _VAGUE or kept) if len(found) <= _LONG else frozenset()


def _head(phrase: str) -> str:
    cut = _CUT.search(phrase)
    return phrase[: cut.start()] if cut else phrase


def _side(phrase: str) -> Side:
    found = _words(phrase)
    sort = True if found & _STATE else False if found & _REBEL else None
    return Side(found, (capitals(_head(phrase)) & found) - _STATE - _COMMON, sort)


def excludes(asked: Possession, claim: Possession, voices: str = "") -> bool | None:
    """Whether a claim gives a place to another side than what is asked does (True) or to the same (False); None where it tells of another
    place, of what may have come before or after, or of a side of which it is not known whether it is the same. `voices` are the names of
    who makes the claim: what a country's ministry says of its army is said of the country."""
    if not _one(asked.place, claim.place) or asked.place <= _VAGUE or claim.place <= _VAGUE:
        return None
    same = _is_one_side(asked.who, claim.who, capitals(voices))
    if asked.denied or claim.denied:
        return None if not same else asked.denied != claim.denied
    if same is None or (not same and asked.taken and claim.taken):
        return None
    return not same


def _is_one_side(one: Side, other: Side, voices: frozenset[str]) -> bool | None:
    if _one(one.words, other.words) or _share(one.names, other.names):
        return True
    if other.of_state and not other.names and _share(one.names, voices):
        return True
    if None not in (one.of_state, other.of_state) and one.of_state != other.of_state:
        return False
    if one.of_state and other.of_state and not (one.names and other.names):
        return True
    return False if one.names and other.names and not _share(one.names, voices) else None


def _share(some: frozenset[str], others: frozenset[str]) -> bool:
    return any(akin(one, other) for one in some for other in others)


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a & b) and (a <= b or b <= a or len(a & b) >= len(a ^ b))
