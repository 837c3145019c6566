"""Lists of other texts that stand below a label of theirs: "Top Stories", "Most read", "More in Local News"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.loaders.lines import Line
from kg.loaders.patterns import whole
from kg.loaders.words import QUOTED
from kg.model import Span

_KIND = r"(?:articles?|stories|story|posts?|news|topics?|content|coverage|headlines|links?|videos?|reads?)"
_LABEL = whole(
    rf"(?:top|latest|related|recommended|popular|similar|trending|breaking|other)(?: {_KIND})+\W*",
    r"(?:most|also) (?:read|popular|viewed|shared|discussed)\W*",
    rf"related\W*|more(?: {_KIND})+\W*",
    r"(?:what to )?read (?:next|also|more)\W*",
    r"you (?:may|might) (?:also )?(?:like|be interested in)\W*",
    r"editor[’']?s[’']? picks?\W*",
    r"trending(?: now)?\W*",
    r"in case you missed it\W*",
    r"more (?:in|from) (?-i:[A-Z][\w’'&]*)(?: (?-i:[A-Z][\w’'&]*|the|and|of)){0,3}\W*",
)
_MOST, _LONGEST = 12, 120
_SENTENCE = re.compile(r"[.…:;][\"'”’»)\]]*$|[.!?…][\"'”’»)\]]* .*[!?][\"'”’»)\]]*$")


def find(lines: Sequence[Line]) -> list[Span]:
    """Such labels and the lines right below them, up to a blank line, to one that ends as a sentence does, or to a long one.

    Where a blank line follows the label, below some prose, the lines may have blank ones between them.
    """
    found: list[Span] = []
    left, apart, prose = 0, False, False
    for at, line in enumerate(lines):
        if _LABEL.match(line.text) and not line.continues and not QUOTED.search(line.text):
            left, apart = _MOST, line.spaced and prose
            found.append(line.span)
        elif left and _title(line) and (line.previous or (apart and _titles(lines[at : at + _MOST]))):
            left -= 1
            found.append(line.span)
        else:
            left, prose = 0, prose or line.closed
    return found


def _titles(lines: Sequence[Line]) -> bool:
    """Whether no line before the next blank one belongs to a sentence."""
    end = next((at for at, line in enumerate(lines, 1) if line.spaced), len(lines))
    return all(map(_title, lines[:end]))


def _title(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not _SENTENCE.search(line.text)
