"""Names as they are spelled from one script in another: "Mohammed" and "Muhammad", "Petroff" and "Petrov", "al-Assad" and "Assad"."""

from __future__ import annotations

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"\bm[ou]h?a?mm?[ae]d\b", "muhamad"),
        (r"\babd(?:[ -](?:al|el|ul)[ -]|[ue]l[ -]?(?=\w))", "abdul"),
        (r"\b(?:al|el|ash|as|ad|ar|an|at|az)-(?=\w)|\b(?:al|el) (?=\w)", ""),
        (r"\bh[ou]s+[ae][iy]n\b|\bhusayn\b", "husein"),
        (r"\by[ou]u?s+[ue]+f\b", "yusuf"),
        (r"\bahm[ae]d\b", "ahmad"),
        (r"\b(\w{3,})off\b", r"\1ov"),
        (r"\b(\w{3,})eff\b", r"\1ev"),
        (r"(?:sky[iy]|skii|skij|ski)\b", "sky"),
        (r"(?<=\w\w\w)(?:iy|ii|yy|ij|y|i)\b", "y"),
        (r"(?<=\w\w)ei\b", "ey"),
        (r"kh|q", "k"),
        (r"ou|oo", "u"),
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
        (r"[-'’]", " "),
    )
)


@lru_cache(maxsize=1 << 14)
def spelled(key: str) -> str:
    """A name key as one spelling of all that its name may have."""
    for pattern, to in _RULES:
        key = pattern.sub(to, key)
    return " ".join(key.split())
