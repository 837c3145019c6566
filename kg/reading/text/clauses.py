"""Where a clause ends that tells what a noun reports: "the claims that he stole a car, burnt it and fled | are false"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.reading.lexicon import any_of, table

FINITE = r"(?:was|were|is|are|has|have|had|will|would|can|could|may|might|did|does|do)"
LY = r"(?!(?:fami|al|assemb|monopo|anoma|Ita)ly\b)\w+ly"  # an adverb, not "the family | rejected"
HELPS = rf"(?:(?:has|have|had|also|long|later|since|then|too|however|{LY})\s+){{0,3}}"  # what stands between a subject and its verb
_END = re.compile(
    r"\s*(?:[;:—–“”\"]|[.!?]+(?=[”\"’)]*\s*$)|,(?!\s+including\b|\s+(?:and|or)\s+(?!(?:he|she|they|it|we|I|the|what\w*|[A-Z]\w*)\b))|$)"
)
_MAIN = re.compile(
    rf"\s+(?={FINITE}\b|(?:swirled|emerged|surfaced|spread|circulated|came|drew|prompted|sparked|angered|bec[ao]mes?|remain(?:s|ed)?)\b)"
)
_LINKED = re.compile(
    r"\b(?:who|whom|which|that|what|whether|where|when|how|if|as|because|while|since|than|so)\b|\b(?:and|or|but|not)$"
    rf"|\b(?:to|must|should|{FINITE})(?:\s+(?:\w+ly|not|also|never))?$"
)
_JOINED = re.compile(r"\b(?:and|or|but|not|who|which|that|what|it|he|she|they)$")
_LEAD = re.compile(r"(?:when|if|as|while|after|before|since|although|despite|in|on|at|with|without)\b[^,;.“”\"]{3,80},\s")
_LIST = re.compile(
    r"(?:,\s+(?![A-Z]|he\b|she\b|they\b|which\b|who\b|but\b)[\w’'-]+(?:\s+(?!said\b)[\w’'-]+){0,8}?)+,?\s+(?:and|or)\s+(?=[a-z])"
)
_FOR_QUOTE = re.compile(r"\s(?:an?|as|be|by|in|is|of|or|to|and|are|for|had|has|the|was|were|with)$")
_QUOTE = re.compile(r"\s+[“\"](?=\S)(?P<verb>(?:\w+ed|was|were|is|are|has|had|will|would|could)\s)?[^“”\"]{1,120}[”\"]")
_FALSE = re.compile(rf"\b(?:{any_of('refutations')})\b", re.IGNORECASE)  # "called the claim that it fell “nonsense”"
_SUBJECT = re.compile(
    r"(?:^|[“\"‘(;:,—–]\s*|\b(?:that|said|says|say|and|but|because|while|although)\s+)(?:(?:the|an?|any|all|these|those|such|most)\s+)?"
    r"(?:(?!(?:\w+(?:ed|ing)|the|an?|any|of|with|by|in|on|to|for|from|about|over|into|despite|amid|after)\b)[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:(?:he|she|they|it|we|I|you|[A-Z]\w+(?:\s+[A-Z]\w+){0,2}|the\s+[\w-]+)\s+)(?!(?:who|which|that|and|or|of|in|on|at|to|by|for|from|with)\b)(?P<verb>[a-z]+)"
)
_ALSO = re.compile(r",\s+(?P<verb>[a-z]+)\b[^.;:“”\"]{2,80}?\s(?:and|or)\s+(?:[a-z]+ly\s+)?(?P<last>[a-z]+)\b")
_PAST = re.compile(
    rf"{'|'.join(' '.join(table('irregular').values()).split())}|[a-z]+(?:ed|ught|ook|oke|ole|ept)"
    r"|burnt|sent|spent|went|sold|hit|beat|shot|ran"
)


def is_subject(before: str) -> bool:
    """Whether a noun after these words of its sentence is the subject of a clause."""
    return bool(_SUBJECT.search(before))


def end(text: str, after: int, stop: int, *, subject: bool, verbless: bool = False) -> int:
    """Where what begins at offset `after` ends, `stop` at the latest: at a mark, or before the verb of the main clause.

    `subject`: what it belongs to is the subject of one; `verbless`: it is no clause ("allegations of …"), so that it has no verb.
    """
    last = _mark(text, after, stop, listed=verbless)
    own = _VERB.match(text, after)
    one = not verbless and not (subject and own and not re.fullmatch(FINITE, own["verb"]))  # verbs to leave to the clause
    verbs = _main_verbs(text, after, last)
    if len(verbs) <= one and subject:
        verbs = [after] * one + [v for v in list(_finite(text, after, last))[one:] if not _JOINED.search(text, after, v)][-1:]
    return verbs[one] if len(verbs) > one else last


def _finite(text: str, begin: int, stop: int) -> Iterator[int]:
    return (v.start() for v in _MAIN.finditer(text, begin, stop))


def _main_verbs(text: str, begin: int, stop: int) -> list[int]:
    """Where verbs stand that are not those of a clause within the clause."""
    found, before = [], begin
    for v in _finite(text, begin, stop):
        if not _LINKED.search(text, before, v):
            found.append(v)
        before = v
    return found


def _mark(text: str, after: int, stop: int, *, listed: bool) -> int:
    """Where the clause ends by a mark. No end are: a comma between several acts ("stole a car, burnt it and fled") or, if `listed`, things;
    one after what leads in; the marks of words quoted in it."""
    lead = _LEAD.match(text, after, stop)
    at = lead.end() if lead else after
    while found := _END.search(text, at, stop):
        also = _ALSO.match(text, found.start(), stop)
        things = _LIST.match(text, found.start(), stop) if listed else None
        quote = _QUOTE.match(text, found.start(), stop)
        quoting = quote and (quote["verb"] or _FOR_QUOTE.search(text, after, found.start()) or not (listed or _FALSE.search(quote.group())))
        if also and _PAST.fullmatch(also["verb"]):
            at = also.start("last")
        elif things:
            at = things.end()
        elif quote and quoting:
            at = quote.end()
        else:
            return found.start()
    return stop
