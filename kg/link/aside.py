"""What a saying tells of another's in order to set it aside: "struck down assertions that …", "scolded Ruiz for suggesting that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, in_order, inside, link
from kg.model import Extraction, Link
from kg.reading.attributions.verdicts import REJECTING
from kg.reading.lexicon import any_of

RULE = "aside/1"
AROUND = 30  # sayings before and after in which one that is told within another is looked for
HEAD = 90  # characters of a content in which it says whose words are rejected
_REJECTS = re.compile(
    rf"\b(?:{REJECTING}|(?:str[iu]ck|strik|knock|sho+t|bat|swat|slap)\w* (?:down|away|aside)|wav\w+ (?:off|away|aside)|push\w* back"
    r"|laugh\w* off|(?:took|takes?|taking) (?:issue|exception)|(?:does|do|did)(?: not|n[’']t) (?:believe|buy|accept)"
    r"|(?:dispel|debunk|discredit|disprov|disagree|disavow|disbeliev|ridicul|mock|bristl|denounc|challeng|combat|quash|rubbish)\w*"
    r"|counter(?:ed|s|ing)?|decr(?:y|ied|ies)|undo)\b",
    re.IGNORECASE,
)
_REBUKES = re.compile(r"\b(?:scold|rebuk|chid|chastis|castigat|lambast|upbraid|blast|slam|rip|mock|ridicul)\w*", re.IGNORECASE)
_FOR = re.compile(
    r"\bfor (?:\w+ly )?(?:suggest|claim|say|argu|assert|insist|alleg|stat|propos)ing$"
    r"|\b(?:comments?|remarks?|statements?|suggestions?|assertions?|proposals?|plans?|ideas?)$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    rf"\b(?:{any_of('accounts')}|(?:perception|belief|impression|speculation|suspicion|assumption|insinuation|complaint|myth|call)s?)\b",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:that|of)\b", re.IGNORECASE)
_NEVER = re.compile(
    r"\b(?:not|never|\w+n[’']t|without|(?:refus|declin|fail)\w* to|stop\w* short of)\b(?! (?:believe|buy|accept)\b)", re.IGNORECASE
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Each saying with one told within it, of another side or of nobody, that it sets aside."""
    text, every = extraction.article.text, in_order(extraction)
    for i, outer in enumerate(every):
        for inner in every[max(0, i - AROUND) : i + AROUND + 1]:
            if (
                inner is not outer
                and inside(inner, outer)
                and not inner.side & outer.side
                and not _is_told(outer, inner)
                and _set_aside(text, outer, inner)
            ):
                yield link(outer, inner, "contradicts", "explicit", RULE, 0.9)


def _is_told(outer: Said, inner: Said) -> bool:
    """Whether the reading has it already that the one disputes the other, or somebody who says the same."""
    return outer.attribution.disputes is not None and (outer.attribution.disputes == inner.attribution.id or not inner.side)


def _set_aside(text: str, outer: Said, inner: Said) -> bool:
    """Whether the outer cue rejects the inner noun at the head of its content, or rebukes somebody for it."""
    start, (begin, stop) = outer.claim.content[0][0], inner.attribution.cue[0]
    cue, head = text[slice(*outer.attribution.cue[0])], text[start:begin]
    if len(head) > HEAD or _NEVER.search(cue):
        return False
    if _REJECTS.search(cue) and not _OF.search(head) and _NOUN.search(text, begin, stop):
        return True
    return bool(_REBUKES.search(cue) and _FOR.search(text[start:stop]))
