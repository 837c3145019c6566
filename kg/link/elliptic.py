"""An answer that leaves out what it answers: "said that there had been none", "that it had not", "that no such order had been given"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.contrast import Between
from kg.link.negation import LIGHT, SHARE
from kg.link.pairs import Said, apart, link, said
from kg.model import Extraction, Link

RULE = "elliptic/2"
NEAR, REACH = 1, 3  # sentences back to what is answered; the further, when the answer has a word of it
BEFORE = 6  # sayings
_WHO = r"(?:he|she|it|they|we|I|you|(?:the|his|her|their|its|our|my|all|both|none)\s+(?:of\s+\w+|\w+))"
_AUX = r"(?:did|do|does|was|were|is|are|had|has|have|would|will|could|can)"
_NOT = re.compile(
    rf"\W*(?:that\s+)?(?:{_WHO}\s+(?:\w+ly\s+)?{_AUX}(?:\s+not|n[’']t)(?:\s+(?:done\s+so|changed|happened|moved|stopped))?"
    rf"|(?:{_WHO}|there)\s+(?:{_AUX}\s+)?(?:been\s+)?(?:\w+\s+)?(?:none|no\s+such\s+thing|nothing\s+of\s+the\s+(?:kind|sort)))\W*",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t[eo]l[dl]|den[iy]|shout|yell|repl[iy]|respond|answer|retort|insist|maintain|testif|stat|claim|argu|report|according)\w*",
    re.IGNORECASE,
)
_SO = re.compile(rf"\W*(?:that\s+)?{_WHO}\s+{_AUX}\W*", re.IGNORECASE)
_SUCH = re.compile(
    r"\bno such (?!(?:thing|luck)\b)|\b(?:not|never|n[’']t)\s+(?:\w+\s+){0,2}any such |\bnothing of the (?:kind|sort)\b", re.IGNORECASE
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Such an answer with the last saying of another side before it that holds what the answer says is not so, or the other way round."""
    between, all_said = Between.of(extraction), said(extraction)
    for i, b in enumerate(all_said):
        if not (_NOT.fullmatch(b.claim.text) or _SO.fullmatch(b.claim.text) or _SUCH.search(b.claim.text)) or not _says(extraction, b):
            continue
        before = [a for a in reversed(all_said[max(0, i - BEFORE) : i]) if apart(a, b) and b.sentence - a.sentence <= REACH]
        a = next((a for a in before if _answers(a, b)), None)
        if (
            a
            and (_says(extraction, a) or _SUCH.search(b.claim.text))
            and _turned(a, b)
            and (a.affirmed or _agree(a.claim.text, b.claim.text))
            and not any(SHARE.search(between.told(s)) for s in (a, b))
        ):
            yield link(a, b, "contradicts", "negation", RULE, 0.7)


def _says(extraction: Extraction, s: Said) -> bool:
    return any(_SAYS.search(extraction.article.text[x:y]) for x, y in s.attribution.cue)


def _answers(a: Said, b: Said) -> bool:
    return a.attribution.kind == "statement" and (b.sentence - a.sentence <= NEAR or bool((a.words & b.words) - LIGHT))


_WHOM = re.compile(r"\W*(?:that\s+)?(?P<who>he|she|it|they)\b", re.IGNORECASE)
_ONE, _MORE = re.compile(r"\b(?:was|is|has|does)\b", re.IGNORECASE), re.compile(r"\b(?:were|are|have|do)\b", re.IGNORECASE)


def _agree(denied: str, answer: str) -> bool:
    """Whether "they were" can be of what is denied: of gates, and not of "he"."""
    short, subject = _WHOM.match(answer), _WHOM.match(denied)
    if short is None or subject:
        return short is None or subject is None or short["who"].lower() == subject["who"].lower()
    return short["who"].lower() in {"it", "they"} and not (_ONE if short["who"].lower() == "they" else _MORE).search(denied)


def _turned(a: Said, b: Said) -> bool:
    """Whether an answer in the negative meets what is affirmed, or one in the affirmative what is negated."""
    return a.affirmed != bool(_SO.fullmatch(b.claim.text))
