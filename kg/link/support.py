"""One side bears out what another has said: "confirmed that account", "echoed him, saying …", "agreed that the bridge was unsafe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT, negated
from kg.link.pairs import Said, link, nested, said, sentences_of
from kg.model import Extraction, Link

RULE = "support/1"
REACH = 4
_ASSENTS = re.compile(
    r"\b(?:confirm(?:ed|s|ing)?|corroborat\w+|echo(?:ed|es|ing)?|agree[ds]?|agreeing|back(?:ed|s|ing) up|bore out|acknowledg\w+"
    r"|admit(?:s|ted)?|conced\w+|concur(?:s|red)?|verified)\b",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """A saying of assent with the nearest earlier one of another side that shares words with it and is not negated otherwise."""
    text, all_said = extraction.article.text, said(extraction)
    sentences = sentences_of(extraction)
    for i, b in enumerate(all_said):
        cue = " ".join(text[x:y] for x, y in b.attribution.cue)
        if _ASSENTS.search(cue) and "not" not in cue.split() and b.side:
            near = [a for a in reversed(all_said[max(0, i - 8) : i]) if sentences[b.attribution.id] - a.sentence <= REACH and _other(a, b)]
            best = max(near, key=lambda a: (len(_common(a, b)), a.begin), default=None)
            if best and _bears_out(best, b):
                yield link(best, b, "supports", "explicit", RULE, 0.75)


def _other(a: Said, b: Said) -> bool:
    return bool(a.side) and not a.side & b.side and not nested(a, b)


def _common(a: Said, b: Said) -> frozenset[str]:
    return (a.words & b.words) - LIGHT


def _bears_out(a: Said, b: Said) -> bool:
    common = _common(a, b)
    share = len(common) / max(1, min(len(a.words), len(b.words)))
    enough = (len(common) >= 3 and share >= 0.3) or (len(common) == 2 and share >= 0.4)
    return enough and a.claim.polarity == b.claim.polarity and not common & (negated(a.claim.text) ^ negated(b.claim.text))
