"""What somebody says, told in the writer’s words and then in their own: "said the bridge was unsafe. ‘It will fall,’ she said"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kg.link.negation import LIGHT
from kg.link.pairs import Said, link, nested, said
from kg.model import Extraction, Link

RULE = "quoted/1"
NEXT = 1  # sentences
FEWEST, SHARE = 3, 0.4  # words in common that are no names, and their share of the shorter of the two


def find(extraction: Extraction) -> Iterator[Link]:
    """One saying and the next of the same speaker, one of them quoted, with enough words in common."""
    for a, b in pairwise(s for s in said(extraction) if s.attribution.speaker):
        if a.attribution.speaker == b.attribution.speaker and b.sentence - a.sentence <= NEXT and _again(a, b):
            yield link(a, b, "supports", "wording", RULE, 0.65)


def _again(a: Said, b: Said) -> bool:
    manners = {a.attribution.manner, b.attribution.manner}
    if "indirect" not in manners or len(manners) == 1 or nested(a, b) or a.affirmed != b.affirmed:
        return False
    one, other = a.words - LIGHT, b.words - LIGHT
    common = len(one & other)
    return common >= FEWEST and common >= SHARE * min(len(one), len(other))
