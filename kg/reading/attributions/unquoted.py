"""What is said without quotation marks ends with its sentence: "He says that he had doubts. | I never heard of any"."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.model import Span, Spans
from kg.reading.attributions.mend import trim
from kg.reading.network.reader import Frame
from kg.reading.text import dateline

_DOUBTFUL = re.compile(r"(?:\b[A-Z]+\.|\.[A-Za-z]\.|\d\.(?=\s+\d))\s+\S$")  # the end of no sentence: "the U.S. | Navy", "1,562. | 967"

_COLON = re.compile(r":(?:\s|$)")


def cut(text: str, frames: list[Frame], sentences: list[Span], quoted: list[Span]) -> list[Frame]:
    """Frames without the parts of their contents that stand in another sentence than the cue and hardly in quotes, where something is left.

    Behind a colon, as in "Ruiz writes: It rained. It fell.", a content runs on."""
    whole = _sure(text, sentences)
    begins = [b for b, _ in whole]
    return [_within(text, f, whole, begins, quoted) for f in frames] if whole else frames


def _sure(text: str, sentences: list[Span]) -> list[Span]:
    """The sentences, those joined between which it is not sure that one ends."""
    found: list[Span] = []
    for b, e in sentences:
        if found and "\n" not in text[found[-1][1] : b] and _DOUBTFUL.search(text, max(found[-1][0], b - 12), b + 1):
            found[-1] = (found[-1][0], e)
        else:
            found.append((b, e))
    return found


def _within(text: str, f: Frame, sentences: list[Span], begins: list[int], quoted: list[Span]) -> Frame:
    at = f.cue[0][0]
    home = sentences[max(0, bisect_right(begins, at) - 1)]
    if not home[0] <= at < home[1] or _COLON.search(text, at, home[1]):
        return f
    kept: Spans = tuple(part for piece in f.content for part in _parts(text, piece, home, sentences, begins, quoted))
    return Frame(f.source, f.cue, kept, f.score) if kept and kept != f.content else f


def _parts(text: str, piece: Span, home: Span, sentences: list[Span], begins: list[int], quoted: list[Span]) -> list[Span]:
    """What is left of a piece: where it stands in `home` or more than half in quotes, joined again where nothing between was left out."""
    if home[0] <= piece[0] and piece[1] <= home[1]:
        return [piece]
    found: list[Span] = []
    for b, e in sentences[max(0, bisect_right(begins, piece[0]) - 1) : bisect_right(begins, piece[1])]:
        begin, end = max(b, piece[0]), min(e, piece[1])
        near = quoted[max(0, bisect_right(quoted, (begin, begin)) - 1) : bisect_right(quoted, (end, end))]
        if (b, e) != home and 2 * sum(max(0, min(y, end) - max(x, begin)) for x, y in near) <= end - begin:
            continue
        if found and not any(c.isalnum() for c in text[found[-1][1] : begin]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    if found == [piece]:
        return found
    return [t for s in found if (w := dateline.without(text, s)) and (t := trim(text, w))]
