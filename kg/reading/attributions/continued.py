"""Quotes that go on in the next paragraph: opened again at its head, closed only at the last."""

from __future__ import annotations

import itertools

from kg.model import Span
from kg.reading.network.reader import Frame
from kg.reading.text.quotes import Quote


def extend(frames: list[Frame], quotes: list[Quote], paragraphs: list[Span]) -> list[Frame]:
    """Frames whose content ends in a quote that its paragraph leaves open get the quote that opens the next paragraph too."""
    at_head = {(b, e): next((q for q in quotes if b < q.begin <= b + 2), None) for b, e in paragraphs}
    following = dict(itertools.pairwise(paragraphs))
    return [_extend(f, frames, quotes, at_head, following) for f in frames]


def _extend(
    frame: Frame, frames: list[Frame], quotes: list[Quote], at_head: dict[Span, Quote | None], following: dict[Span, Span]
) -> Frame:
    content = list(frame.content)
    last = next((q for q in quotes if not q.closed and q.begin <= content[-1][0] < q.end), None)
    while last and not last.closed:
        home = next((p for p in following if p[0] < last.begin <= p[1]), None)
        last = at_head.get(following[home]) if home else None
        if last is None or any(b < last.end and e > last.begin for f in frames if f is not frame for b, e in f.content):
            break
        content.append((last.begin, last.end))
    return Frame(frame.source, frame.cue, tuple(content), frame.score)
