"""Plain clauses of saying that the model passed over: "even as officials maintained that the dam held and vowed to repair it"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Span
from kg.reading.attributions.subjects import before
from kg.reading.lexicon import any_of, words
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.clauses import HELPS
from kg.reading.text.holding import matches

RULE, SCORE = "saying-clause/1", 0.6
_CLAUSE = re.compile(
    rf"\b(?P<cue>{HELPS}(?:{any_of('maintaining')})"
    r"|had\s+(?:earlier|previously|initially|first|already)\s+said)\s+(?P<content>that)\s+\w"
)
_STEMS = {_CLAUSE: words("maintaining") | {"said"}}
_END = re.compile(r"[;:—–.!?“”\"]|,\s+(?:but|while|and|as|even)\b|\s+(?:and|but)\s+(?=[a-z]+ed\s+(?:to|that)\b)|$")
_AND = re.compile(r"\s*,?\s+(?:and|but)\s+(?:(?:also|later|then)\s+)?$")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes that no cue of `frames` covers, its source the words before its verb."""
    taken = [c for f in frames for c in f.cue]
    found = []
    for (b, e), m in matches(text, sentences, _STEMS):
        cue = m.span("cue")
        if not touches(cue, (*taken, *quoted)) and (source := before(text, b, cue[0])):
            end = _END.search(text, m.end("content"), e)
            found.append(Frame((source,), (cue,), ((m.start("content"), end.start() if end else e),), SCORE))
    return found


def share(text: str, frames: list[Frame], found: list[Frame]) -> list[Frame]:
    """`frames`, where one that goes on with "and" after a clause of `found` has the source of that clause, not one from further off."""
    return [next((replace(f, source=c.source) for c in found if _goes_on(text, f, c)), f) for f in frames]


def _goes_on(text: str, frame: Frame, clause: Frame) -> bool:
    end, cue = clause.content[-1][1], frame.cue[0][0]
    further = not frame.source or frame.source[0][1] <= clause.source[0][0]
    return further and end < cue and bool(_AND.fullmatch(text, end, cue))
