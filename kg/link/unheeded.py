"""Whoever ignored a warning had one: "the captain ignored a storm warning" against "no warning reached him"."""

from __future__ import annotations

import re

from kg.link.pairs import stem, stems

_MESSAGE = r"(?P<what>(?:warning|order|alarm|alert|instruction|request|complaint|letter|notice|signal|invitation|subpoena|summons)s?)\b"
_OF = r"(?:(?!(?:that|to|and|or|but|from|by|of)\b)[\w’'-]+\s+){0,3}?"
_HAD = re.compile(
    r"\b(?:ignor(?:ed|es|ing)|disregard(?:ed|s)|heeded|flouted|brushed\s+aside|received|(?:(?:was|were|been)\s+)?(?:given|sent|shown))\s+"
    rf"{_OF}{_MESSAGE}",
    re.IGNORECASE,
)
_NEVER = re.compile(
    rf"(?:\b(?:not|never|\w+n[’']t)\s+(?:ever\s+)?(?:been\s+)?(?:receive[ds]?|g[eo]t|given|sent|heard?|shown)\s+{_OF}{_MESSAGE}"
    rf"|\bno\s+(?:[\w-]+\s+){{0,2}}?{_MESSAGE.replace('what', 'told')}\s+(?:(?:was|were|had|has|have|been|ever)\s+)*"
    r"(?:reach(?:ed)?|given|sent|issued|came|come|arrived?|received)\b)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|if|would|could|may|might|\w+n[’']t)\b", re.IGNORECASE)


def message(text: str) -> str | None:
    """The stem of what somebody had or did not have by a claim; None where it tells nothing of the kind."""
    found = _HAD.search(text) or _NEVER.search(text)
    return stem(_noun(found)) if found else None


def excludes(one: str, other: str) -> bool:
    """Whether by one of two claims somebody had a message, heeded or not, which by the other never came."""
    return _excludes(one, other) or _excludes(other, one)


def _excludes(had: str, never: str) -> bool:
    yes, no = _HAD.search(had), _NEVER.search(never)
    if not yes or not no or _NOT.search(had):
        return False
    who = stems(had[: yes.start()])
    return stem(_noun(yes)) == stem(_noun(no)) and (bool(no["told"]) or bool(who & stems(never[: no.start()])))


def _noun(found: re.Match[str]) -> str:
    return next(word for part, word in found.groupdict().items() if part in {"what", "told"} and word)
