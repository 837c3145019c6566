"""What somebody claims by a noun alone, which the model passed over: "as the group officially claimed control of the town"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions.subjects import before
from kg.reading.lexicon import any_of
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.holding import matches

RULE, SCORE = "claimed/1", 0.6
_CLAUSE = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had|also|both|each|\w+ly)\s+){0,3}(?:claims?|claimed))\s+"
    rf"(?P<content>(?:(?:an?|the|full|total|complete|sole|joint|partial|outright)\s+){{0,2}}(?:{any_of('claimable')}))\b"
)
_END = re.compile(r"[;:—–.!?“”\"]|,|\s+(?:but|while|and|as|after|before|when|which|who|even)\b|$")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes that no cue of `frames` covers, its source the words before its verb."""
    taken = [*(c for f in frames for c in f.cue), *quoted]
    found = []
    for (b, e), m in matches(text, sentences, {_CLAUSE: ("claim",)}):
        cue, end = m.span("cue"), _END.search(text, m.end(), e)
        if end and not touches(cue, taken) and (source := before(text, b, cue[0])):
            found.append(Frame((source,), (cue,), ((m.start("content"), end.start()),), SCORE))
    return found
