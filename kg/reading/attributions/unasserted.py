"""What the text does not say that anybody has said: "if the board confirms it", "Nobody blames Hale", "Did Ruiz say so?", "never said",
"fewer than the police had said"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions.drafts import Draft

_NOBODY = re.compile(r"(?:[Nn]obody|[Nn]o[ -]one|[Nn]one(?! other)|[Nn]o(?=\s(?!other|less|fewer|more|doubt)[a-z]))\b")
_IF = re.compile(r"\b(?:if|unless|whether)\s+$", re.IGNORECASE)
_INVERTED = re.compile(
    r"(?:^|[.?!:;,—–]\s+|[“\"‘(])(?:(?:and|but|so|or|then)\s+)?"
    r"(?:did|does|do|has|have|had|is|are|was|were|can|could|would|will|should)(?:n[’']t)?\s+$",
    re.IGNORECASE,
)
_WHO = re.compile(r"(?:who|what|which)\b", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.?!:;]\s+|[“\"‘(])(?:(?:and|but|so|or|then)\s+)?$", re.IGNORECASE)
_ASKED = re.compile(r"[^.!?]*\?")
_UNSAID = re.compile(
    r"(?:\w+\s+)*?(?:(?:has|have|had|did|does|do)(?:\s+not|n[’']t)|never)\s+(?:(?:yet|ever|even|\w+ly)\s+)*"
    r"(?:sa(?:id|y)|stated?|tell|told|mention(?:ed)?|disclosed?|reveal(?:ed)?|specif(?:y|ied)|announced?|declared?|indicated?|cited?)",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:no\s+(?:(?:further|immediate|public|other|official)\s+)?(?:comments?|reply|replies|response|answer)|nothing)"
    r"(?:\s+(?:about|on|to|of|from|at|in|when|until|yet|else|more|further)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
LEAD = 80  # characters before a source that are looked at
_UTTERED = re.compile(r"\b(?:sa(?:id|ys?)|offer(?:s|ed)?|had|has|made|makes|g[ai]ven?|gives|provid(?:ed|es))$", re.IGNORECASE)
_COMPARED = re.compile(  # "fewer than | the board said", "double what | the board said": whose figure is another one
    r"\b(?:than(?:\s+what)?|as\s+(?:many|much|few|little|high|low|large|big)\s+(?:\w+\s+){0,2}as|(?:double|twice|thrice|triple|treble|quadruple|half|times|above|below|beyond)\s+what)\s+"
    r"(?P<who>(?:the|an?|its|his|her|their)\s+)?$",
    re.IGNORECASE,
)
_THAN_WHO = re.compile(r"\bthan\s+(?:the|its|his|her|their|[A-Z][\w’'-]*)\s+(?:[\w’'-]+\s+){0,2}$")
_AMOUNT = re.compile(
    r"(?:the\s+|an?\s+)?(?:\d|half|dozen|score|hundred|thousand|million|third|quarter|most|two|three|four|five|six|seven|eight|nine|ten|twenty)\w*\b",
    re.IGNORECASE,
)


def is_unasserted(text: str, draft: Draft, sentence: Span) -> bool:
    """Whether the text asks or supposes that somebody says it, in the given sentence, or says that nobody or they do not."""
    source = draft.source[0] if draft.source else draft.cue[0]
    begin, end = min(source[0], draft.cue[0][0]), draft.cue[-1][1]
    if draft.source and _NOBODY.match(text, *source):
        return True
    cue = text[draft.cue[0][0] : end]
    if _UNSAID.fullmatch(cue) or (_UTTERED.search(cue) and _NOTHING.fullmatch(draft.words(text).strip("“”\"'‘’. "))):
        return True
    lead = text[max(sentence[0], begin - LEAD) : begin]
    if (than := _COMPARED.search(lead)) and draft.content[0][0] < draft.cue[0][0]:
        return not _AMOUNT.match(text, begin - len(than["who"] or ""))
    if not draft.source and draft.content[0][0] < begin and _THAN_WHO.search(lead):
        return True
    if begin != source[0] or not draft.source:
        return False
    asks = _INVERTED.search(lead) or (_WHO.match(text, begin) and _OPENS.search(lead))
    return bool(_IF.search(lead) or (asks and _ASKED.match(text, end, sentence[1])))
