"""Whether somebody left an office of their own will or was made to: "I was fired" against "Hale resigned of his own accord"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.link.negation import NOT
from kg.link.pairs import stem
from kg.link.told import Told

_GO = r"(?:resign|quit|step\s+down)"
_PUSHED = rf"(?:fired|sacked|dismissed|ousted|pushed(?:\s+out)?|forced\s+(?:out|to\s+{_GO})|made\s+to\s+{_GO})"
_NAME = r"(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?(?P<who>(?:[A-Z][\w’'-]+\s+){0,3}[A-Z][\w-]+)"
_WHO = rf"(?:(?P<self>[Ii]|[Hh]e|[Ss]he)|{_NAME})"
_WAS = re.compile(
    rf"^\W*(?:that\s+)?{_WHO}\s+(?:(?:was|had\s+been|has\s+been|is)\b|(?:was|had|has)n[’']t)(?:\s+\w+)?\s+{_PUSHED}\b"
    r"(?!\s+(?:by\s+\S+\s+)?(?:as|at|on|from\s+the\s+(?:race|game))\b)"
)
_ACTIVE = re.compile(
    rf"\b(?:(?:fired?|sack(?:ed)?|dismiss(?:ed)?|oust(?:ed)?)\s+{_NAME}|"
    rf"forced?\s+{_NAME.replace('who', 'whom')}\s+(?:out|to\s+{_GO}))\b"
    r"(?![’']|\s+(?:as|on|at|over\s+to)\b|\s+[a-z]+[’']s\b)"
)
_WILLING = re.compile(
    rf"^\W*(?:that\s+)?(?:.*\b)??{_WHO}\s+(?:(?:had|has)\s+)?(?:resigned|quit|left|stepped\s+down)\s+(?:\w+\s+)?"
    r"(?:of\s+(?:his|her|their|my)\s+own\s+(?:accord|will|volition|free\s+will)|voluntarily|willingly|freely)\b"
)
_OPEN = re.compile(r"\b(?:if|would|will|could|may|might|should|must|wants?|wanted|unless|nearly|almost)\b", re.IGNORECASE)
LONGEST = 24  # words


@dataclass(frozen=True, slots=True)
class Departure:
    """Stems of the last names by which one who left is known, and whether they were made to go."""

    who: frozenset[str]
    pushed: bool


def departure(t: Told) -> Departure | None:
    """How somebody left by a claim; None where it tells nothing of the kind, or not of whom."""
    if t.said.attribution.stance != "asserts" or len(t.said.claim.text.split()) > LONGEST:
        return None
    for part in re.split(r"[;…]\s", t.said.claim.text):
        if _OPEN.search(part):
            continue
        for pattern in (_WILLING, _WAS, _ACTIVE):
            if (found := pattern.search(part)) and (who := _who(found, t)):
                return Departure(who, pattern is not _WILLING and not NOT.search(part))
    return None


def _who(found: re.Match[str], t: Told) -> frozenset[str]:
    groups = found.groupdict()
    if groups.get("self"):
        return t.speaks if groups["self"] == "I" else frozenset()
    last = stem((groups.get("who") or groups.get("whom") or "").split()[-1])
    return frozenset({last} & {stem(name.split()[-1]) for name in t.about})


def exclude(a: Told, b: Told) -> bool:
    """Whether one went of their own will by one of two claims, and was made to by the other."""
    one, other = departure(a), departure(b)
    return bool(one and other and one.who & other.who and one.pushed != other.pushed)
