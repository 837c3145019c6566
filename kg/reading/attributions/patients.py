"""Who is criticised, accused or asked is not who says so: "the board has been blamed for the flood", "Hale came under fire for"."""

from __future__ import annotations

import re

from kg.reading.attributions.drafts import Draft

_DONE = (
    "accused|asked|attacked|blamed|called|censured|charged|chided|condemned|credited|criticis?z?ed|denounced|derided|faulted|grilled|"
    "hailed|heckled|indicted|labell?ed|lambasted|lampooned|lauded|mocked|ordered|panned|pilloried|praised|pressed|questioned|rebuked|"
    "reprimanded|ridiculed|scolded|slammed|suspected|urged|warned"
)
_PASSIVE = re.compile(
    rf"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:[a-z]+ly\s+|once\s+|also\s+|often\s+|again\s+)*(?:{_DONE})\b", re.IGNORECASE
)
_SUFFERED = re.compile(
    r"\b(?:c[ao]mes?|coming|fac(?:e|es|ed|ing)|took|takes?|taken|drew|draws?|drawn|attract(?:s|ed)?|receiv(?:e|es|ed)|suffered)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:accusations?|backlash|condemnation|criticism|fire|flak|heat|praise|rebukes?|ridicule)\b",
    re.IGNORECASE,
)


def find(text: str, drafts: list[Draft]) -> None:
    """Take the subject of such a cue for no source."""
    for draft in drafts:
        cue = draft.cue[0]
        if draft.source and all(e <= cue[0] for _, e in draft.source) and (_PASSIVE.search(text, *cue) or _SUFFERED.search(text, *cue)):
            draft.source = ()
