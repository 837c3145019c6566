"""What a claim tells as planned, due or possible rather than done: "would withdraw", "agreed to withdraw", "may withdraw"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kg.link.lexicon import pairs
from kg.link.pairs import stem

_BETWEEN = r"(?:(?:not|never|also|soon|then|again|later|now|be|been|have|being|get|all|both|an?|the|its|their|his|her|any|\w+ly)\s+)*"
_WISHED = (
    r"plan|intend|intention|want|wish|hope|vow|promis|pledg|agree|order|told|tell|ask|urg|demand|call|expect|prepar|threaten|decid|decision|offer(?!s\b)"
    r"|refus|declin|seek|sought|try|tri(?:es|ed)|attempt|aim|propos|ready|willing|poised|likely|permi|allow|authori"
    r"|pressur|beg(?:s|ged|ging)?\b|plead|implor|request|instruct|warn|invit|encourag|commit"
)
_AHEAD = rf"""
    \b(?:will|would|shall|\w+[’']ll|won[’']t|wouldn[’']t|(?:going|about|yet)\s+to|(?:is|are|was|were)\s+(?:\w+ly\s+)?to
    |(?:(?:{_WISHED})\w*|set|means?|meant)(?:\s+[\w’']+){{0,4}}?\s+(?:not\s+)?to
    |(?:plan|proposal|call|demand|hope|preparation)s?\s+(?:for|of)|considering|planned|proposed|imminent|future|threatened)
"""
_DUE = r"\b(?:ought|ha(?:s|ve|d)|need(?:s|ed)?|supposed|obliged|required)\s+to"
_FIRST = r"^\W*(?:that\s+)?(?:not\s+)?to"
_VERB = (
    rf"(?:\w+(?:ed|ing|[^s’']s)|{'|'.join(sorted(form for form, _ in pairs('past')))}|ha[sd]|have|used|came|come|went|go|got|get|began"
    r"|led|lead|due|able|close|next|prior|similar|thanks|according)"
)
_WHO_TO = rf"""^\W*(?:(?i:the|its|their|his|her|all)\s+(?:[a-z-]+\s+(?!{_VERB}\s))?|(?:[A-Z][\w.’'-]*\s+(?!{_VERB}\s)){{1,2}})
    [\w’'-]+\s+(?:not\s+)?to(?=\s+(?!the\b|an?\b|its\b|his\b|her\b|their\b)[a-z])"""
"""Who is to do it, with no verb before: "called on | the minister to resign"."""
_MOODS = tuple(
    (mood, re.compile(rf"(?:{pattern.strip()})\s+{_BETWEEN}(?P<act>\w[\w’'-]*)", flags | re.VERBOSE))
    for mood, pattern, flags in (
        ("ahead", _AHEAD, re.IGNORECASE),
        ("ahead", _FIRST, re.IGNORECASE),
        ("ahead", _WHO_TO, 0),
        ("due", _DUE, re.IGNORECASE),
    )
)
_OPEN = re.compile(r"\b(?:if|unless|whether|should|could(?!\s*n[o’']t)|(?-i:may)|might|must|would\s+(?:not\s+)?have)\b", re.IGNORECASE)

_NOT_YET = re.compile(r"\b(?:not|never|\w+n[’']t|nobody|no)\b.{0,40}\b(?:before|until|till)\b", re.IGNORECASE)


def single(words: Iterable[str]) -> frozenset[str]:
    """Stems without the letter that is doubled before an ending: "stopp" and "stop" are one."""
    return frozenset(re.sub(r"([bdgklmnprt])\1$", r"\1", word) for word in words)


@lru_cache(maxsize=4096)
def moods(text: str) -> frozenset[tuple[str, str]]:
    """The stems of what is not told as done, each with how: `ahead` or `due`."""
    return frozenset((stem(found["act"]), mood) for mood, pattern in _MOODS for found in pattern.finditer(text))


def same_mood(one: str, other: str, common: frozenset[str]) -> bool:
    """Whether two claims tell what they have in `common`, stems of words, alike: as done or not; and both or neither as open, or as not so
    before a time."""
    if any(bool(pattern.search(one)) != bool(pattern.search(other)) for pattern in (_OPEN, _NOT_YET)):
        return False
    known = single(common)
    left, right = ({(word, mood) for act, mood in moods(text) for word in single({act}) & known} for text in (one, other))
    return left == right
