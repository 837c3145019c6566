"""Lines that begin with who says them: a post, "18:42 Weather service: gusts are expected", or a quote, "Ana Ruiz: “Stay in.”"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions.mend import trim
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.reference.figures import Figure
from kg.reading.rules.headings import speaks
from kg.reading.rules.transcripts import FURNITURE
from kg.reading.text import clauses, dateline

RULE, SCORE = "post/1", 0.7
LONGEST = 1000  # characters of a line
_POST = re.compile(r"(?P<source>[A-Z][\w’'.-]*(?:,?\s+[\w’'.-]+){0,6}?)(?P<cue>:)\s+(?P<content>\S.{8,})")
_QUOTE = re.compile(r"(?:“[^“”]+”|\"[^\"]+\")")
_CLAUSE = re.compile(rf"[^;|]*(?:\b{clauses.FINITE}\b|\b[a-z]{{2,}}ed\b)[^;|]*")


def find(text: str, paragraphs: list[Span], figures: list[Figure], frames: list[Frame]) -> list[Frame]:
    """A frame for each such line that is no content of one of `frames` that has a source: a quote and nothing else behind a name or a word
    for whoever speaks, or a clause where the time or a bullet stands before those."""
    taken = [s for f in frames if f.source for s in f.content]
    ends = {m.end for f in figures if f.type in {"Person", "Organization"} for m in f.mentions if m.kind == "name"}
    found = []
    for begin, end in paragraphs:
        start = max(begin, dateline.end(text, begin))
        m = _POST.fullmatch(text, start, end) if end - begin <= LONGEST else None
        if m is None or FURNITURE.match(m["source"]) or touches(m.span("content"), taken):
            continue
        told = _QUOTE.fullmatch(m["content"]) or (start > begin and _CLAUSE.fullmatch(m["content"]))
        content = trim(text, m.span("content"))
        if told and content and (m.end("source") in ends or speaks(text, m.span("source"), figures)):
            found.append(Frame((m.span("source"),), (m.span("cue"),), (content,), SCORE))
    return found
