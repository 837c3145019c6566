"""One side bears out what another has said: "confirmed that account", "echoed him, saying …", "agreed that the bridge was unsafe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import LIGHT, negated
from kg.link.pairs import Said, link, nested, said, sentences_of
from kg.model import Extraction, Link

RULE = "support/3"
REACH, NAMED, NEXT = 4, 6, 2  # sentences back; to one who is named; to what "agreed that" may follow
_ASSENTS = re.compile(
    r"\b(?:confirm(?:ed|s|ing)?|corroborat\w+|echo(?:ed|es|ing)?|agree[ds]?|agreeing|back(?:ed|s|ing) up|bore out|acknowledg\w+"
    r"|admit(?:s|ted)?|conced\w+|concur(?:s|red)?|verified)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\b(?:agree[ds]?|agreeing|concur(?:s|red)?|echo(?:ed|es|ing)?)\b", re.IGNORECASE)
_WITH_WHOM = re.compile(r"\bagree[ds]? with\b", re.IGNORECASE)
SHORTEST = 4  # words
_HEAD = 30  # characters at the head of a content in which it says with whom


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
            elif (
                _says(b, bool(_WITH_WHOM.search(cue)))
                and _WITH.search(cue)
                and (other := _named(extraction, all_said[max(0, i - 12) : i], b) or _before(near, b))
            ):
                yield link(other, b, "supports", "explicit", RULE, 0.65)


def _says(b: Said, agrees: bool) -> bool:
    """Whether it says something, and does not only agree to do it."""
    return (agrees or len(b.claim.text.split()) >= SHORTEST) and not b.claim.text.startswith("to ")


def _named(extraction: Extraction, before: list[Said], b: Said) -> Said | None:
    """The last saying of one who is named at the head of an assent: "agrees with Hale that …", "Hale’s worry was echoed by …"."""
    begin = b.claim.content[0][0]
    who = {e.id for e in extraction.entities if any(begin <= m.begin < begin + _HEAD and m.kind == "name" for m in e.mentions)}
    return next((a for a in reversed(before) if a.side & who and b.sentence - a.sentence <= NAMED and _can(a, b)), None)


def _before(near: list[Said], b: Said) -> Said | None:
    """What was said right before "agreed that …", with a word in common."""
    return next((a for a in near[:1] if b.sentence - a.sentence <= NEXT and _common(a, b) and _can(a, b)), None)


def _can(a: Said, b: Said) -> bool:
    """Whether they are of two sides and neither is negated otherwise than the other."""
    return _other(a, b) and a.claim.polarity == b.claim.polarity and not _common(a, b) & (negated(a.claim.text) ^ negated(b.claim.text))


def _other(a: Said, b: Said) -> bool:
    return bool(a.side) and not a.side & b.side and not nested(a, b) and a.attribution.stance not in {"denies", "disputes"}


def _common(a: Said, b: Said) -> frozenset[str]:
    return (a.words & b.words) - LIGHT


def _bears_out(a: Said, b: Said) -> bool:
    common = _common(a, b)
    share = len(common) / max(1, min(len(a.words), len(b.words)))
    enough = (len(common) >= 3 and share >= 0.3) or (len(common) == 2 and share >= 0.4)
    return enough and a.claim.polarity == b.claim.polarity and not common & (negated(a.claim.text) ^ negated(b.claim.text))
