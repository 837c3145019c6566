"""What the cue and the content say of an attribution: stance, kind, certainty; and of the claim: polarity."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from kg.model import Certainty, Kind, Polarity, Stance
from kg.reading.lexicon import look_up

_NOT = re.compile(r"\b(?:not|never|n[’']t|\w+n[’']t|no longer)\b", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely|simply)\b)|never|no(?!\s+(?:more|fewer|less|later|earlier)\s+than\b)|nobody|none|nothing|neither|nor"
    r"|cannot|no longer|\w+n[’']t)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibly|perhaps|maybe|unclear|allegedly|reportedly|potentially|possible)\b", re.IGNORECASE)
_PROBABLE = re.compile(r"\b(?:probably|likely|presumably|apparently|appears?|seems?|almost certainly)\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"(?:^|[,;]\s|\b(?:that|but|and|only|even)\s)(?:if|unless|provided|should (?:the|they|we|it)|as long as)\b|\bunless\b"
    r"|\bif\s+(?:the|they|we|it|he|she|there|any|no)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"(?P<verb>(?:reject|den|dismiss|disput|refut|rebut)\w+)\s+(?:\w+\s+)?(?:claims?|allegations?|accusations?|reports?|charges?|rumou?rs?|suggestions?)\b",
    re.IGNORECASE,
)
_DENIES_DOING = re.compile(r"(?:\w+\s+)*den(?:y|ies|ied|ying)\s+\w+ing", re.IGNORECASE)  # "denied demanding"
_UNDECIDED = re.compile(
    r"\bneither\s+(?:\w+ly\s+)?confirm|\bconfirm\w*\s+n?or\s+den(?:y|ies|ied|ying)\b|\b(?:declin|refus)\w+\s+to\s+confirm\b", re.IGNORECASE
)
_RETURNED = re.compile(
    r"(?<!\bto)(?<!\bwill)(?<!\bwould)(?<!\bnot)(?<=\w)(?<!ly)\s+back\b", re.IGNORECASE
)  # "shouted back": no "back the plan"
_ACCEPTS = re.compile(r"\baccept(?:s|ed|ing)?\b", re.IGNORECASE)
_PLEA = re.compile(
    r"(?:not )?(?:to|for)\b|that\b.{0,60}\b(?:be|not be)\b"
    r"|(?!(?:what|how|when|where|who|whether|if|which|why)\b)(?:[\w.’'-]+ ){1,4}?(?<!due )(?:not )?"
    r"to (?!(?:the|an?|his|her|its|their|th(?:is|at|ose|ese)|date)\b)[a-z]+\b(?!.*\?)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r",\s(?:who|which|whose)\b[^,]{0,120},")
_SENTENCE = re.compile(r"[.!?…]+[”\"’']*\s")
_BORDER = re.compile(
    r"[,;:…]|[.!?]\s|\b(?:that|because|who|which|when|while|although|though|but|and|if|unless|since|until|after|before|so)\b", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|[a-z]{2,}ed|[a-z]{3,}ing|said|went|took|made|came|got|gave|"
    r"fell|left|held|won|lost|began|knew|saw|met|told|kept|paid|ran|sent|put|to)\b|[’'](?:s|re|ve|ll|d|m)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:that\s+)?[,\s]*(?:despite|although|though|while|as|in|on|after|before|since|with|without|because|if|when|during|for|by|at|under|from)\b[^,]*,\s*",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def stance(cue: str, content: str) -> Stance:
    """By the cue's verb or noun; a negated cue of assent disputes, "asked" with a plea requests."""
    if _UNDECIDED.search(cue):
        return "questions"
    found = look_up("stance", f"{cue} {_first(content)}") if _first(content) in {"for", "on"} else look_up("stance", cue)
    if found == "supports" and (returned := _RETURNED.search(cue)):
        found = look_up("stance", cue[: returned.start()])
    if rejected := _REJECTED.match(cue):
        found = look_up("stance", rejected["verb"])
    if _DENIES_DOING.fullmatch(cue):
        found = "denies"
    if re.search(r"\bask(?:s|ed|ing)?\b", cue, re.IGNORECASE):
        found = "requests" if _PLEA.match(content) else "questions"
    if re.search(r"\bpl(?:ead|eads|eaded|ed|eading)\b", cue, re.IGNORECASE) and re.match(r"(?:not )?guilty\b", content, re.IGNORECASE):
        found = "denies" if content.lower().startswith("not") else "confirms"
    if found == "denies" or not _NOT.search(cue):
        return cast("Stance", found or "asserts")
    return cast(
        "Stance",
        {"confirms": "questions", "supports": "disputes", "disputes": "asserts", "questions": "asserts"}.get(
            found or "", found or ("disputes" if look_up("kind", cue) == "belief" or _ACCEPTS.search(cue) else "asserts")
        ),
    )


def _first(content: str) -> str:
    return content.lower().split(" ", 1)[0]


def kind(cue: str, content: str) -> Kind:
    """Whether it is a statement or an attitude, plan, question, request or perception."""
    found = look_up("kind", f"{cue} {_first(content)}") if _first(content) in {"for", "on"} else look_up("kind", cue)
    if found == "question" and _PLEA.match(content):
        found = "request"
    if stance(cue, content) in {"denies", "confirms"} or _UNDECIDED.search(cue):
        return "statement"
    return cast("Kind", found or "statement")


def certainty(cue: str, content: str) -> Certainty:
    """By the content's modal words, then by the cue."""
    for value, pattern in (("conditional", _CONDITIONAL), ("possible", _POSSIBLE), ("probable", _PROBABLE)):
        if pattern.search(_main(content) if value != "conditional" else _SENTENCE.split(content, maxsplit=1)[0]):
            return cast("Certainty", value)
    return cast("Certainty", look_up("certainty", cue) or "certain")


def polarity(content: str) -> Polarity:
    """Negative when the content's main clause is negated: a negative word before the clause's end."""
    return "negative" if _NEGATIVE.search(_main(content)) else "positive"


@lru_cache(maxsize=256)
def _main(content: str) -> str:
    """The content's first finite clause, without what leads into it."""
    content = _ASIDE.sub("", content)
    while (lead := _LEAD_IN.match(content)) and lead.end() < len(content):
        content = content[lead.end() :]
    verb = _FINITE.search(content)
    border = _BORDER.search(content, verb.end() if verb else len("that ") * content.startswith("that "))
    return content[: border.start()] if border else content
