"""What somebody would neither confirm nor deny: one attribution, with all the words for it as cue."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.attributions import subjects
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.holding import matches

RULE, SCORE = "undecided/1", 0.6
_HELPS = r"(?:(?:has|have|had|would|could|can|will|did|also|so\s+far|\w+ly)\s+)*"
_CUE = re.compile(
    rf"\b{_HELPS}(?:neither\s+(?:\w+ly\s+)?confirm\w*\s+n?or\s+den(?:y|ies|ied|ying)"
    r"|(?:(?:declin|refus)\w+\s+to|(?:would|could|can|did|does|do)(?:\s*not|n[’']t))\s+(?:either\s+|\w+ly\s+)?confirm(?:\s+n?or\s+deny)?)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\s+(?=(?:that|whether|if|the|any|such|these|those|his|her|its|their)\b)")
_END = re.compile(r"[.;:!?]?[”\"’]?\s*$")


def whole(text: str, frames: list[Frame]) -> list[Frame]:
    """The frames with such a cue whole, each once: "He | neither confirmed nor denied", not "confirmed" and "denied"."""
    for m in _CUE.finditer(text) if "confirm" in text.lower() else ():
        mine = [f for f in frames if touches(m.span(), f.cue)]
        best = max(mine, key=lambda f: (bool(f.source), f.score), default=None)
        one = _made(best, m.span()) if best else None
        if one:
            frames = [one if f is best else f for f in frames if f is best or f not in mine]
    return frames


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such cue that no cue of `frames` covers, before "that", "whether" or what it is about."""
    taken = [*(c for f in frames for c in f.cue), *quoted]
    found = []
    for (begin, end), m in matches(text, sentences, {_CUE: ("confirm",)}):
        told, source = _TOLD.match(text, m.end(), end), subjects.before(text, begin, m.start())
        last = _END.search(text, begin, end)
        if told and source and last and told.end() < last.start() and not touches(m.span(), taken):
            found.append(Frame((source,), (m.span(),), ((told.end(), last.start()),), SCORE))
    return found


def _made(f: Frame, cue: Span) -> Frame | None:
    content: Spans = tuple((max(b, cue[1] + 1) if b < cue[1] and e > cue[0] else b, e) for b, e in f.content)
    content = tuple((b, e) for b, e in content if e - b > 2)
    source: Spans = tuple((b, min(e, cue[0] - 1) if b < cue[0] else e) for b, e in f.source)
    return Frame(tuple(s for s in source if not touches(s, [cue])), (cue,), content, f.score) if content else None
