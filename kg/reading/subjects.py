"""Sources right before a cue that were read as something else: "the official told the Courier", "Mr. Hale was quoted as saying"."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.drafts import Draft

_TELLING = re.compile(
    r"\b(?:told|tells|telling|informed|assured|reminded|warned|interview(?:ed)? (?:with|by|to|on)|sp(?:oke|eaking) (?:to|with))$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:also\s+|widely\s+|later\s+)?(?:quoted|cited|reported|recorded|heard)\s+(?:as\s+)?(?:saying|telling)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[,;:.“”\"—–]\s*|\b(?:and|but|that|as|while|when)\s+)(?P<who>(?:(?:[A-Z][a-z]{0,3}\.|[\w’'-]+)\s+){0,7}?[\w’'-]+)\s+$"
)
_OPENING = re.compile(
    r"(?:(?:In|On|At|After|Before|During|So|Since|With|Despite|For|By|Last|Earlier|Later|Meanwhile|However|Yesterday|Today)\b[^,;:“”\"]{0,80},?\s+)?"
    r"(?P<who>(?!(?:It|There|This|That|What|If|When|While|As)\b)(?:(?:[A-Z][a-z]{0,3}\.|[\w’'&-]+)\s+){0,7}?[\w’'&-]+)\s+"
    r"(?=(?:also|is|are|was|were|has|had|have|\w+ly|[a-z]{2,}ed|said|told|spoke|met|took|made|went|left|came|gave)\b)"
)
_LINK = re.compile(r"[;:“”\"]|\b(?:that|who|which|because)\b")
_ACCORDING = re.compile(r"according to", re.IGNORECASE)
_UP_TO_COMMA = re.compile(r"(?P<who>[^\s,;:“”\"]+(?:\s[^\s,;:“”\"]+){0,8}),\s+(?=\w)")
_JOINS = {"and", "but", "or", "then", "who", "which", "also"}
_LEAD = re.compile(
    r"(?:even\s+)?(?:as|while|when|where|after|before|because|although|though|if|since|that|and|but|which|who)\s+(?=\w)", re.IGNORECASE
)


def before(text: str, sentence: int, at: int) -> Span | None:
    """The words for a subject that end right before offset `at`, in the sentence that begins at `sentence`."""
    start = max(sentence, at - 120)
    found = _SUBJECT.search(text[start:at])
    if not found:
        return None
    if found["who"].lower().split()[-1] in _JOINS:
        return None
    lead = _LEAD.match(found["who"])
    return start + found.start("who") + (lead.end() if lead else 0), start + found.end("who")


def first(text: str, sentence: int, at: int) -> Span | None:
    """The subject with which a sentence opens, for a verb further on at offset `at`: "Mr. Hale | left the room and promised …"."""
    found = _OPENING.match(text, sentence, at)
    return found.span("who") if found and not _LINK.search(text, found.end(), at) else None


def find(text: str, drafts: list[Draft], sentences: list[Span]) -> None:
    """Give such drafts the subject of their cue as source, and take it out of their content."""
    for draft in drafts:
        cue = draft.cue[0]
        if not draft.source and _ACCORDING.fullmatch(text, *cue):
            _cut_off(text, draft)
        quoted = _QUOTED.search(text, *cue)
        if quoted or _addressed(text, draft):
            begin = next((b for b, e in sentences if b <= cue[0] < e), cue[0])
            if who := before(text, begin, quoted.start() if quoted else cue[0]):
                _give(text, draft, who)
            elif not quoted and draft.content[-1][0] >= draft.source[0][1]:  # "and told | the court he had left"
                draft.source = ()


def _cut_off(text: str, draft: Draft) -> None:
    """Give "according to" what stands behind it up to a comma as source, where that was read as content: "According to | Oland, …"."""
    b, e = draft.content[0]
    found = _UP_TO_COMMA.match(text, b, e) if text[draft.cue[0][1] : b] == " " else None
    if found:
        draft.source, draft.content = (found.span("who"),), ((found.end(), e), *draft.content[1:])


def _addressed(text: str, draft: Draft) -> bool:
    """Whether the source stands right behind "told", where only an addressee can stand."""
    told = bool(_TELLING.search(text[slice(*draft.cue[0])]))
    return told and bool(draft.source) and 0 <= draft.source[0][0] - draft.cue[0][1] <= 1


def _give(text: str, draft: Draft, who: Span) -> None:
    content: Spans = tuple(_without(text, span, who) for span in draft.content if not (who[0] <= span[0] and span[1] <= who[1]))
    if draft.source and not _addressed(text, draft):
        return
    if content and not any(b < who[1] and e > who[0] for b, e in content):
        draft.source, draft.content = (who,), content


def _without(text: str, span: Span, who: Span) -> Span:
    """The content without a subject at its beginning."""
    if span[0] <= who[0] < span[1] and not text[span[0] : who[0]].strip(" “\"‘'"):
        after = who[1] + len(text[who[1] : span[1]]) - len(text[who[1] : span[1]].lstrip())
        return after, span[1]
    return span
