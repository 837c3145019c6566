"""A paragraph that somebody is said to write in the line above: "Our political editor, Ana Ruiz, writes:"."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.model import Span
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame

RULE, SCORE = "written-below/1", 0.7
_LINE = re.compile(
    r"(?:^|(?<=[.?!]\s)|(?<=[.?!][”\"’']\s))(?P<source>[A-Z][^\n.:;?!“”\"]{2,90}?),?\s+(?P<cue>writes|reports|explains|adds):$"
)


def find(text: str, paragraphs: list[Span], frames: list[Frame]) -> list[Frame]:
    """A frame for each paragraph below a line that ends so, unless the one of `frames` that has its cue has some of it as content."""
    found = []
    for (begin, end), below in pairwise(paragraphs):
        stop = begin + len(text[begin:end].rstrip())
        m = _LINE.search(text[begin:stop]) if text[stop - 1] == ":" else None
        if m is None or text[end : below[0]].strip():
            continue
        spans = [(begin + m.start(part), begin + m.end(part)) for part in ("source", "cue")]
        if not any(touches(spans[1], f.cue) and touches(below, f.content) for f in frames):
            found.append(Frame((spans[0],), (spans[1],), (below,), SCORE))
    return found


def instead(frames: list[Frame], found: list[Frame]) -> list[Frame]:
    """`frames` without those that have a cue of `found`."""
    cues = [c for f in found for c in f.cue]
    return [f for f in frames if not any(touches(c, cues) for c in f.cue)]
