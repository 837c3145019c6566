"""A content ends where the sentence goes on without it: "urged people not to panic, | but her own office …", "in which he suggested that
cats dream, | was retracted", "has said that I was, | and that is simply not true"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame

_VERDICT = re.compile(
    r"(?:,|(?<!\s))\s+(?:and|but)\s+(?:that|this|it)(?:[’']s|\s+(?:is|was))(?:\s+\w+ly|\s+just)*\s+"
    r"(?:not\s+(?:true|so|right|correct|the\s+case)|untrue|an?\s+lie|false|nonsense|wrong|rubbish)\b"
)
_WHICH = re.compile(r",\s+(?:(?:in|to|by|with|for|of|on)\s+)?(?:which|whom|who)\s(?:[^\s,;:“”\"]+\s){0,4}$")
_GOES_ON = re.compile(r",\s+(?=(?:was|were|is|are|has|have|had|will|would|did|does)\s)")
_PLEADS = re.compile(r"\b(?:urg|ask|advis|order|warn|instruct|implor|beg|call|tell|told|encourag)\w*(?:\s+(?:on|for))?$", re.IGNORECASE)
_TO = re.compile(r"(?:(?!(?:that|if|whether)\b)[\w’'-]+\s+){0,6}?(?:not\s+)?to\s+[a-z]+\b")
_BUT = re.compile(
    r",\s+(?:but|although|though|while)\s+(?=(?:the|his|her|its|their|our|an?|some|many|most|few|none|no|he|she|it|they|there|[A-Z][\w’'-]*)\s)"
)
LEAD = 200  # characters before a content in which "who" or "which" is looked for


def cut(text: str, frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """Frames whose last piece of content stands behind the cue and outside quotes, ended there."""
    return [_ended(text, f, quoted) for f in frames]


def _ended(text: str, f: Frame, quoted: list[Span]) -> Frame:
    begin, end = f.content[-1]
    cue = text[slice(*f.cue[0])]
    if begin < f.cue[-1][1] or not cue[:1].isalpha():
        return f
    found = [_VERDICT.search(text, begin, end)]
    if text.startswith("that ", begin) and _WHICH.search(text, max(0, begin - LEAD), f.cue[0][0]):
        found.append(_GOES_ON.search(text, begin, end))
    if _PLEADS.search(cue) and (plea := _TO.match(text, begin, end)):
        found.append(_BUT.search(text, plea.end(), end))
    stops = [m.start() for m in found if m and m.start() > begin]
    if not stops or touches((begin, begin + 1), quoted) or touches((min(stops), min(stops) + 1), quoted):
        return f
    return Frame(f.source, f.cue, (*f.content[:-1], (begin, min(stops))), f.score)
