"""Which attribution of a reading a decision is about: the cue overlaps, and the contents share most of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kg.model import Attribution, Spans
from kg.review.decision import Decision, Place

ALIKE: Final = 0.8
"""F1 of the words of both contents."""
_WORD: Final = re.compile(r"\w+")


def attach(decisions: Sequence[Decision], attributions: Iterable[Attribution], text: str) -> dict[Decision, str]:
    """The id of the attribution of each decision that has one, in a reading of `text`; no two have the same.

    A corrected one is looked for at its old place and at its new.
    """
    ranked = sorted(
        (-fit, number, a.id, decision)
        for number, decision in enumerate(decisions)
        for a in attributions
        if (fit := max(alike(place, a, text) for place in _places(decision))) >= ALIKE
    )
    found: dict[Decision, str] = {}
    for _, _, name, decision in ranked:
        if decision not in found and name not in found.values():
            found[decision] = name
    return found


def alike(place: Place, a: Attribution, text: str) -> float:
    """How well an attribution fits a place: 2 when it is just there, F1 of the contents when the cues overlap, else 0."""
    if (place.source, place.cue, place.content) == (a.source, a.cue, a.content):
        return 2.0
    if not _overlap(place.cue, a.cue):
        return 0.0
    one, other = words(place.content, text), words(a.content, text)
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else float(place.content == a.content)


def words(spans: Spans, text: str) -> frozenset[int]:
    """The words within some spans, by their first offsets."""
    return frozenset(word.start() + begin for begin, end in spans for word in _WORD.finditer(text[begin:end]))


def _places(decision: Decision) -> list[Place]:
    old = decision.place
    if decision.verdict != "corrected":
        return [old]
    parts = (decision.source, decision.cue, decision.content)
    new = Place(old.text, *(was if now is None else now for now, was in zip(parts, (old.source, old.cue, old.content), strict=True)))
    return [old, new]


def _overlap(one: Spans, other: Spans) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other) or one == other == ()
