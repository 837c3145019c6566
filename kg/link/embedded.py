"""A verdict on what is told within it: "said the allegations that he had sold the shares were false"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, link, said
from kg.model import Extraction, Link
from kg.reading.attributions import verdicts

RULE = "embedded/2"
TELLING = 60  # characters of the verdict before what it is about: "his tweets of May accusing …"; of "the claim that …" half of it
_TELLS = re.compile(r"^(?:accusing|alleging|claiming|saying|suggesting)$", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:tweets?|posts?|reports?|articles?|stor(?:y|ies)|ads?|rumou?rs?|claims?|statements?|messages?)\s+$", re.IGNORECASE)
_NOUN = re.compile(
    r"^(?:claim|allegation|accusation|charge|report|rumou?r|suggestion|assertion|speculation|notion|idea|stor(?:y|ies)|criticism)s?$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|\w+n[’']t)\b", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """Each saying of which the head is a nominal one ("allegations that …") and the rest a verdict on it, with that one."""
    text, all_said = extraction.article.text, said(extraction)
    for i, inner in enumerate(all_said):
        begin, end = inner.attribution.cue[0]
        tells = _TELLS.match(text[begin:end]) and _TOLD.search(text[max(0, begin - 20) : begin])
        if not (tells or _NOUN.match(text[begin:end])):
            continue
        for outer in all_said[max(0, i - 3) : i + 4]:
            rest = _rest(text, outer, inner, TELLING if tells else verdicts.HEAD)
            verdict = verdicts.VERDICT.search(rest) if rest else None
            if verdict and not _NOT.search(rest[: verdict.end()].removesuffix(verdict.group())):
                yield link(outer, inner, "contradicts", "explicit", RULE, 0.9)


def _rest(text: str, outer: Said, inner: Said, head: int) -> str:
    """What the outer one goes on to say after the inner one; nothing when the inner one is not its head, or is its own."""
    begin, end = outer.claim.content[0]
    if not begin <= inner.attribution.cue[0][0] <= begin + head or outer is inner or outer.side & inner.side:
        return ""
    return text[inner.claim.content[-1][1] : end]
