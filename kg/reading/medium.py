"""Through what it was said: "on Facebook", "in a statement", "told Radio One", "wrote on X"."""

from __future__ import annotations

import re

from kg.reading.platforms import PLATFORMS

KINDS = (
    "statement|interview|news conference|press conference|press briefing|briefing|press release|news release|tweet|post|blog post|blog|letter|email|e-mail|memo|speech|report|"
    "social media post|social media|televised address|television address|address|radio interview|conference call|phone call|text message|message|video message|video|court filing|filing|lawsuit|"
    "affidavit|testimony|court|parliament|hearing|op-ed|column|editorial|memoir|book|podcast|live stream|state television|state media|television|radio|article|communique|communiqué|"
    "telephone interview|phone interview|rally|town hall|debate|meeting|note|leaflet|website|web site|newsletter|live broadcast|broadcast"
)
_PLATFORM = re.compile(
    rf"\b(?:on|via|to|through|over)\s+(?:(?:its|his|her|their|the)\s+(?:official\s+|own\s+)?)?(?P<name>{PLATFORMS}|social media)\b(?![-’'])"
)
_KIND = re.compile(
    rf"\b(?:in|on|at|via|during|through|by|with|over|from|before)\s+(?:(?:an?|the|his|her|its|their|another|one|separate|this|that)\s+)?(?:(?!(?:said|and|of|in|on)\b)[\w’'-]+\s+){{0,3}}?(?P<name>{KINDS})s?\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"\b(?:issued|released|posted|published|sent|gave)\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?P<name>{KINDS})\b", re.IGNORECASE
)


def of(around: str, cue: int = 0) -> str | None:
    """The medium named in `around`, the words of the sentence that are not content: a platform before a kind, and then what is nearest to offset
    `cue`; None when there is none."""
    if re.search(r"\b(?:re)?tweet(?:s|ed|ing)?\b", around, re.IGNORECASE):
        return "Twitter"
    for pattern in (_PLATFORM, _KIND, _ISSUED):
        found = min(pattern.finditer(around), key=lambda m: abs(m.start() - cue), default=None)
        if found:
            return found["name"] if pattern is _PLATFORM else found["name"].lower()
    return None
