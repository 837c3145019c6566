"""A content ends where the writer sets another's saying against it: "said that it held the town, but the rebels said …", "; the union put
the number at 40"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kg.model import Span
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame

_AGAINST = re.compile(r";\s+$|,?\s+(?:but|while|whereas|although|though|yet|even as)\s+(?:(?:on|in|at)\s+\w+,?\s+)?$", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|insist\w*|maintain\w*|claim\w*|den(?:y|ied|ies)|report\w*|put|argu\w+|counter\w*)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:he|she|it|they|we|I|you|one|that|this|there)\b", re.IGNORECASE)
_JOINS = re.compile(r"[\s,;]*(?:(?:but|and|while|whereas|although|though|yet)\b[\s,]*)?(?:the\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:;\s+|[,;]\s+(?:but|and|while|whereas|although|though|yet)\s+)(?:(?:on|in|at)\s+\w+,?\s+)?(?:the\s+)?$", re.IGNORECASE
)
_FULL_STOP = re.compile(r"[.!?][”\"’)]*\s+[“\"‘(]?[A-Z]|\n")
LEAD = 24  # characters before a source in which "but" is looked for
NEAR = 400  # characters behind a cue in which the clause begins that is set beside it
SHORTEST = 12  # characters of a content that is left


def cut(text: str, frames: list[Frame], quoted: list[Span], others: list[Frame]) -> list[Frame]:
    """Frames whose contents run on over such words, ended before them; `others` are sayings that rules have found."""
    told, every = (sorted((g for g in group if g.source), key=_begin) for group in (frames, [*frames, *others]))
    return [_ended(text, _without_theirs(text, f, told, quoted), every, quoted) for f in frames]


def _begin(f: Frame) -> int:
    return min(f.source[0][0], f.cue[0][0])


def _between(told: list[Frame], first: int, last: int) -> list[Frame]:
    """Those of `told`, sorted by where they begin, that begin from `first` to `last`."""
    return told[bisect_left(told, first, key=_begin) : bisect_right(told, last, key=_begin)]


def _without_theirs(text: str, f: Frame, told: list[Frame], quoted: list[Span]) -> Frame:
    """The frame without pieces of its content that another says in a later clause: "It fell, Hale said, but Ruiz said | it stood"."""
    after = f.cue[-1][1]
    if len(f.content) < 2 or f.content[-1][0] < after:
        return f
    later = [g for g in _between(told, after, after + NEAR) if g is not f and _is_later(text, after, _begin(g), quoted)]
    kept = tuple(p for p in f.content if p[0] < after or not any(_is_theirs(text, p, g) for g in later))
    return Frame(f.source, f.cue, kept, f.score) if kept and kept[0][0] < after and len(kept) < len(f.content) else f


def _is_later(text: str, after: int, begin: int, quoted: list[Span]) -> bool:
    """Whether a clause of its own begins at `begin`, in the sentence that goes on at `after`: "…, but | the mill said"."""
    if touches((begin, begin + 1), quoted) or _FULL_STOP.search(text, after, begin):
        return False
    return bool(_CLAUSE.search(text, max(after, begin - LEAD), begin))


def _is_theirs(text: str, piece: Span, g: Frame) -> bool:
    """Whether a piece of a content is what `g` says, perhaps with its source and cue."""
    begin = g.source[0][0]
    opens = piece[0] >= min(begin, g.cue[0][0]) or _JOINS.fullmatch(text, piece[0], begin)
    return bool(opens and touches(piece, g.content))


def _ended(text: str, f: Frame, told: list[Frame], quoted: list[Span]) -> Frame:
    begin, end = f.content[-1]
    if f.cue[0][0] > begin or touches(f.cue[0], quoted):
        return f
    for g in _between(told, begin, end):
        if g is f or not g.content or not begin < g.source[0][0] < g.cue[0][0] < end <= g.content[-1][1] + 2:
            continue
        at = g.source[0][0]
        lead = _AGAINST.search(text, max(begin, at - LEAD), at)
        inside = touches((at, at + 1), quoted) or _PRONOUN.match(text, at)
        if lead and not inside and _SAYS.search(text, *g.cue[0]) and lead.start() - begin >= SHORTEST:
            return Frame(f.source, f.cue, (*f.content[:-1], (begin, lead.start())), f.score)
    return f
