"""Which spans hold one of some words: a quick look before a pattern that is slow to find that it is nowhere."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.model import Span


def holding(text: str, spans: Sequence[Span], stems: Collection[str]) -> list[Span]:
    """Those of `spans` in which one of `stems`, written small, begins: at the head of a word or within it, in any capitals."""
    low = text.lower()
    if len(low) != len(text):  # a few capitals have a small form of two characters
        return list(spans)
    places = sorted(at for stem in _least(frozenset(stems)) for at in _places(low, stem))
    return [(b, e) for b, e in spans if (i := bisect_left(places, b)) < len(places) and places[i] < e]


def matches(text: str, spans: Sequence[Span], stems: Mapping[re.Pattern[str], Collection[str]]) -> Iterator[tuple[Span, re.Match[str]]]:
    """What each pattern finds in those of `spans` that hold one of its stems, span after span and with the span."""
    held = {pattern: set(holding(text, spans, its)) for pattern, its in stems.items()}
    for span in spans:
        for pattern in (p for p, inside in held.items() if span in inside):
            yield from ((span, m) for m in pattern.finditer(text, *span))


def _places(low: str, stem: str) -> list[int]:
    found = []
    at = low.find(stem)
    while at >= 0:
        found.append(at)
        at = low.find(stem, at + 1)
    return found


@functools.cache
def _least(stems: frozenset[str]) -> tuple[str, ...]:
    """The stems that hold no other of them, the shortest first."""
    out: list[str] = []
    for stem in sorted(stems, key=lambda s: (len(s), s)):
        if not any(short in stem for short in out):
            out.append(stem)
    return tuple(out)
