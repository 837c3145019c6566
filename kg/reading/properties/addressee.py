"""To whom it was said: "told reporters", "assured residents that", "residents were told"."""

from __future__ import annotations

import re

from kg.model import Span

_TELL = re.compile(
    r"""\b(?:told|tells?|telling|(?:re)?assur(?:ed?|ing)|inform(?:ed|s|ing)|remind(?:ed|s|ing)|warn(?:ed|s|ing)|notified|advis(?:ed|ing)|urg(?:ed?|ing)
    |ask(?:ed|s|ing)|thanked|begged|implored|promised|call(?:ed|s|ing)\ on|wrote\ to|writing\ to)\b(?:\s+by\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|are|is|be)\s+(?:\w+ly\s+)?(?:told|assured|informed|warned|asked|reminded|advised|urged|ordered|instructed|directed)\b",
    re.IGNORECASE,
)
_STOP = (
    "that|to|in|on|at|by|it|for|how|why|what|whether|if|not|about|during|he|she|they|there|late|early|last|this|as|with|here|"
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_NOUN = re.compile(rf"\s+(?P<who>(?:(?!(?:{_STOP}|against|of)\b)[\w’'.&-]+\s?){{1,6}}?)(?=\s+(?:{_STOP})\b|\s*[,:;“\"‘(]|\.\s|\.?$)")
_TO = re.compile(
    r"\s+to\s+(?P<who>(?:the |a |his |her |its |their )?(?:[A-Z][\w’'-]+\s?){1,4}|"
    r"reporters|journalists|lawmakers|investors|staff|employees|supporters)(?=\s|[,.;:]|$)"
)
_SUBJECT = re.compile(r"(?:^|[,;.]\s*|\b(?:and|but|that|when|after)\s+)(?P<who>(?:[\w’'-]+\s+){0,4}?[\w’'-]+)\s*$")


def find(text: str, cue: Span, stop: int) -> Span | None:
    """The noun phrase after a telling cue, before `stop`, where the content or sentence begins or ends."""
    tell = _TELL.search(text, *cue)
    if tell and (tell.group().endswith("by") or _PASSIVE.search(text, max(0, tell.start() - 20), tell.end())):
        return None
    match = _NOUN.match(text, tell.end(), max(stop, tell.end())) if tell else _TO.match(text, cue[1], max(stop, cue[1]))
    return _trim(text, match.span("who")) if match and match["who"].strip() else None


def passive(text: str, cue: Span, sentence: int) -> Span | None:
    """The subject of "was told" and the like, which stands before the cue in the sentence that begins at `sentence`."""
    told = _PASSIVE.search(text, max(sentence, cue[0] - 15), cue[1])
    if not told or text[cue[1] : cue[1] + 4].strip().startswith("by"):
        return None
    start = max(sentence, told.start() - 60)
    match = _SUBJECT.search(text[start : told.start()])
    return _trim(text, (start + match.start("who"), start + match.end("who"))) if match else None


def _trim(text: str, span: Span) -> Span:
    return span[0], span[0] + len(text[slice(*span)].rstrip(" ."))
