"""Plain findings and answers that the model passed over: "found no signs of a beating", "Quill answered no"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions import subjects
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.holding import holding

RULE, SCORE = "plain/1", 0.6
_FOUND = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had|also|later|\w+ly)\s+){0,2}found)\s+(?P<content>no\s+(?:[\w-]+\s+){0,2}?"
    r"(?:signs?|evidence|traces?|proof|indications?|links?|breach(?:es)?|errors?|faults?)\s+(?:of|that|to|for|in|between|with|by)\s(?:[^.;:“”\"\n]|\.(?=\s?[a-z\d]))+)"
)
_ANSWERED = re.compile(
    r"\b(?P<cue>(?:(?:has|had|also|later|then|\w+ly)\s+)?(?:answered|replied))\s+(?P<content>(?:yes|no))(?=\s*(?:[.,;]|$))"
)
_BORDER = re.compile(r",?\s+(?:but|although|though|while|and\s+(?:has|have|had|was|were|is|are|said|says))\b")
_SUBJECT = re.compile(r"^(?P<who>(?:The|An?|Its|His|Her|Their)\s[^,;:“”\"]{2,60},\s+(?:[A-Z][\w.’-]*\s){0,4}[A-Z][\w’-]+),\s+$")
_NOT = re.compile(r"(?:n[’']t|\b(?:not|never|who|which|that|to|would|will|could|can|was|were|be|been|being|is|are))$", re.IGNORECASE)
_STEMS = ("found no", "answered", "replied")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes that no cue of `frames` covers; with the words before it as source."""
    taken = [*(c for f in frames for c in f.cue), *quoted]
    found = []
    for begin, end in holding(text, sentences, _STEMS):
        for m in (*_FOUND.finditer(text, begin, end), *_ANSWERED.finditer(text, begin, end)):
            cue, content = m.span("cue"), m.span("content")
            apart = _SUBJECT.search(text[begin : cue[0]])
            source = (begin + apart.start("who"), begin + apart.end("who")) if apart else subjects.before(text, begin, cue[0])
            if source and not touches(cue, taken) and not _NOT.search(text[slice(*source)]):
                border = _BORDER.search(text, *content)
                found.append(Frame((source,), (cue,), ((content[0], border.start() if border else content[1]),), SCORE))
    return found
