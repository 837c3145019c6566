"""One article, one reading of a name: the same words have the same type everywhere, and are a name everywhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace

from kg.model import Span
from kg.reading.network.frames import Name

LEAST = 0.4  # names that score less are left out
SURE, SHORTEST = 0.9, 3  # score and characters of a name that is one wherever its words stand
SPREAD = {"Person", "Organization", "Place"}
_CAPITALIZED = re.compile(r"\b[^\W\d_a-z]\w*")


def agree(text: str, paragraphs: list[Span], names: list[Name]) -> list[Name]:
    """Names of the article, in text order: types put to the vote of their scores, and names added where the words of a sure one stand."""
    votes: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for n in names:
        votes[text[n.begin : n.end]][n.type] += n.score
    types = {words: max(by, key=by.__getitem__) for words, by in votes.items()}
    kept = [replace(n, type=types[text[n.begin : n.end]]) for n in names if n.score >= LEAST]
    return sorted(kept + _elsewhere(text, paragraphs, kept), key=lambda n: (n.begin, n.end))


def _elsewhere(text: str, paragraphs: list[Span], names: list[Name]) -> list[Name]:
    """The words of sure names where in the paragraphs no name was read."""
    sure = _by_first_word(text, names)
    begins, ends = [n.begin for n in names], [n.end for n in names]
    found: list[Name] = []
    for match in (m for paragraph in paragraphs for m in _CAPITALIZED.finditer(text, *paragraph)):
        at = match.start()
        for words, name in sure.get(match.group(), ()):
            end = at + len(words)
            apart = bisect_right(ends, at) == bisect_left(begins, end) and (not found or found[-1].end <= at)
            if apart and text.startswith(words, at) and not text[end : end + 1].isalnum():
                found.append(replace(name, begin=at, end=end))
    return found


def _by_first_word(text: str, names: list[Name]) -> dict[str, list[tuple[str, Name]]]:
    """Sure names and their words, longest first, by the first of the words."""
    found = {text[n.begin : n.end]: n for n in names if n.type in SPREAD and n.score >= SURE and n.end - n.begin >= SHORTEST}
    by: defaultdict[str, list[tuple[str, Name]]] = defaultdict(list)
    for words in sorted(found, key=len, reverse=True):
        if first := _CAPITALIZED.match(words):
            by[first.group()].append((words, found[words]))
    return by
