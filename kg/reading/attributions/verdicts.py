"""Verdicts on a claim that is told in the same breath: "said any claim that it fell was false", "the mistaken belief that it fell"."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.lexicon import any_of

HEAD = 30  # characters of a content before the noun that it is about
REJECTING = (
    r"den(?:y|ies|ied)|(?:reject|discount|debunk|contest|refute|rebut|dispute|downplay|dismiss)(?:s|es|ed|d|ted)?|play(?:s|ed)?\s+down"
    r"|brush(?:es|ed)?\s+(?:off|aside)|shrug(?:s|ged)?\s+off|scoff(?:s|ed)?\s+at"
)
REJECTING_STEMS = (
    *("deny", "denie", "reject", "discount", "debunk", "contest", "refute", "rebut", "dispute", "downplay", "dismiss"),
    *("play", "brush", "shrug", "scoff"),
)
REJECTS = re.compile(rf"\b(?:{REJECTING}|(?:deny|reject|dismiss|disput|refut|rebutt|discount|debunk)ing|playing\s+down)\s+$", re.IGNORECASE)
VERDICT = re.compile(
    rf"\b(?:(?:is|are|was|were|has been|have been|had been|to be|being|as)\s+(?:(?!not\b|never\b|hardly\b)\w+\s+){{0,2}}?"
    rf"[\"“‘']?(?:{any_of('refutations')})\b(?!\s+(?:to|that|for|if)\b)"
    r"|can(?:not|[’']t)\s+be\s+true\b|could(?:\s+not|n[’']t)\s+be\s+true\b|(?:hold|holds|held|has|have|had)\s+(?:little|no)\s+(?:merit|basis|substance)\b)",
    re.IGNORECASE,
)
_AND = re.compile(
    r"(?:is|are|was|were)\s+(?!not\b)[^.,;:“”\"]{1,60}?\s+and\s+(?=(?:is|are|was|were)\b)"
)  # "are meant to harm him and | are false"
_CALLED = re.compile(
    r"\b(?:mistaken|false|baseless|unfounded|groundless|erroneous|untrue|bogus|ridiculous|absurd|fanciful|misguided|wrong|wrongful)\s+$",
    re.IGNORECASE,
)


def follows(text: str, at: int, end: int) -> bool:
    """Whether the words from offset `at` on say of what stands before them that it is false or the like."""
    begin = at + len(text[at:end]) - len(text[at:end].lstrip())
    first = _AND.match(text, begin, end)
    return bool(VERDICT.match(text, begin, end) or (first and VERDICT.match(text, first.end(), end)))


def rejects(text: str, content: Spans, cue: Span, told: Spans) -> bool:
    """Whether who says `content` says that the claim of the noun `cue`, told in the spans `told`, is false or the like."""
    for begin, end in content:
        if begin <= cue[0] and told[-1][1] <= end:
            called = _CALLED.search(text[max(begin, cue[0] - 20) : cue[0]])
            return bool(called) or (cue[0] <= begin + HEAD and follows(text, told[-1][1], end))
    return False
