"""Why or how something was done, which may be all that is denied: "had not resigned for health reasons"."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.link.negation import NOT

_HOW = re.compile(
    r"\b(?:for\s+(?:[\w’'-]+\s+){1,3}?reasons?|because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|as\s+a\s+(?:result|consequence)\s+of|in\s+(?:order|response)\s+to"
    r"|so\s+as\s+to|in\s+(?:protest|revenge|anger|haste)|out\s+of\s+(?:fear|anger|spite|choice|love|malice|respect|necessity|greed|hatred|\w+ness)|over\s+(?:the|an?|his|her|its|their|allegations|claims|concerns|fears)"
    r"|under\s+(?:pressure|duress)|on\s+(?:purpose|grounds)|on\s+(?:his|her|its|their)\s+own|by\s+(?:accident|mistake|himself|herself|itself|themselves)"
    r"|deliberately|intentionally|purposely|knowingly|voluntarily|willingly|accidentally|alone|solely|simply|merely)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def only_how(no: str, other: str) -> bool:
    """Whether a claim that says what is not so tells why or how it would be, and the other does not."""
    negation = NOT.search(no)
    return bool(_hows(no, negation.end() if negation else 0) - _hows(other))


def _hows(text: str, begin: int = 0) -> frozenset[str]:
    return frozenset(found.lower() for found in _HOW.findall(text, begin))
