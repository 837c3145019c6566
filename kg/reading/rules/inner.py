"""What others said, told in the content of another attribution: "testified that she had warned him of it", “He told me that it fell”."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of, words
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.holding import matches

RULE, SCORE, LEAST = "said-inside/2", 0.6, 3  # words of a content at least
_NP = r"(?:the|an?|his|her|its|their)(?:\s+(?!(?:and|or|that|who|which)\b)[\w-]+){1,4}?"
_WHO = rf"(?P<source>\b(?i:he|she|they|it|{_NP})|\b[A-Z][\w-]+(?:\s+[A-Z][\w-]+){{0,2}})"
_CLAUSE = r"(?P<content>(?:that\s+)?(?:(?:he|she|it|they|we|I|there|an?|the|his|her|their|its|th(?:is|ese|ose)|[A-Z]\w+)\b|[“\"‘]))"
_HAD = re.compile(
    rf"{_WHO}\s+(?P<cue>had\s+(?:(?:\w+ly|also|once)\s+)?(?:spoken\s+of|(?P<told>{any_of('told_before')})))\b"
    r"(?(told)(?:\s+(?!(?:that|to|of)\b)[\w.’'-]+){0,5}?\s+(?P<content>(?:that|to|of)\s+\w)|\s+(?P<thing>\S))"
)
_SAID = re.compile(rf"{_WHO}\s+(?P<cue>(?:(?:\w+ly|also|never|once)\s+)?(?:said|{any_of('maintaining')}))\s+{_CLAUSE}")
_TOLD = re.compile(
    rf"{_WHO}\s+(?P<cue>(?:(?:\w+ly|also|never|once)\s+)?(?:told|assured|warned|informed|reminded))\s+"
    rf"(?:me|us|him|her|them|you|(?:the|his|her|their|our|my)\s+[\w-]+|[a-z]+s|[A-Z]\w+(?:\s[A-Z]\w+)?)\s+{_CLAUSE}"
)
_PAPER = re.compile(
    r"(?P<source>\b(?:an?|the|one|another)\s+(?:[\w-]+\s+){0,2}?(?:survey|report|study|review|poll|letter|memo|inquiry|audit|document|statement))\s+"
    r"(?:that|which)\s+(?P<cue>(?:had\s+)?(?:put|found|said|showed|suggested|claimed|concluded|accused|blamed|estimated))\s+(?P<content>\w)"
)
_STEMS = {
    _HAD: frozenset({"had"}),
    _SAID: words("maintaining") | {"said"},
    _TOLD: frozenset({"told", "assured", "warned", "informed", "reminded"}),
    _PAPER: frozenset({"survey", "report", "study", "review", "poll", "letter", "memo", "inquiry", "audit", "document", "statement"}),
}
_END = re.compile(r"[.!?;](?=\s|[”\"]|$)|[”\"]|,\s+(?:but|and\s+(?:he|she|they|that)|while|according|said)\b|$")


def find(text: str, frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such clause in a content that no cue covers; "had said" in unquoted ones only. Its content runs to the end of the
    outer one, or of the sentence."""
    taken = [c for f in frames for c in f.cue]
    found: dict[Span, Frame] = {}
    for (_, e), m in matches(text, sorted({s for f in frames for s in f.content}), _STEMS):
        cue = m.span("cue")
        barred = (*taken, *found, *(quoted if m.re is _HAD else ()))
        if not touches(cue, barred) and (content := _content(text, m, e)):
            found[cue] = Frame((m.span("source"),), (cue,), (content,), SCORE)
    return list(found.values())


def _content(text: str, m: re.Match[str], stop: int) -> Span | None:
    """From the clause to where it ends, when it has some words."""
    begin = m.start("content") if m["content"] else m.start("thing")
    end = _END.search(text, m.end(), stop) if m.re is not _HAD else None
    last = end.start() if end else stop
    return (begin, last) if m.re is _HAD or len(text[begin:last].split()) >= LEAST else None
