"""A content is a whole clause: with what the model left out within a sentence, or at the head of one that ends in "he said"."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.model import Span, Spans
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text import dateline

GAP = 60  # characters between two pieces of a content that are filled at most
_LEAD = re.compile(r"(?:[^\n]{0,60}?\s[—–-]{1,2}\s+|(?:But|And|However|Meanwhile|Still|Yet|So)\b,?\s+)?")
_MARKS = set('“”"')
_HEADING = re.compile(r"\n?[^\W\d_a-z][^\n.,:;?!“”\"]{0,60}\n+")
_GOES_ON = re.compile(r",\s+(?P<rest>(?!\w+ing\b|(?:and|but|or|yet|so)\b)(?:[\w’'-]+\s+){1,5})")
_TO_CUE = re.compile(r"[\s.”\"’'—–-]*,[\s”\"’']*")


def clauses(text: str, frames: list[Frame], sentences: list[Span]) -> list[Frame]:
    """Frames whose contents have no gap in a sentence but for cues and sources, and begin with their sentence where it ends in the cue."""
    taken = sorted(s for f in frames for s in f.cue)
    begins = [b for b, _ in sentences]
    found = [_resumed(text, _opened(text, _at_home(text, f), taken, sentences, begins), taken) for f in frames]
    return [_filled(text, f, taken, begins) for f in found]


def _at_home(text: str, f: Frame) -> Frame:
    """The frame without a heading before the paragraph in which its content and cue are."""
    home = text.rfind("\n", 0, f.cue[0][0]) + 1
    kept = [(max(b, home), e) for b, e in f.content if e > home]
    first = f.content[0][0]
    if not home or not kept or first >= home or not _HEADING.fullmatch(text, max(0, first - 1), home):
        return f
    return Frame(f.source, f.cue, tuple(kept), f.score)


def _opened(text: str, f: Frame, taken: list[Span], sentences: list[Span], begins: list[int]) -> Frame:
    last = f.content[-1]
    rest = sorted((*f.source, *f.cue))
    if rest[0][0] < last[1] or not _TO_CUE.fullmatch(text, last[1], rest[0][0]):
        return f
    first = f.content[0]
    begin, end = sentences[max(0, bisect_right(begins, first[0]) - 1)]
    if not (begin < first[0] and rest[0][0] < end and last[1] <= end) or _MARKS & set(text[begin : last[1]]):
        return f
    begin = min(first[0], max(begin, dateline.end(text, begin)))
    begin = _LEAD.match(text, begin, first[0]).end()  # type: ignore[union-attr]
    if begin >= first[0] or any(begin <= b < first[0] for b, _ in taken):
        return f
    return Frame(f.source, f.cue, ((begin, first[1]), *f.content[1:]), f.score)


def _resumed(text: str, f: Frame, taken: list[Span]) -> Frame:
    """The frame with all that follows the comma behind its attribution: "It fell, Ruiz said, | after weeks | of rain"."""
    begin, end = f.content[-1]
    said = max(e for _, e in (*f.source, *f.cue))
    if len(f.content) < 2 or not f.content[-2][1] <= said < begin or not _TO_CUE.match(text, f.content[-2][1]):
        return f
    gap = _GOES_ON.fullmatch(text, said, begin)
    if gap is None or touches((said, begin), [s for s in taken if s not in f.cue]):
        return f
    return Frame(f.source, f.cue, (*f.content[:-1], (gap.start("rest"), end)), f.score)


def _filled(text: str, f: Frame, taken: list[Span], begins: list[int]) -> Frame:
    out: list[Span] = []
    for b, e in f.content:
        if out and _is_gap(text, (out[-1][1], b), (*f.source, *taken), begins):
            out[-1] = (out[-1][0], e)
        else:
            out.append((b, e))
    return Frame(f.source, f.cue, tuple(out), f.score)


def _is_gap(text: str, gap: Span, taken: list[Span] | Spans, begins: list[int]) -> bool:
    b, e = gap
    if not 0 <= e - b <= GAP or "\n" in text[b:e] or touches((b, e), taken):
        return False
    return bisect_right(begins, b) == bisect_right(begins, e)
