"""Where the phrases of an authored gold file lie in its article.

A phrase is literal text, found at word boundaries; `phrase#2` is its second place. What has several places and no number is an error for a
content; for a cue it is the place nearest to the content, for a source the one nearest to the cue.
"""

from __future__ import annotations

import re

from kg.errors import InputError
from kg.model import Span, Spans

_NUMBERED = re.compile(r"(?P<phrase>.+)#(?P<number>\d+)", re.DOTALL)


def places(text: str, phrase: str) -> list[Span]:
    """Every place of `phrase` in `text`, not inside a longer word."""
    left = r"(?<!\w)" if phrase[:1].isalnum() else ""
    right = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return [match.span() for match in re.finditer(left + re.escape(phrase) + right, text)]


def only(text: str, phrase: str) -> Span:
    """The one place of `phrase`. Raises `InputError` when there is none, or several and no number."""
    numbered = _NUMBERED.fullmatch(phrase)
    found = places(text, numbered["phrase"] if numbered else phrase)
    if numbered and 0 < int(numbered["number"]) <= len(found):
        return found[int(numbered["number"]) - 1]
    if len(found) != 1 or numbered:
        raise InputError(f"{phrase!r} is in the text {len(found)} times; write the words exactly, with #1, #2 … when there are several")
    return found[0]


def near(text: str, phrase: str, anchors: Spans, taken: Spans) -> Span:
    """The place of `phrase` that is nearest to one of `anchors` and overlaps none of `taken`; a numbered phrase is what it says."""
    if _NUMBERED.fullmatch(phrase):
        return only(text, phrase)
    found = [place for place in places(text, phrase) if not any(place[0] < end and begin < place[1] for begin, end in taken)]
    if not found:
        raise InputError(f"{phrase!r} is nowhere in the text outside the content")
    return min(found, key=lambda place: min(_gap(place, anchor) for anchor in anchors) if anchors else 0)


def _gap(a: Span, b: Span) -> int:
    return max(b[0] - a[1], a[0] - b[1], 0)
