"""Plain findings and answers that the model passed over: "found no signs of a beating", "Quill answered no"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions import subjects
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.holding import matches

RULE, SCORE = "plain/1", 0.6
LONGEST = 400  # characters of a content
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
_STEMS = {_FOUND: ("found no",), _ANSWERED: ("answered", "replied")}


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause outside quotes that no cue of `frames` covers; with the words before it as source."""
    taken = [*(c for f in frames for c in f.cue), *quoted]
    found = []
    for (begin, _), m in matches(text, sentences, _STEMS):
        cue, content = m.span("cue"), m.span("content")
        source = subjects.before(text, begin, cue[0], _SUBJECT)
        if source and not touches(cue, taken) and not _NOT.search(text[slice(*source)]):
            border = _BORDER.search(text, *content)
            end = border.start() if border else content[1]
            if end - content[0] <= LONGEST:
                found.append(Frame((source,), (cue,), ((content[0], end),), SCORE))
    return found
