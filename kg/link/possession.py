"""Which side has which place in its hands by the words of one claim: "rebels captured the town of Selm", "Selm fell to them"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.link.negation import NOT
from kg.link.pairs import STOP, stem, tokens
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
_SORTS = (
    "army", "brigade", "fighters", "forces", "militants", "soldiers", "troops", "units",
    "central", "eastern", "entire", "key", "last", "main", "northern", "provincial", "southern", "strategic", "western", "whole",
)  # fmt: skip
_VAGUE = frozenset(stem(word) for word in (*words("land"), *_SORTS))


@dataclass(frozen=True, slots=True)
class Possession:
    """The words for a side and for the place it is said to have, whether it is denied that it has, and whether it is told how it got it:
    one may take a place after the other."""

    who: frozenset[str]
    place: frozenset[str]
    denied: bool
    taken: bool


@lru_cache(maxsize=8192)
def possession(text: str) -> Possession | None:
    """Who has which place by a claim that says who and where; None where it tells nothing of the kind, or not so plainly."""
    found = next(filter(None, (pattern.search(text) for pattern in _SAID)), None)
    if found is None or _LOST.search(text):
        return None
    who, place = (_words(found[part]) for part in ("who", "place"))
    return Possession(who, place, bool(NOT.search(text)), bool(_TAKES.search(text))) if who and place else None


def _words(phrase: str) -> frozenset[str]:
    """The stems that tell one side or place from another; those for what sort it is only where there are no others, and no names."""
    cut = _CUT.search(phrase)
    found = tokens(phrase[: cut.start()] if cut else phrase)
    kept = frozenset(stem(word) for word in found if word not in STOP)
    return (kept - _VAGUE or kept) if len(found) <= _LONG else frozenset()


def excludes(asked: Possession, claim: Possession) -> bool | None:
    """Whether a claim gives a place to another side than what is asked does (True) or to the same (False); None where it tells of another
    place, or of what may have come before or after."""
    if not _one(asked.place, claim.place) or asked.place <= _VAGUE or claim.place <= _VAGUE:
        return None
    same = _one(asked.who, claim.who)
    if asked.denied and claim.denied:
        return False if same else None
    if asked.denied or claim.denied:
        return True if same else None
    return False if same else None if asked.taken and claim.taken else True


def _one(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a & b) and (a <= b or b <= a or len(a & b) >= len(a ^ b))
