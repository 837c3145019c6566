"""Headlines that say who says it behind or before a mark: "Clashes kill 12: police", "Minister: dam is safe"."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.lexicon import is_person_noun, words
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.reference.figures import Figure, key_of
from kg.reading.rules.transcripts import FURNITURE
from kg.reading.text.phrases import kind, tokens

RULE, SCORE = "headline/1", 0.7
_WHO = r"(?P<source>(?:[\w’'.-]+\s+){0,3}[\w’'.-]*\w)"
_BEHIND = re.compile(rf"(?P<content>\S.{{8,}}?)\s*(?P<cue>:|\s[-–—])\s+{_WHO}\.?")
_BEFORE = re.compile(rf"{_WHO}(?P<cue>:)\s+(?P<content>\S.{{8,}})")


def find(text: str, headlines: Spans, figures: list[Figure], frames: list[Frame]) -> list[Frame]:
    """A frame for each such headline of which no part is a frame’s content yet."""
    taken = [c for f in frames for c in f.content]
    found = []
    for b, e in headlines:
        match = next((m for p in (_BEHIND, _BEFORE) if (m := p.fullmatch(text, b, e)) and speaks(text, m.span("source"), figures)), None)
        if match and not touches((b, e), taken):
            found.append(Frame((match.span("source"),), (_cue(match),), (match.span("content"),), SCORE))
    return found


def _cue(match: re.Match[str]) -> Span:
    return match.end("cue") - 1, match.end("cue")


def speaks(text: str, source: Span, figures: list[Figure]) -> bool:
    """Whether a phrase is a name of the text, or ends in a word for people, bodies or documents."""
    phrase = text[slice(*source)]
    if FURNITURE.match(phrase):
        return False
    if any(key_of(phrase) == key_of(f.name) or (f.type == "Person" and key_of(phrase) in key_of(f.name).split()) for f in figures):
        return True
    found = tokens(text, source)
    head = found[-1] if found else ""
    return bool(found) and (kind(found) is not None or is_person_noun(head) or head in words("papers") - words("silent"))
