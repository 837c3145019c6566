"""What is said by nobody in particular: "images said to be of soldiers", "the minister is believed to have left"."""

from __future__ import annotations

import re

from kg.reading.attributions.drafts import Draft

_CUE = re.compile(
    r"\b(?:said|believed|reported|thought|rumou?red|alleged|understood|feared|known|expected|considered|presumed)$", re.IGNORECASE
)
_ACCUSED = re.compile(r"\b(?:accused|suspected|convicted)(?P<of>\s+of)?$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"(?:[’']?s|is|was|has\s+been|had\s+been|being)\s+(?:\w+\s+)?(?:\w+ed|said|known|thought|understood|held|felt)(?:\s+that)?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s+to\s+(?:be|have)\b", re.IGNORECASE)


def is_hearsay(text: str, draft: Draft) -> bool:
    """Whether what stands before the cue is spoken of and does not speak: the cue is a participle with "to be" or "to have", or one that
    lacks its object, as in "accused of theft"."""
    cue = text[draft.cue[0][0] : draft.cue[-1][1]]
    if draft.source and text[slice(*draft.source[0])].lower() == "it" and _PASSIVE.fullmatch(cue):
        return True  # "it is rumoured that"
    accused = _ACCUSED.search(cue)
    if accused and (accused["of"] or text.startswith(" of ", draft.cue[-1][1])):
        return True
    before = re.match(r".*?(?=\s+to(?:\s+(?:be|have))?$|$)", cue, re.DOTALL)
    words = before.group() if before else ""
    return bool(_CUE.search(words)) and bool(_TO.match(text, draft.cue[0][0] + len(words)))
