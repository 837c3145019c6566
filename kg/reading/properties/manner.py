"""Direct, indirect or mixed: how much of a content stands between quotation marks."""

from __future__ import annotations

import re

from kg.model import Manner, Spans
from kg.reading.text.quotes import Quote

_TOKEN = re.compile(r"\w+(?:[’'.-]\w+)*")


def of(text: str, content: Spans, quotes: list[Quote], cue: int = -1) -> Manner:
    """`direct` when every word of the content is quoted, `mixed` when some are, a title or single word aside.

    A quote that the cue, at offset `cue`, stands in as well is another’s: “He told me it fell” quotes only who tells of it."""
    tokens = [m.start() for b, e in content for m in _TOKEN.finditer(text, b, e)]
    near = [q for b, e in content for q in quotes if q.begin < e and b < q.end and not q.begin <= cue < q.end]
    inside = sum(any(q.begin <= t < q.end for q in near) for t in tokens)
    if tokens and inside == len(tokens):
        return "direct"
    return "mixed" if inside else "indirect"
