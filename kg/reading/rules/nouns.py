"""Nouns that report, with what they report, where the model passed over them: "rumors that he had fled", "the claim by Dr. Hale that …"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions import cues, verdicts
from kg.reading.lexicon import any_of, words
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text import clauses
from kg.reading.text.holding import matches

RULE, SCORE = "reporting-noun/3", 0.6
NEAR, LONGEST = 100, 1000  # characters looked at before a noun, and of a content
_DAY = r"(?:\s+(?:on|early on|late on|this|last)\s+\w+)?"
_POSSESSIVE = r"(?:[Tt]he\s+(?:[\w-]+\s+){0,2}|(?:[A-Z][\w-]*\s+){0,2})[\w-]+[’']s?"
_SUCH = r"(?:[a-z]+(?:ous|less|ful|ing|ed)|own|earlier|latest|recent|new|old|strong|public|similar|false|wrong|mistaken|erroneous)"
_OWNER = rf"(?:(?P<owner>{_POSSESSIVE}|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:{_SUCH}\s+)?)?"
_WORD = rf"(?!(?:that|indicates?|shows?|suggests?|reveals?|says?|said|states?|claims?|{clauses.FINITE})\b)[\w.’'-]+"
_BY = rf"(?:\s+in\s+(?:the\s+)?[A-Z][\w-]*(?:\s+[A-Z][\w-]*){{0,2}}|\s+(?:made\s+)?(?:by|from)\s+(?P<agent>(?:{_WORD}\s+){{0,5}}?{_WORD}))?"
_THAT = re.compile(
    rf"{_OWNER}\b(?P<cue>(?i:{any_of('reporting')}|{any_of('holding')}))(?:{_BY}{_DAY}|,\s+\w+[\w\s]{{2,40}},)\s+(?P<content>that\s+(?=\S+\s+\w))"
)
_OF = re.compile(
    rf"\b(?P<cue>rumou?rs(?=[\w\s]+\bof\b)|reports(?!{_DAY}\s+of\s+(?:the|this|that|his|her|their|its)\b)|(?:allegation|accusation)s?){_DAY}"
    r"\s+(?P<content>of\s+(?=\w))",
    re.IGNORECASE,
)
_BEFORE = r"(?:amid|over|into|about|despite|following|after|including|den(?:y|ies|ied|ying)|(?:reject|dismiss|disput|refut|rebut)\w*)"
_BARE = re.compile(
    rf"\b{_BEFORE}\s+(?:[a-z-]+\s+)?(?P<cue>accusations|allegations|suspicions|rumou?rs|complaints|concerns|fears|suggestions|claims|reports)"
    r"\s+(?P<content>(?=(?:he|she|they|it|the\s+[\w-]+|[A-Z]\w+(?:\s+[A-Z]\w+)?)\s+(?:\w+ed|was|were|is|are|has|have|had|will|would|could|may|might)\b))"
)
_CALLS = re.compile(
    r"(?:\b(?i:despite|amid|with|following|after|ignor\w+|resist\w+|reject\w+|renew\w*|spark\w+|prompt\w+|growing|mounting|widespread|repeated)"
    rf"\s+(?:[a-z-]+\s+)?|(?<=[.!?]\s)|^)(?P<cue>[Cc]alls){_BY}\s+(?P<content>for\s+(?=\w))"
)
_STEMS = {
    _THAT: words("reporting") | words("holding"),
    _OF: frozenset({"rumo", "reports", "allegation", "accusation"}),
    _BARE: frozenset(
        {"accusations", "allegations", "suspicions", "rumo", "complaints", "concerns", "fears", "suggestions", "claims", "reports"}
    ),
    _CALLS: frozenset({"calls"}),
}
_AUX = re.compile(rf"(?:{clauses.FINITE}|must|should|often|also|hardly|still|never|led|came|made|drove|caused|followed|won)\b")
_OPENS = re.compile(
    r"(?:he|she|they|it|we|I|you|there|this|these|those|an?|the|his|her|their|its|my|our|some|many|most|all|no|any|every|one|both"
    r"|when|if|as|while|once|in|on|at|by|with|[A-Z]\w*|\d\S*)\b"
    rf"|(?!\w+ed\b)[a-z]+(?:\s+[\w’'-]+){{0,6}}?\s+{clauses.FINITE}\b"
)
_MANY = re.compile(r"[a-z]+s\s")  # "reports that rents rose", not "that track rents"
_GAP = re.compile(  # "the claims that he made in May": a relative clause
    r"(?:[\w.’'-]+\s+){1,3}?(?:made|raised|fac(?:ed|es)|levell?ed|brought|gave|given|published|issued|receiv(?:ed|es)|shar(?:ed|es)|express(?:ed|es)"
    r"|repeated|rejects?|rejected|den(?:y|ied|ies)|agree[sd]?\s+with)(?=\s*(?:[.,;:”\"]|$)|\s+(?:to|in|on|at|and|is|was|about|against|during|last|earlier)\b)"
)
_EITHER = re.compile(r"(?:claim|report|estimate|fear|comment|hope|concern|statement|warning)s?|view|worry|worries|finding")  # verbs, too
_IS_NOUN = re.compile(
    rf"(?:(?:\b(?:the|an?|any|this|these|those|such|his|her|their|its|my|our|your|of|about|over|on|with|by|amid|despite|from|in|into|following|after"
    rf"|for|against|including|(?:is|are|was|were)|(?:rais|voic|express|fuel|stok|spark|reject|dismiss|disput|refut|repeat|deni|deny)\w*)|[’']s?)"
    rf"\s+(?:{_SUCH}\s+)?|\b\w+(?:ous|less|ful|growing|mounting|ed)\s+)$",
    re.IGNORECASE,
)
_MEDIUM = re.compile(r"\bin\s+(?:an?|the|his|her|its|their)\s+(?:\w+\s+)?$")  # "said in a statement that"
_NO = re.compile(r"\b(?:no|not|without|nor)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ANY = re.compile(r"\bany\s+(?:\w+\s+)?$", re.IGNORECASE)
_PLACED = re.compile(r"reports?$", re.IGNORECASE)  # "reports from the front that …"


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such noun that no cue of `frames` covers; content and source are as near as rules come."""
    taken = [c for f in frames if f.source or cues.is_sure(text, f.cue, f.score) for c in f.cue]
    found: dict[Span, Frame] = {}
    for (b, e), m in matches(text, sentences, _STEMS):
        cue = m.span("cue")
        if touches(cue, (*taken, *found)):
            continue
        if m.re is _THAT and not _reports(text, m, touches(cue, quoted)):
            continue
        content = _content(text, m, b, e)
        if content and not _negated(text, cue, content, e):
            named = m.groupdict()
            who = "owner" if named.get("owner") else "agent" if named.get("agent") else ""
            found[cue] = Frame((m.span(who),) if who else (), (cue,), (content,), SCORE)
    return list(found.values())


def _reports(text: str, m: re.Match[str], quoted: bool) -> bool:
    """Whether it is a noun and what follows "that" says what is claimed, and not which claim is meant."""
    cue, after = m["cue"].lower(), m.end("content")
    if _AUX.match(text, after) or _GAP.match(text, after) or (m["agent"] and _PLACED.search(cue)):
        return False
    before = text[max(0, m.start("cue") - 40) : m.start("cue")]
    if cue == "statement" and _MEDIUM.search(before):
        return False
    known = cue in words("reporting") and not quoted and not m["agent"]
    noun = known or not _EITHER.fullmatch(cue) or m["owner"] or _IS_NOUN.search(before)
    return bool(noun and (_OPENS.match(text, after) or (cue.endswith("s") and _MANY.match(text, after))))


def _negated(text: str, cue: Span, content: Span, end: int) -> bool:
    """Whether nobody says it: "no suggestion that"; "any suggestion that" unless it is rejected."""
    before = text[max(0, cue[0] - 40) : cue[0]]
    if found := _ANY.search(before):
        return not (verdicts.REJECTS.search(before[: found.start()]) or verdicts.follows(text, content[1], end))
    return bool(_NO.search(before))


def _content(text: str, m: re.Match[str], begin: int, stop: int) -> Span | None:
    """The clause or phrase that follows, where it has some words."""
    first, noun = m.start("content"), m.span("owner" if m.groupdict().get("owner") else "cue")[0]
    subject = clauses.is_subject(text[max(begin, noun - NEAR) : noun])
    last = clauses.end(text, m.end("content"), min(stop, first + LONGEST), subject=subject, verbless=m.re in (_OF, _CALLS))
    last = first + len(text[first:last].rstrip(' .,“”"'))
    return (first, last) if len(text[first:last].split()) > 1 else None
