"""To whom it was said: "told reporters", "assured residents that"."""

from __future__ import annotations

import re

from kg.model import Span

_TELL = re.compile(
    r"\b(?:told|tells?|telling|assured?|assuring|reassured?|reassuring|informed|informs?|informing|reminded|warned|warning|notified|advised|urged?|urging|asked|asking|thanked)\b(?:\s+by\b)?",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\s+(?P<who>(?:(?!(?:that|to|in|on|at|by|it|for|how|why|what|whether|if|not|about|against|of|during|he|she|they|there|late|early)\b)[\w’'.&-]+\s?){1,6}?)(?=\s+(?:that|to|in|on|at|by|for|it|how|why|what|whether|if|not|about|during|he|she|they|there|late|early|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|[,.:;“\"]|$)"
)


def find(text: str, cue: Span, stop: int) -> Span | None:
    """The noun phrase after a telling cue, before `stop`, where the content or sentence begins or ends."""
    tell = _TELL.search(text, *cue)
    if not tell or tell.group().endswith("by"):
        return None
    match = _NOUN.match(text, tell.end(), max(stop, tell.end()))
    return match.span("who") if match and match["who"].strip() else None
