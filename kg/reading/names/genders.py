"""What the pronouns after a name say of it: he, she, or a thing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import islice, takewhile

from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene

_HE_SHE = re.compile(r"\b(?:(?P<m>he|his|him|himself)|(?P<f>she|her|hers|herself))\b", re.IGNORECASE)
_ITS = re.compile(r"[^.!?“”\"]{0,80}?\b(?:(?P<it>its|itself)|he|she|his|her|him|who)\b", re.IGNORECASE)
_SAID = re.compile(r"\s+(?:\w+\s+)?(?:said|says|added|adds|told \w+)\s+(?:that\s+)?", re.IGNORECASE)
AFTER, SURE = 160, 3  # characters after a name that are looked at; votes that outweigh what a given name says


def find(scene: Scene) -> None:
    """Give persons the gender of the pronouns that follow their names; one of a single word that is called "its" is an organization."""
    people = [f for f in scene.figures if f.type == "Person"]
    begins = sorted((m.begin, id(f)) for f in people for m in f.mentions)
    for figure in people:
        votes: Counter[str] = Counter()
        for gender, weight in (vote for m in figure.mentions if (vote := _next(scene, figure, m.end, begins))):
            votes[gender] += weight
        first, second = votes["m"], votes["f"]
        if figure.gender is None and first != second:
            figure.gender = "m" if first > second else "f"
        elif not figure.titled and max(first, second) >= SURE and min(first, second) == 0:
            figure.gender = "m" if first else "f"
        if figure.gender is None and " " not in figure.name and not figure.titled and _thing(scene, figure):
            figure.type = "Organization"


def _next(scene: Scene, figure: Figure, at: int, begins: list[tuple[int, int]]) -> tuple[str, int] | None:
    """Gender of the first pronoun outside quotes after `at` and before another person is named, and what it weighs: more after "said".

    In further sentences only "he" and "she" count."""
    near = takewhile(lambda begin: begin[0] < at + AFTER, islice(begins, bisect_left(begins, (at, 0)), None))
    stop = next((b for b, who in near if who != id(figure)), at + AFTER)
    end = scene.sentence(at)[1]
    for m in _HE_SHE.finditer(scene.text, at, stop):
        if not scene.is_quoted(m.start()) and (m.start() < end or m.group().lower() in {"he", "she"}):
            return str(m.lastgroup), SURE - 1 if _SAID.fullmatch(scene.text, at, m.start()) else 1
    return None


def _thing(scene: Scene, figure: Figure) -> bool:
    found = [m for mention in figure.mentions if (m := _ITS.match(scene.text, mention.end))]
    return any(m["it"] for m in found) and all(m["it"] for m in found)
