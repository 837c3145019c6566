"""Sources right before a cue that were read as something else: "the official told the Courier", "Mr. Hale was quoted as saying"."""

from __future__ import annotations

import re

from kg.model import Span, Spans
from kg.reading.drafts import Draft

_TELLING = re.compile(r"\b(?:told|tells|telling|informed|assured|reminded|warned)$", re.IGNORECASE)
_QUOTED = re.compile(
    r"\b(?:was|were|is|are|been|being)\s+(?:also\s+|widely\s+|later\s+)?(?:quoted|cited|reported|recorded|heard)\s+(?:as\s+)?(?:saying|telling)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[,;:.“”\"—–]\s*|\b(?:and|but|that|as|while|when)\s+)(?P<who>(?:(?:[A-Z][a-z]{0,3}\.|[\w’'-]+)\s+){0,7}?[\w’'-]+)\s+$"
)
_LEAD = re.compile(
    r"(?:even\s+)?(?:as|while|when|where|after|before|because|although|though|if|since|that|and|but|which|who)\s+(?=\w)", re.IGNORECASE
)


def before(text: str, sentence: int, at: int) -> Span | None:
    """The words for a subject that end right before offset `at`, in the sentence that begins at `sentence`."""
    start = max(sentence, at - 120)
    found = _SUBJECT.search(text[start:at])
    if not found:
        return None
    lead = _LEAD.match(found["who"])
    return start + found.start("who") + (lead.end() if lead else 0), start + found.end("who")


def find(text: str, drafts: list[Draft], sentences: list[Span]) -> None:
    """Give such drafts the subject of their cue as source, and take it out of their content."""
    for draft in drafts:
        cue = draft.cue[0]
        quoted = _QUOTED.search(text, *cue)
        if quoted or _addressed(text, draft):
            begin = next((b for b, e in sentences if b <= cue[0] < e), cue[0])
            if who := before(text, begin, quoted.start() if quoted else cue[0]):
                _give(text, draft, who)


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
