"""What nouns may be used of a saying: "that figure" only of one with a number, "the accusation" of one that accuses."""

from __future__ import annotations

import re

from kg.link.pairs import stem
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import forms

_FINDING = {"finding", "findings", "conclusion", "conclusions", "study", "survey", "report", "assessment"}
_FIGURE = {"figure", "figures", "number", "numbers", "toll", "estimate", "estimates"}
_RUMOR = {"rumor", "rumors", "rumour", "rumours", "reports", "speculation"}
CHARGE = {"accusation", "accusations", "allegation", "allegations", "charge", "charges", "criticism"}
_SAID = {"statement", "statements", "report", "reports", "account", "accounts"}  # what is said by any verb
_FOUND = frozenset(f for verb in ("find", "conclude", "show", "report", "discover") for f in forms(verb))
_CHARGED = frozenset(f for verb in ("accuse", "allege", "claim", "blame", "charge") for f in forms(verb))


def fits(text: str, d: Draft, noun: str) -> bool:
    """Whether what was said may be called `noun`."""
    cue = set(re.findall(r"\w+", text[slice(*d.cue[0])].lower()))
    if noun in {word.lower() for b, e in d.source for word in text[b:e].split()}:
        return True
    if noun in _FIGURE:
        return bool(re.search(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b", d.words(text)))
    if noun in _RUMOR:
        return d.speaker is None
    return bool(cue & (_FOUND if noun in _FINDING else _CHARGED if noun in CHARGE else set())) or (
        noun not in _SAID and stem(noun) in map(stem, cue)
    )
