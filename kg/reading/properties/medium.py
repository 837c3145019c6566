"""Through what it was said: "on Facebook", "in a statement", "told Radio One", "the report said"."""

from __future__ import annotations

import re

from kg.reading.lexicon import any_of, words

_PLATFORM = re.compile(
    rf"""\b(?:on|via|to|through|over)\s+(?:(?:its|his|her|their|the)\s+(?:official\s+|own\s+)?)?
    (?P<name>{any_of("platforms")}|social\ media)\b(?![-’'])""",
    re.VERBOSE,
)
_KIND = re.compile(
    rf"""\b(?:in|on|at|via|during|through|by|with|over|from|before)\s+
    (?:(?:an?|the|his|her|its|their|another|one|separate|this|that)\s+)?
    (?:(?!(?:said|and|of|in|on)\b)[\w’'-]+\s+){{0,3}}?(?P<name>{any_of("media")})s?\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ISSUED = re.compile(
    rf"\b(?:issued|released|posted|published|sent|gave)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?P<name>{any_of('media')})\b", re.IGNORECASE
)
_TWEET = re.compile(r"\b(?:re)?tweet(?:s|ed|ing)?\b", re.IGNORECASE)
_OUTLET = re.compile(
    r"\b(?:Radio|TV|Television|News|Newspapers?|Times|Post|Tribune|Herald|Gazette|Journal|Sentinel|Echo|Chronicle|Guardian|Observer|Telegraph|Press|Daily|"
    r"Weekly|Magazine|Mail|Globe|Standard|Reuters|BBC|CNN|CBS|NBC|ABC|NPR|AFP|CNBC|MSNBC|Bloomberg|Politico|Axios|Jazeera)\b|\b[A-Z]*TV\b"
)
_HEAD = re.compile(
    r"(?:[^\s,;]+\s+){0,4}?(?P<head>[a-z-]+)\b(?=\s*(?:$|,|;|\b(?:by|of|from|in|on|at|for|shown|published|released|obtained|dated|and)\b))",
    re.IGNORECASE,
)


def of(around: str, cue: int = 0, source: str = "", addressee: str = "") -> str | None:
    """The medium of an attribution; None when none is named.

    A document that is the `source` phrase itself comes first, then what `around` (the words of the sentence that are not content) names:
    a platform before a kind, and then what is nearest to offset `cue`; then an `addressee` whose name is that of a news outlet.
    """
    head = _HEAD.match(source)
    if head and head["head"].lower() in words("papers"):
        return head["head"].lower()
    if _TWEET.search(around):
        return "Twitter"
    for pattern in (_PLATFORM, _KIND, _ISSUED):
        found = min(pattern.finditer(around), key=lambda m: abs(m.start() - cue), default=None)
        if found:
            return found["name"] if pattern is _PLATFORM else found["name"].lower()
    return addressee if _OUTLET.search(addressee) else None
