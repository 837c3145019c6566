"""What was said before, told in the content of another attribution: "testified that she had warned him of the shortfall"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of
from kg.reading.network import Frame

RULE, SCORE = "said-before/1", 0.6
_WHO = r"(?P<source>\b(?:he|she|they|it|(?:the|an?|his|her|its|their)\s+(?:[\w-]+\s+){0,3}?[\w-]+|[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}))"
_HAD = re.compile(
    rf"{_WHO}\s+(?P<cue>had\s+(?:(?:\w+ly|also|once)\s+)?(?:spoken\s+of|(?P<told>{any_of('told_before')})))\b"
    r"(?(told)(?:\s+(?!(?:that|to|of)\b)[\w.’'-]+){0,5}?\s+(?P<clause>(?:that|to|of)\s+\w)|\s+(?P<thing>\S))"
)


def find(text: str, frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each "had said" in an unquoted content that no cue covers; its content runs to the end of the outer one."""
    taken = [c for f in frames for c in f.cue]
    found: dict[Span, Frame] = {}
    for b, e in (s for f in frames for s in f.content):
        for m in _HAD.finditer(text, b, e):
            cue = m.span("cue")
            if not any(s < cue[1] and cue[0] < t for s, t in (*taken, *quoted)):
                begin = m.start("clause") if m["clause"] else m.start("thing")
                found[cue] = Frame((m.span("source"),), (cue,), ((begin, e),), SCORE)
    return list(found.values())
