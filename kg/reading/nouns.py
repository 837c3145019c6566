"""Nouns that report, with what they report, where the model passed over them: "rumors that he had fled", "the board’s claim that …"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.lexicon import any_of
from kg.reading.network import Frame

RULE, SCORE = "reporting-noun/1", 0.6
_DAY = r"(?:\s+(?:on|early on|late on|this|last)\s+\w+)?"
_POSSESSIVE = r"(?:[Tt]he\s+(?:[\w-]+\s+){0,2}|(?:[A-Z][\w-]*\s+){0,2})[\w-]+[’']s?"
_OWNER = rf"(?:(?P<owner>{_POSSESSIVE}|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:(?:own|earlier|latest|repeated)\s+)?)?"
_THAT = re.compile(rf"{_OWNER}\b(?P<cue>(?i:{any_of('reporting')}))(?:{_DAY}|,\s+\w+[\w\s]{{2,40}},)\s+(?P<content>that\s+(?=\w+\s+\w+))")
_OF = re.compile(
    rf"\b(?P<cue>rumou?rs(?=[\w\s]+\bof\b)|reports(?!{_DAY}\s+of\s+(?:the|this|that|his|her|their|its)\b)){_DAY}\s+(?P<content>of\s+(?=\w))",
    re.IGNORECASE,
)
_FINITE = r"(?:was|were|is|are|has|have|had|will|would|could|may|might|did|does|do)"
_END = re.compile(r"\s*(?:[;:—–.!?“”\"]|,(?!\s+(?:including|and|or)\b)|$)")
_MAIN = re.compile(rf"\s+(?={_FINITE}\b|(?:swirled|emerged|surfaced|spread|circulated|came|drew|prompted|sparked|angered)\b|[“\"])")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such noun that no cue of `frames` covers, outside quotes; content and source are as near as rules come."""
    taken = [c for f in frames for c in f.cue]
    found = []
    for b, e in sentences:
        for m in [*_THAT.finditer(text, b, e), *_OF.finditer(text, b, e)]:
            cue = m.span("cue")
            if any(s < cue[1] and cue[0] < t for s, t in (*taken, *quoted)) or _negated(text, cue):
                continue
            if content := _content(text, m, e):
                owner = m.groupdict().get("owner")
                found.append(Frame((m.span("owner"),) if owner else (), (cue,), (content,), SCORE))
    return found


def _negated(text: str, cue: Span) -> bool:
    """Whether nobody says it: "no suggestion that"."""
    return bool(re.search(r"\b(?:no|not|any|without|nor)\s+(?:\w+\s+)?$", text[max(0, cue[0] - 24) : cue[0]], re.IGNORECASE))


def _content(text: str, m: re.Match[str], stop: int) -> Span | None:
    """From "that" to the clause’s end: a mark, or the verb of the main clause when the noun is its subject."""
    begin = m.start("content")
    after = m.end("content")
    end = _END.search(text, after, stop)
    last = end.start() if end else stop
    verbs = [v.start() for v in _MAIN.finditer(text, after, last)]
    own = m["content"].lower().startswith("that")
    if len(verbs) > own:
        last = verbs[1 if own else 0]
    return (begin, last) if len(text[begin:last].split()) > 1 else None
