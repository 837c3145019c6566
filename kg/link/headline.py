"""What a headline says of somebody, told again below it: "Mayor Says Bridge Is Safe" over "the mayor said that the old bridge was safe"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.link.antonym import oppose
from kg.link.negation import LIGHT, NOT
from kg.link.pairs import WITHIN, Said, link, nested, said
from kg.model import Extraction, Link

RULE = "headline/1"
BELOW = 4  # sentences below the headline
ENOUGH, FEWEST, SHARE, MOST = 3, 2, 0.4, 0.66
"""Words in common, names too: so many with so small a share of the headline's, or fewer with a larger one."""


def find(extraction: Extraction) -> Iterator[Link]:
    """Each saying of the first sentence with the next of the same speaker that has most of its words and is negated alike."""
    all_said = said(extraction)
    below = [s for s in all_said if 1 <= s.sentence <= BELOW][:WITHIN]
    for a in [s for s in all_said if s.sentence == 0 and s.attribution.speaker][:WITHIN]:
        again = next((b for b in below if _again(a, b)), None)
        if again:
            yield link(a, again, "supports", "wording", RULE, 0.7)


def _again(a: Said, b: Said) -> bool:
    if a.attribution.speaker != b.attribution.speaker or nested(a, b) or a.affirmed != b.affirmed or not (a.words & b.words) - LIGHT:
        return False
    mine = a.stems - LIGHT
    common = len(mine & b.stems)
    enough = common >= ENOUGH if common < MOST * len(mine) else common >= FEWEST
    alike = bool(NOT.search(a.claim.text)) == bool(NOT.search(b.claim.text)) and not oppose(a.stems, b.stems)
    return enough and alike and common >= SHARE * len(mine)
