"""Asides that somebody would not be named, which are part of the phrase that says who speaks."""

from __future__ import annotations

import re

from kg.reading.network.reader import Frame

WORDS = (
    r"on (?:the )?condition of anonymity|on condition (?:that )?(?:he|she|they) not be|not to be (?:named|identified)"
    r"|(?:not|n[’']t) authori[sz]ed to|anonymously|(?:ask|request|insist|prefer)\w* (?:for |on )?anonymity"
    r"|(?:remain|stay|be kept) anonymous"
    r"|(?:(?:declin|refus)ed to|(?:would|did|could|can|does)(?: not|n[’']t)(?: (?:want|wish|like) to)?) be (?:named|identified)"
)
_ASIDE = re.compile(rf",\s+who\s+[^,.;:“”\"\n]{{0,60}}?\b(?:{WORDS})\b[^,.;:“”\"\n]{{0,120}}(?=,\s)")
_CLAUSE = re.compile(rf"\swho\s+[^,.;:“”\"\n]{{0,60}}?\b(?:{WORDS})\b(?=\s)")


def whole(text: str, frames: list[Frame]) -> list[Frame]:
    """The frames with all of such an aside in a source that ends in it: "An official, who | asked not to be named"; and without what
    follows it in the content of its own verb: "A guard who asked | not to be named | backed up his account"."""
    for m in _ASIDE.finditer(text):
        frames = [_grown(f, m) for f in frames]
    for m in _CLAUSE.finditer(text):
        frames = [_cut(f, m) for f in frames]
    return frames


def _cut(f: Frame, m: re.Match[str]) -> Frame:
    if not m.start() <= f.cue[0][0] < m.end():
        return f
    content = tuple((b, min(e, m.end())) for b, e in f.content if b < m.end())
    return Frame(f.source, f.cue, content, f.score) if content else f


def _grown(f: Frame, m: re.Match[str]) -> Frame:
    if not any(b < m.start() < e < m.end() for b, e in f.source) or f.cue[0][0] < m.end():
        return f
    return Frame(tuple((b, m.end() if b < m.start() < e < m.end() else e) for b, e in f.source), f.cue, f.content, f.score)
