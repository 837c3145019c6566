"""Whether something was said at all: "had offered to release the crew" or "made an offer" against "no offer had been made"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.negation import NOT, OPEN
from kg.link.pairs import Said, apart, in_order, link, said
from kg.model import Extraction, Link

RULE = "act/3"
REACH = 4
ACTS = {
    "offer": "offer|propos",
    "bid": "bid|offer",
    "approach": "approach",
    "proposal": "propos|offer",
    "request": "request|ask|urg|appeal|call|demand",
    "demand": "demand|insist",
    "warning": "warn|caution|alert",
    "threat": "threat",
    "promise": "promis|pledg|vow",
    "apology": "apolog",
    "invitation": "invit",
    "complaint": "complain",
    "order": "order|instruct|direct|command",
    "instruction": "instruct|order|direct",
    "agreement": "agree",
    "admission": "admit|confess|acknowledg",
    "confession": "confess|admit",
    "notice": "notif|inform|announc",
    "approval": "approv|authoriz|authoris|permit",
    "message": "told|tell|wrote|writ|inform|notif|messag",
    "letter": "wrote|writ",
    "assurance": "assur|promis|pledg",
    "permission": "permit|allow|authoriz|authoris|approv",
}
ALIKE = ({"offer", "bid", "approach", "proposal"}, {"order", "instruction"}, {"warning", "notice"})
"""Nouns that may tell of one act."""
_MADE = r"(?:(?:received|receive|made|make|got|get|had|given|give|issued|issue|sent|send|seen|see|heard|hear)\s+)?"
_NEVER = re.compile(
    rf"\b(?:no(?: such)?|(?:never|not|\w+n[’']t)\s+{_MADE}(?:any|an?|such an?))\s+(?:\w+\s+)?(?P<act>{'|'.join(ACTS)})s?\b"
    r"(?=.{0,60}$|\s+(?:had|has|was|were|ever|from|to|of|for|by)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"\b(?:receiv\w+|ma(?:de|king)|g(?:ot|etting|iven|iving)|issu\w+|sen(?:t|ding)|see(?:n|ing)|hear(?:d|ing))\s+(?:any|an?|such\s+an?)\s+"
    rf"(?:\w+\s+)?(?P<act>{'|'.join(ACTS)})s?\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!to\s)\b(?:made|submitted|lodged|tabled|issued|sent|gave|given|received|put\s+in)\s+(?:(?:an?|its|his|her|their|the|two|three)\s+)"
    rf"(?:[\w-]+\s+){{0,2}}?(?P<act>{'|'.join(ACTS)})s?\b",
    re.IGNORECASE,
)
_WANTED = re.compile(r"\b(?:need|requir|give|accept|reject|take|consider|want|bow|plan|intend)\w*\s+(?:\w+\s+)?$", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """What is said to have been said, offered or asked, with the nearest claim of another side that no such thing was."""
    text, acts = extraction.article.text, in_order(extraction)
    for b in said(extraction):
        match = _NEVER.search(b.claim.text) or (_DENIED.search(b.claim.text) if b.attribution.stance == "denies" else None)
        if not match or _WANTED.search(b.claim.text[: match.start()]):
            continue
        verbs = re.compile(rf"\b(?:{ACTS[match['act'].lower()]})", re.IGNORECASE)
        near = [a for a in acts if _fits(a, b) and (verbs.search(text[slice(*a.attribution.cue[0])]) or _tells_of(a, match["act"].lower()))]
        nearest = min(near, key=lambda a: (abs(a.sentence - b.sentence), a.begin > b.begin), default=None)
        if nearest:
            yield link(nearest, b, "contradicts", "negation", RULE, 0.8)


def _tells_of(a: Said, act: str) -> bool:
    """Whether a claim tells that such an act was done: "made an approach" of a bid."""
    done = _DONE.search(a.claim.text)
    alike = next((some for some in ALIKE if act in some), {act})
    return bool(done and done["act"].lower() in alike and not NOT.search(a.claim.text) and not OPEN.search(a.claim.text))


def _fits(a: Said, b: Said) -> bool:
    return abs(a.sentence - b.sentence) <= REACH and a.attribution.stance not in {"denies", "disputes"} and bool(a.side) and apart(a, b)
