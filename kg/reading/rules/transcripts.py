"""Transcripts: lines that begin with who speaks, "SMITH: Thank you for coming."."""

from __future__ import annotations

import re
from collections import Counter

from kg.model import Span
from kg.reading.network.reader import Frame

_LABEL = re.compile(
    r"[“\"]?(?P<who>(?:(?:[^\W\d_a-z][\w’'.-]*)(?:\s+(?:[^\W\d_a-z][\w’'.-]*|de|van|von|of|the)){0,4}))"
    r"(?:\s*\([^)\n]{1,40}\)|,\s+[A-Z][A-Z\d ,.’'&/-]{2,60})?(?P<cue>:)\s+(?=\S)"
)
FURNITURE = re.compile(
    r"(?:source|photo|image|picture|credit|video|watch|read|related|see|also|note|update|correction|published|updated|time|date|where|when|what|who|"
    r"why|how|phone|email|tel|address|web|website|tags?|topics?|category|share|follow|analysis|opinion|editorial|score|result)\b",
    re.IGNORECASE,
)
RULE = "transcript/4"
LEAST, SCORE = 3, 0.8  # labelled lines that make a transcript


def find(text: str, paragraphs: list[Span], frames: list[Frame]) -> list[Frame]:
    """A frame for each labelled line of a transcript: at least `LEAST` such lines, two speakers, one of them twice.

    Its source is the label, its cue the colon, its content the rest of the line. Lines that one of `frames` has as content are left to it,
    but for one whose own cue stands in the line.
    """
    found = [(m, end) for begin, end in paragraphs if (m := _LABEL.match(text, begin, end)) and not FURNITURE.match(m["who"])]
    labels = Counter(m["who"].split()[-1] for m, _ in found)  # "ANA RUIZ, MAYOR OF SELM:" and then "RUIZ:"
    if len(found) < LEAST or len(labels) < 2 or labels.most_common(1)[0][1] < 2:
        return []
    taken = [(f.cue[0][0], s) for f in frames for s in f.content]
    return [_frame(m, end) for m, end in found if not any(_covers(s, (m.end(), end)) and not m.end() <= cue < end for cue, s in taken)]


def _frame(m: re.Match[str], end: int) -> Frame:
    return Frame((m.span("who"),), (m.span("cue"),), ((m.end(), end),), SCORE)


def _covers(span: Span, line: Span) -> bool:
    """Whether `span` takes up more than half of `line`."""
    return min(span[1], line[1]) - max(span[0], line[0]) > 0.5 * (line[1] - line[0])
