"""Who is meant by "they" when those have not spoken: the people of whom this sentence, or the one before, tells first:
"Residents of Selm fled. They said it leaked."
"""

from __future__ import annotations

import functools
import re

from kg.model import Span
from kg.reading.lexicon import table
from kg.reading.reference import nominals
from kg.reading.reference.figures import Figure
from kg.reading.reference.scene import Scene
from kg.reading.text import phrases
from kg.reading.text.clauses import FINITE

_OPENING = re.compile(
    r"(?:[“\"‘\s]*)(?:[A-Z][A-Z ]+(?:--|\s[-–—])\s*)?(?:(?:But|And|However,|Meanwhile,|For|Though|Although|While|When|If|As)\s+)?"
)
FAR = 160  # characters from there to the verb


@functools.cache
def _pattern() -> re.Pattern[str]:
    past = "|".join(sorted({form for forms in table("irregular").values() for form in forms.split() if not form.endswith("ing")}))
    return re.compile(
        r"(?P<noun>(?:[\w’'-]+\s+){0,4}?(?P<head>[A-Za-z][a-z-]+s|police|people|women|men|media))"
        r"(?:\s+(?:of|in|from|at|opposed to)\s+[^,;:.“”\"\n]{2,80}?)?"
        rf"(?=,\s|\s+(?:(?:also|already|now|still|[a-z]+ly)\s+)?(?:{FINITE}|[a-z]+ed|put|{past})\b)"
    )


def find(scene: Scene, at: int) -> Figure | None:
    """The people for whom the source "they" at offset `at` stands; the figure is made when the text has not had them speak."""
    here = scene.sentence_of(at)
    for i in range(here, max(-1, here - 2), -1):
        begin = scene.sentences[i].begin if scene.sentences else 0
        if scene.is_quoted(begin + 1):
            continue
        opening = _OPENING.match(scene.text, begin)
        start = opening.end() if opening else begin
        found = _pattern().match(scene.text, start, min(at, start + FAR))
        if found and (figure := _people(scene, found.span("noun"), found.span())):
            return figure
        if i < here:
            return None
    return None


def _people(scene: Scene, noun: Span, phrase: Span) -> Figure | None:
    found = phrases.tokens(scene.text, phrases.bare(scene.text, noun))
    kind = phrases.kind(found) if found else None
    if kind != "Group" and found[-1:] != ["police"]:
        return None
    figure = nominals.match(scene, noun) or nominals.unnamed(scene, noun, phrase)
    return figure if figure and figure.type != "Person" else None
