"""Whether something was said at all: "had offered to release the crew" against "no offer had been made"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.pairs import Said, apart, in_order, link, said
from kg.model import Extraction, Link

RULE = "act/2"
REACH = 4
ACTS = {
    "offer": "offer|propos",
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
_MADE = r"(?:(?:received|receive|made|make|got|get|had|given|give|issued|issue|sent|send|seen|see|heard|hear)\s+)?"
_NEVER = re.compile(
    rf"\b(?:no(?: such)?|(?:never|not|\w+n[’']t)\s+{_MADE}(?:any|an?|such an?))\s+(?:\w+\s+)?(?P<act>{'|'.join(ACTS)})s?\b"
    r"(?=.{0,60}$|\s+(?:had|has|was|were|ever|from|to|of|for|by)\b)",
    re.IGNORECASE,
)
_WANTED = re.compile(r"\b(?:need|requir|give|accept|reject|take|consider|want|bow|plan|intend)\w*\s+(?:\w+\s+)?$", re.IGNORECASE)


def find(extraction: Extraction) -> Iterator[Link]:
    """What is said to have been said, offered or asked, with the nearest claim of another side that no such thing was."""
    text, acts = extraction.article.text, in_order(extraction)
    for b in said(extraction):
        match = _NEVER.search(b.claim.text)
        if not match or _WANTED.search(b.claim.text[: match.start()]):
            continue
        verbs = re.compile(rf"\b(?:{ACTS[match['act'].lower()]})", re.IGNORECASE)
        near = [a for a in acts if _fits(a, b) and verbs.search(text[slice(*a.attribution.cue[0])])]
        nearest = min(near, key=lambda a: (abs(a.sentence - b.sentence), a.begin > b.begin), default=None)
        if nearest:
            yield link(nearest, b, "contradicts", "negation", RULE, 0.75)


def _fits(a: Said, b: Said) -> bool:
    return abs(a.sentence - b.sentence) <= REACH and a.attribution.stance not in {"denies", "disputes"} and bool(a.side) and apart(a, b)
