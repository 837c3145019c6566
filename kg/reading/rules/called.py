"""What somebody called a thing, told in passing: "ended what the mayor called “a war on trees”"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.holding import matches

RULE, SCORE = "what-called/1", 0.6
_WHAT = re.compile(
    r"\bwhat\s+(?P<source>(?!(?:is|was|are|were|has|had|he|she|they|it|we|I|you)\s+(?:being|been|widely|often)\b)(?:[\w’'.-]+\s+){1,8}?)"
    r"(?P<cue>(?:has\s+|have\s+|had\s+)?(?:called|described\s+as|termed|dubbed))\s+(?P<content>[“\"][^“”\"\n]{3,160}[”\"])"
)


def find(text: str, sentences: list[Span], frames: list[Frame]) -> list[Frame]:
    """A frame for each such quote whose cue no cue of `frames` covers."""
    taken = [s for f in frames for s in f.cue]
    found = []
    for _, m in matches(text, sentences, {_WHAT: ("what",)}):
        source = (m.start("source"), m.start("source") + len(m["source"].rstrip()))
        if not touches(m.span("cue"), taken):
            found.append(Frame((source,), (m.span("cue"),), (m.span("content"),), SCORE))
    return found
