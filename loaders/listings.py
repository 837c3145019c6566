"""Lists of other texts that stand below a label of theirs: "Top Stories", "Most read", "More in Local News"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.loaders.lines import Line
from kg.loaders.patterns import whole
from kg.loaders.words import QUOTED
from kg.model import Span

_KIND = r"(?:articles?|stories|story|posts?|news|topics?|content|coverage|headlines|links?|videos?|reads?)"
_LABEL = whole(
    rf"(?:top|latest|related|recommended|popular|similar|trending|breaking|other)(?: {_KIND})+\W*",
    r"(?:most|also) (?:read|popular|viewed|shared|discussed)\W*",
    r"(?:what to )?read (?:next|also|more)\W*",
    r"you (?:may|might) (?:also )?(?:like|be interested in)\W*",
    r"editor[’']?s[’']? picks?\W*",
    r"trending(?: now)?\W*",
    r"in case you missed it\W*",
    r"more (?:in|from) (?-i:[A-Z][\w’'&]*)(?: (?-i:[A-Z][\w’'&]*|the|and|of)){0,3}\W*",
)
_MOST, _LONGEST = 12, 120


def find(lines: Sequence[Line]) -> list[Span]:
    """Such labels and the lines right below them, up to a blank line, to one that ends as a sentence does, or to a long one."""
    found: list[Span] = []
    left = 0
    for line in lines:
        if _LABEL.match(line.text) and not line.continues and not QUOTED.search(line.text):
            left = _MOST
            found.append(line.span)
        elif left and line.previous and not line.closed and len(line.text) <= _LONGEST:
            left -= 1
            found.append(line.span)
        else:
            left = 0
    return found
