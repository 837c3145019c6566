"""Two sayings with the same words: a statement told twice, or by two speakers; with most of them, one bears the other out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.link.antonym import oppose
from kg.link.excluding import is_other, is_other_in_a_word
from kg.link.negation import LIGHT, NOT, OPEN
from kg.link.pairs import Said, link, nested, said, tokens
from kg.link.slots import numbers
from kg.model import Extraction, Link

RULE = "same-words/2"
RESTATED = "restated/2"
FEWEST, SHARE = 4, 0.75  # words that carry meaning, and the share of them in common
TOLD = ((4, 0.6, 0.35), (3, 0.75, 0.5))
"""Words in common that are no names, their share of the shorter saying's, and the share of all words, names too: one of these is enough."""


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims that share most of their words, in two places: of two speakers, or of one who is reported twice."""
    by_word: dict[str, list[int]] = defaultdict(list)
    all_said = said(extraction)
    for j, b in enumerate(all_said):
        if len(b.stems) >= FEWEST:
            for i in sorted({i for w in b.stems for i in by_word[w]}):
                share = alike(all_said[i], b)
                if share >= SHARE:
                    yield link(all_said[i], b, "same", "wording", RULE, round(share, 3))
                elif restated(all_said[i], b):
                    yield link(all_said[i], b, "supports", "wording", RESTATED, 0.7)
            for w in b.stems:
                by_word[w].append(j)


def alike(a: Said, b: Said) -> float:
    """The share of words in common; 0 when they stand in one another, differ in a number, or only one is negated."""
    share = len(a.stems & b.stems) / max(1, len(a.stems | b.stems))
    if share < SHARE or _overlap(a, b) or a.affirmed != b.affirmed:
        return 0.0
    counted = [numbers(s.claim.text) for s in (a, b)]
    if counted[0] != counted[1] or ("not" in tokens(a.claim.text)) != ("not" in tokens(b.claim.text)):
        return 0.0
    return 0.0 if is_other(a.claim.text, b.claim.text) else share


def restated(a: Said, b: Said) -> bool:
    """Whether two sayings share so many words, negated and left open alike, that they say much the same in other words."""
    one, other = a.words - LIGHT, b.words - LIGHT
    common, part = len(one & other), len(one & other) / max(1, min(len(one), len(other)))
    whole = len(a.stems & b.stems) / max(1, len(a.stems | b.stems))
    if not any(common >= least and part >= share and whole >= half for least, share, half in TOLD):
        return False
    if _overlap(a, b) or nested(a, b) or a.affirmed != b.affirmed or oppose(a.stems, b.stems):
        return False
    counted = [numbers(s.claim.text) for s in (a, b)]
    alike = all(bool(p.search(a.claim.text)) == bool(p.search(b.claim.text)) for p in (NOT, OPEN))
    return alike and (counted[0] <= counted[1] or counted[1] <= counted[0]) and not is_other_in_a_word(a.claim.text, b.claim.text)


def _overlap(a: Said, b: Said) -> bool:
    return any(x < y2 and x2 < y for x, y in a.claim.content for x2, y2 in b.claim.content)
