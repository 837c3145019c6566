"""Numbers that somebody puts on something and the model passed over: "put the number of marchers at 8,000", "the union’s figure is 600"."""

from __future__ import annotations

import re

from kg.model import Span
from kg.reading.attributions import subjects
from kg.reading.lexicon import table
from kg.reading.network.frames import touches
from kg.reading.network.reader import Frame
from kg.reading.text.clauses import HELPS
from kg.reading.text.holding import matches

RULE, SCORE = "counted/2", 0.7


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("NUMBER", "|".join(table("numbers"))).replace("HELPS", HELPS), re.VERBOSE)


_PUT = _compiled(
    r"""(?<!\bto\s)\b(?P<cue>HELPSputs?)\s+
    (?P<content>(?:the|their|its|his|her)\s+(?:[\w’'-]+\s+){0,4}?(?:numbers?|tolls?|size|figures?|loss(?:es)?|costs?|share|turnout|totals?|value|price
    |damages?|deaths?|margin|crowd|worth|population|strength|rate|amount|savings|debts?|odds|chances?|cases|casualties|dead)\s+(?:[\w’'-]+\s+){0,5}?at\s+(?:(?:about|around|some|nearly|almost|roughly|just|only|at\s+least|more\s+than
    |no\s+more\s+than|fewer\s+than|less\s+than|up\s+to|over|under|between)\s+)?(?:[$€£]?(?:\d[\d.,]*\d|\d)(?:[mb]n?|k)?|NUMBER)\b[^.,;:“”"()\n]*)"""
)
_ABOUT = r"(?:(?:about|around|some|nearly|almost|roughly|only|at\s+least|more\s+than|fewer\s+than|less\s+than|up\s+to|over)\s+)?"
_UNIT = r"(?:\s?(?:%|percent\b|per\s+cent\b|[mb]n\b)|\s+(?:(?:million|billion|thousand)\b|[a-z]+s\b))"
_AMOUNT = rf"{_ABOUT}(?:[$€£]?(?:\d[\d.,]*\d|\d)|NUMBER){_UNIT}[^.,;:“”\"()\n]*"
_PLAIN = _compiled(rf"(?<!\bto\s)\b(?P<cue>HELPSputs?)\s+(?P<content>(?:the|its|their)\s+[a-z]+\s+at\s+{_AMOUNT})")
_GUESS = _compiled(rf"(?<!\b[Tt]he\s)(?<!\b[Ii]ts\s)\b(?P<cue>estimates|reckons)\s+(?P<content>{_AMOUNT})")
_CITING = re.compile(r"(?:^|[;:]\s+)(?P<who>[^,;:“”\"]{2,60}),\s+(?:citing|quoting|based\s+on|using)\s[^,;:“”\"]{2,80},\s+$")
_MANY = _compiled(
    r"""(?<!\bto\s)\b(?P<cue>HELPS(?:acknowledge[sd]?|admit(?:s|ted)|reported|counted|confirmed|spoke\s+of))\s+
    (?P<content>(?:(?:only|just|at\s+least|more\s+than|about|some|fewer\s+than|up\s+to)\s+)?(?:\d[\d,.]*\d|\d|NUMBER)\s+(?:[a-z-]+\s+){0,2}?
    (?:dead|deaths|arrests|casualties|injured|injuries|wounded|victims|fatalities|killed|missing|detainees|cases)\b)"""
)
_OWN = _compiled(
    r"""(?<![\w’'])(?P<source>(?:[Tt]he|[A-Z])[\w.-]*(?:\s+[\w.-]+){0,3}?)[’']s\s+
    (?P<cue>(?:own\s+|latest\s+|official\s+)?(?:figure|count|tally|estimate)\s+(?:is|was|stands\s+at|stood\s+at))\s+
    (?P<content>(?:(?:about|around|some|nearly|roughly|just|only|at\s+least|more\s+than|fewer\s+than|less\s+than|closer\s+to)\s+)?
    (?:[$€£]?(?:\d[\d.,]*\d|\d)(?:[mb]n?|k)?|NUMBER)\b[^.,;:“”"()\n]*)"""
)
_STEMS = {
    _PUT: ("put",),
    _PLAIN: ("put",),
    _GUESS: ("estimates", "reckons"),
    _MANY: ("acknowledge", "admit", "reported", "counted", "confirmed", "spoke"),
    _OWN: ("figure", "count", "tally", "estimate"),
}
_NOT = re.compile(r"(?:n[’']t|\b(?:not|never|who|which|that|to|would|will|could|can))$", re.IGNORECASE)
_BORDER = re.compile(r"\s+(?:while|but|although|though|whereas|after|before|when|which|who)\b")


def find(text: str, sentences: list[Span], frames: list[Frame], quoted: list[Span]) -> list[Frame]:
    """A frame for each such verb outside of quotes that no cue covers; with the words before it as source."""
    taken = [c for f in frames for c in f.cue]
    found: list[Frame] = []
    for (begin, _), m in matches(text, sentences, _STEMS):
        cue, content = m.span("cue"), m.span("content")
        source = m.span("source") if m.re is _OWN else subjects.before(text, begin, cue[0], _CITING)
        made = [c for f in found for c in f.cue]
        if source and not touches(cue, (*taken, *quoted, *made)) and not _NOT.search(text[slice(*source)]):
            border = _BORDER.search(text, *content)
            found.append(Frame((source,), (cue,), ((content[0], border.start() if border else content[1]),), SCORE))
    return found
