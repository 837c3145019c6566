"""The amounts that a text names, as ranges: "no more than 3 million", "between 10 and 15 shots", "$1.2 billion", "a quarter at most"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from kg.link.lexicon import lines
from kg.link.pairs import stem
from kg.reading.lexicon import table

WORDS = {word: int(n) for word, n in table("numbers").items()}
UNITS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "mn": 1e6, "bn": 1e9, "m": 1e6, "k": 1e3}
MANY = {
    "dozens": 20,
    "scores": 40,
    "hundreds": 150,
    "thousands": 1500,
    "tens of thousands": 15e3,
    "hundreds of thousands": 15e4,
    "millions": 15e5,
    "tens of millions": 15e6,
    "hundreds of millions": 15e7,
}
"""The least that is called so; the most is ten times as much."""
PARTS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "eighth": 0.125, "tenth": 0.1}
OVER = ("more than", "over", "above", "exceeds", "exceeded", "upwards of", "in excess of", "north of")
AT_LEAST = ("at least", "no fewer than", "no less than", "not less than", "a minimum of")
UNDER = ("fewer than", "less than", "under", "below")
AT_MOST = (
    "as many as",
    "up to",
    "at most",
    "no more than",
    "not more than",
    "no higher than",
    "no greater than",
    "only",
    "not exceed",
    "just",
)
ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "approximately", "close to", "closer to", "nearer", "an estimated")
_BOUND = "|".join(sorted((*OVER, *AT_LEAST, *UNDER, *AT_MOST, *ABOUT), key=len, reverse=True)).replace(" ", r"\s")
_N = rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(sorted(WORDS, key=len, reverse=True))}"
_UNIT = r"[\s-](?:hundred|thousand|million|billion|trillion)\b|(?:[mb]n|m|k)\b"
_MONTHS = "|".join((*lines("months"), r"(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."))
_AMOUNT = re.compile(
    rf"""
    (?:\b(?P<bound>{_BOUND})\s+)?(?:an?\s+)?
    (?<![.,\d])(?:between\s+(?P<from>{_N})(?:{_UNIT})?\s+and\s+)?
    (?P<money>(?:[A-Z]{{1,3}})?[$€£¥₹])?(?<!\bper\s)\b
    (?:(?P<parts>(?:{_N})\s(?:in(?!\s(?:19|20)\d\d\b)|out\sof)\s(?:{_N})|half|(?:(?P<times>one|two|three|four)[\s-])?(?P<share>third|quarter|fifth|sixth|eighth|tenth)s?)
    |(?P<many>dozens|scores|(?:tens\sof\s|hundreds\sof\s)?thousands|(?:tens\sof\s|hundreds\sof\s)?millions|hundreds)
    |(?<=\ba\s)(?P<whole>hundred|thousand|million|billion)(?!\s+and)|(?P<n>{_N})(?P<unit>{_UNIT})?)
    \b(?!\s*(?:a\.m|p\.m|km|kilomet|mile|met(?:er|re)s?\b|years?\b|days?\b|hours?\b|minutes?\b|seconds?\b|weeks?\b|months?\b|degrees|o[’']clock|{_MONTHS}
    |percentage\s?points?)|-(?:year|day|hour|mile|month|week|foot|storey)|[-–/:]\d)
    (?P<percent>\s?%|\s?per\s?cent\b)?
    (?P<cash>\s(?:dollars|euros|pounds|yen|rupees|yuan|roubles|rubles|pesos|francs))?
    (?P<after>\s(?:at\s(?:the\s)?(?:most|least)|or\s(?:more|so|fewer|less))\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_DATE = re.compile(rf"(?:{_MONTHS}|\bNo\.|\baged?)\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PART = re.compile(r"\s+(?:\w+\s+)?of\s+(?:them|whom|those|these|which)\b|\s+(?:others?|more)\b", re.IGNORECASE)
_AMONG = re.compile(r"\b(?:including|among\s(?:them|whom)(?:\swere)?|of\s(?:them|whom|which))\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOUN = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z-]{3,}s|people|men|women|children)\b")
_BARE = re.compile(r"\s*(?:$|[.,;:!?”\"’)]|(?:had|have|has|were|was|are|at|in|on|and|but|a|an|per|or|of\s+(?:them|those))\b)")
_LITTLE = 1e-9
_BEFORE = 40  # characters before an amount that tell what it is


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as the closed range it may lie in: `kind` is "count", "percent" or a currency, `noun` the stem of what is counted, `bare`
    that no word of it follows, `part` that it is of some of those just counted."""

    kind: str
    low: float
    high: float
    begin: int
    end: int
    noun: str = ""
    bare: bool = False
    part: bool = False


_WORD = re.compile(r"[a-z]+|\d")
_TOLD = frozenset(
    (
        *WORDS,
        *PARTS,
        *(f"{part}s" for part in PARTS),
        *(many.split()[0] for many in MANY),
        *"0123456789",
        "hundred",
        "thousand",
        "million",
        "billion",
    )
)


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """Every amount that a text names, dates, times, ages, lengths and years left out."""
    if _TOLD.isdisjoint(_WORD.findall(text.lower())):
        return ()
    return tuple(_amount(text, m) for m in _AMOUNT.finditer(text) if not _is_none(text, m))


def _is_none(text: str, m: re.Match[str]) -> bool:
    if m["share"] and not (
        m["times"] or re.search(r"\ban?\s+$", text[max(0, m.start("share") - _BEFORE) : m.start("share")], re.IGNORECASE)
    ):
        return True
    if m["n"] and _YEAR.fullmatch(m["n"]) and not (m["unit"] or m["money"] or m["cash"] or m["percent"] or _NOUN.match(text, m.end())):
        return True
    return bool(_before(_DATE, text, m))


def _before(pattern: re.Pattern[str], text: str, m: re.Match[str]) -> re.Match[str] | None:
    at = m.start("n") if m["n"] else m.start()
    return pattern.search(text, max(0, at - _BEFORE), at)


def _amount(text: str, m: re.Match[str]) -> Amount:
    kind = "percent" if m["percent"] or m["parts"] else (m["money"] or m["cash"] or "count").strip().lower()
    noun, bare = _NOUN.match(text, m.end()), bool(_BARE.match(text, m.end()))
    low, high = _range(m)
    return Amount(
        kind={"dollars": "$", "euros": "€", "pounds": "£"}.get(kind, kind),
        low=low,
        high=high,
        begin=m.start(),
        end=m.end(),
        noun=stem(noun["noun"].lower()) if noun and kind == "count" and not bare else "",
        bare=bare,
        part=bool(_PART.match(text, m.end()) or _before(_AMONG, text, m)),
    )


def _range(m: re.Match[str]) -> tuple[float, float]:
    unit = UNITS.get((m["unit"] or "").strip(" -\n").lower(), 1)
    if m["many"]:
        least = MANY[re.sub(r"\s+", " ", m["many"].lower())]
        return least, math.inf if (m["bound"] or "").lower() in {"many", *OVER} else 10 * least
    n = UNITS[m["whole"].lower()] if m["whole"] else _share(m) if m["parts"] else _number(m["n"]) * unit
    bound = re.sub(r"\s+", " ", (m["bound"] or "").lower())
    after = (m["after"] or "").lower()
    if m["from"]:
        return _number(m["from"]) * (unit if _number(m["from"]) < n else 1), n
    if bound in OVER:
        return n * (1 + _LITTLE), math.inf
    if bound in AT_LEAST or after.endswith(("least", "more")):
        return n, math.inf
    if bound in UNDER:
        return 0, n * (1 - _LITTLE)
    if bound in AT_MOST or after.endswith(("most", "fewer", "less")):
        return 0, n
    return (0.9 * n, 1.1 * n) if bound in ABOUT or after.endswith("so") else (n, n)


def _number(words: str) -> float:
    raw = words.lower().replace(",", "")
    return WORDS[raw] if raw in WORDS else float(raw)


def _share(m: re.Match[str]) -> float:
    found = re.match(rf"({_N})\s(?:in|out\sof)\s({_N})", m["parts"], re.IGNORECASE)
    if found:
        return 100 * _number(found[1]) / max(1.0, _number(found[2]))
    return 100 * (_number(m["times"]) if m["times"] else 1) * PARTS[(m["share"] or "half").lower()]


def apart(one: Amount, other: Amount) -> bool:
    """Whether the ranges of two amounts never meet, rounding aside."""
    low, high = sorted((one, other), key=lambda x: x.low)
    return high.low > high_of(low)


def high_of(one: Amount) -> float:
    """Its upper end; a little more where it is a round number."""
    n = one.high
    return n * 1.05 if n >= 100 and n < math.inf and len(f"{n:.0f}".rstrip("0")) <= 2 else n
