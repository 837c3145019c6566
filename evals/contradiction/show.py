"""Pairs with their words, to annotate or to look into."""

from __future__ import annotations

from evals.contradiction.pairs import Place
from kg.model import Spans


def words(text: str, spans: Spans, most: int = 230) -> str:
    """The words of the spans on one line, cut at `most` characters."""
    joined = " … ".join(" ".join(text[b:e].split()) for b, e in spans)
    return joined if len(joined) <= most else joined[:most] + "…"


def saying(text: str, place: Place) -> str:
    """What stands before the cue, the cue in brackets, and the content."""
    begin, end = place.cue
    return f"{' '.join(text[max(0, begin - 90) : begin].split())} [{text[begin:end]}] {words(text, place.content)}"
