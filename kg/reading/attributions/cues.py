"""Words that the model now and then takes for a cue and that are none: "also known as", "will announce", "declared war", a lone "of"."""

from __future__ import annotations

import re

from kg.model import Spans
from kg.reading.attributions.drafts import Draft
from kg.reading.lexicon import any_of
from kg.reading.text import phrases, speech

FEW = 6  # words of a content that only tells of somebody
UNSOURCED = 0.6  # score below which an attribution to nobody is not believed: of those, two in three were none
_REPORTING = re.compile(rf"\b(?:{any_of('reporting')})(?:\s+(?:of|that|about))?$", re.IGNORECASE)
_BY = re.compile(r"\b(?:quoted|cited)\s+by$", re.IGNORECASE)
_NAMING = re.compile(r"\bknown\s+(?:as|for)$|\bidentif(?:y|ies|ied|ying)\s+as$|\b(?:nicknamed|showcas(?:e|es|ed|ing))$", re.IGNORECASE)
_UNSAID = re.compile(r"(?:will|would|could|can|may|might|must|needs?\s+to)\s+(?!(?:\w+\s+)?(?:not|only|nothing|neither)\b)", re.IGNORECASE)
_INFINITIVE = re.compile(r"to\s+\w+", re.IGNORECASE)
_SAYING = re.compile(r"(?:say|add|claim|announc|ask|not|stat)ing|wrote|said|says?|tells?|asks?", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:is|are|was|were)\s+(?:expected|due|set|likely|scheduled)$")
_TO_SAY = re.compile(r"\s+to\s+(?:say|tell|argue|warn|announce|claim|insist|testify|call|urge)\b")  # "is expected | to say": not yet said
_IDIOM = re.compile(r"\b(?:[Ll]et[’']?s\s+say|goes\s+without\s+saying|that\s+is\s+to\s+say|needless\s+to\s+say)$")
_ACT = re.compile(
    r"(?:had\s+|has\s+|have\s+)?declar(?:ed?|es|ing)\s+(?:bankruptcy|war\b|an?\s+(?:state\s+of\s+)?(?:emergency|ceasefire))", re.IGNORECASE
)
_RULING = re.compile(
    r"(?:(?:had|has|have|was|were|been)\s+)*(?:denied|granted|rejected|dismissed|upheld|overturned)\s+(?:by\s+[\w ]{1,30}\s)?"
    r"(?:an?|the|his|her|its|their|that|[\w-]+[’']s?)\s+(?:[\w-]+\s+){0,2}?(?:motion|appeal|petition|bail|injunction|lawsuit)\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"reported\s+from\s+(?:[A-Z]\w+[, ]*)+", re.IGNORECASE)
_SILENT = re.compile(  # what was not said
    r"(?:(?:has|had|have|also|was|were)\s+)*(?:(?:declin|refus|fail)\w+\s+to|(?:did|does|do|would|could|has|have|had)(?:\s+not|n[’']t)|not)\s+"
    r"(?:immediately\s+|further\s+)?(?:comment(?:ed)?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|be\s+(?:reached|drawn)|return(?:ed)?)\b",
    re.IGNORECASE,
)
_UNTOLD = re.compile(  # what somebody would not tell
    r"(?:(?:has|had|have|also|was|were)\s+)*(?:(?:(?:declin|refus)\w+\s+to|(?:would|did|do|does)(?:\s+not|n[’']t))\s+"
    r"(?:immediately\s+|publicly\s+)?(?:say|tell|reveal|disclose|specify|divulge|explain|discuss)\s+"
    r"(?:how|whether|if|what|who|whom|whose|when|where|why|which)|(?:(?:declin|refus)\w+\s+to|would(?:\s+not|n[’']t))\s+(?:say\s+(?:that|more|anything|much|so)|elaborate))\b",
    re.IGNORECASE,
)
_CITING = re.compile(r"(?:citing|quoting)", re.IGNORECASE)
_NEITHER = re.compile(r"neither\b", re.IGNORECASE)
_SAYS = re.compile(
    r"(?:(?:has|have|had|ever|\w+ly)\s+)*(?:sa(?:id|ys?)|add(?:s|ed)?|stat(?:es?|ed)|respond(?:s|ed)?|repl(?:ies|ied))", re.IGNORECASE
)
_EMPTY = re.compile(r"(?:\W|\b(?:of|to|for|with|in|by|as|on|and|that|is|was|are|were)\b)*", re.IGNORECASE)


def is_believed(text: str, draft: Draft) -> bool:
    """Whether a draft is an attribution rather than a slip: its cue says something, and it has a source or a good score."""
    cue = " ".join(text[b:e] for b, e in draft.cue)
    by = text[draft.cue[0][0] : draft.source[0][0]].rstrip() if draft.source else ""
    if _BY.search(by) and re.match(r",?\s+as\s+(?:saying|telling)\b", text[draft.source[0][1] :][:20]):
        return False  # "was quoted by the Courier as saying": who is quoted speaks, not who quotes
    if cue != ":" and _EMPTY.fullmatch(cue):
        return False
    if (_UNSAID.match(cue) and speech.is_speech(cue)) or (_INFINITIVE.match(cue) and not draft.source):
        return False
    if _EXPECTED.search(cue) and _TO_SAY.match(text, draft.cue[-1][1]):
        return False
    if not draft.source and _SAYING.fullmatch(cue):
        return False
    if _CITING.fullmatch(cue) and _is_who(text, draft.content):
        return False
    if is_neither(text, draft) and _SAYS.fullmatch(cue):
        return False
    at, end = draft.cue[0][0], draft.cue[-1][1]
    if (
        _IDIOM.search(text, max(0, at - 20), end)
        or _ACT.match(text, at)
        or _RULING.match(text, at)
        or _SILENT.match(text, at)
        or _UNTOLD.match(text, at)
        or (_BYLINE.match(text, at) and draft.content[0][0] >= end)
    ):
        return False
    return not _NAMING.search(cue) and (bool(draft.source) or is_sure(text, draft.cue, draft.score))


def _is_who(text: str, content: Spans) -> bool:
    """Whether a content only tells of people or a body: in "citing its own inspectors" it is they who are cited, and nothing is said."""
    words = " ".join(text[b:e] for b, e in content)
    if len(words.split()) > FEW or any(mark in words for mark in '“”"'):
        return False
    return phrases.kind(phrases.tokens(text, phrases.noun_phrase(text, content[0])) or [""]) is not None


def is_neither(text: str, draft: Draft) -> bool:
    """Whether the source is "neither" of several, so that the cue is negated."""
    return bool(draft.source) and bool(_NEITHER.match(text, draft.source[0][0]))


def is_sure(text: str, cue: Spans, score: float) -> bool:
    """Whether an attribution to nobody is believed, by its score or for a noun that reports."""
    return score >= UNSOURCED or bool(_REPORTING.search(" ".join(text[b:e] for b, e in cue)))
