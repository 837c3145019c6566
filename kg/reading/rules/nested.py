"""Attributions inside the content of others: "officials said that the minister had denied …".

The training articles mark outer attributions only, so the model passes over inner ones; given a content as a text of its own, it
finds them.
"""

from __future__ import annotations

import functools
import re

from kg.model import Span
from kg.reading.lexicon import forms, words
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame, Network
from kg.reading.text.holding import holding
from kg.reading.text.quotes import Quote

LEAST, SHORTEST = 0.577, 30  # score of an inner frame, and characters of a content that is looked into


@functools.cache
def _known() -> frozenset[str]:
    return frozenset(form for lemma in words("saying") for form in forms(lemma)) | {"according to"}


@functools.cache
def _saying() -> re.Pattern[str]:
    known = sorted(_known(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(known)})\b", re.IGNORECASE)


def find(network: Network, text: str, frames: list[Frame], quotes: list[Quote]) -> list[Frame]:
    """Frames found in those unquoted contents that hold a word of saying; their cues are words of saying that are no other frame's cue."""
    taken = [c for f in frames for c in f.cue]
    told = holding(text, sorted({s for f in frames for s in f.content}), _known())
    spans = [s for s in told if _worth(text, s, quotes, taken)]
    apart: list[Span] = []
    for s in spans:
        if not apart or s[0] >= apart[-1][1]:
            apart.append(s)
    found = network.read(text, apart)[1] if apart else []
    return [f for f in found if f.score >= LEAST and f.source and _new(text, f.cue[0], taken)]


def _worth(text: str, span: Span, quotes: list[Quote], taken: list[Span]) -> bool:
    if span[1] - span[0] < SHORTEST or any(q.begin <= span[0] and span[1] <= q.end for q in quotes):
        return False
    return any(_new(text, m.span(), taken) for m in _saying().finditer(text, *span))


def _new(text: str, cue: Span, taken: list[Span]) -> bool:
    return bool(_saying().search(text, *cue)) and not touches(cue, taken)
