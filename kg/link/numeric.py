"""Different counts of the same: "killed 12 people" against "at least 20 dead"."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.link.pairs import opposed
from kg.model import Extraction, Link
from kg.reading.lexicon import table

RULE = "numeric/1"
LONGEST = 12  # words that carry meaning
WORDS = {word: int(n) for word, n in table("numbers").items()}
OUTCOMES = {
    "dead": r"kill(?:ed|ing|s)?|dead|died|deaths?|death toll|lost their lives|fatalit(?:y|ies)|bodies",
    "hurt": r"wound(?:ed|ing)|injur(?:ed|ies|ing)|hurt",
    "held": r"arrest(?:ed|s)|detain(?:ed|ees)|in custody|rounded up",
    "missing": r"missing|unaccounted for",
    "displaced": r"displaced|evacuated|fled|homeless",
    "homes": r"(?:homes|houses|buildings)\b.{0,30}(?:destroyed|damaged|burned|flooded)",
    "votes": r"percent of (?:the )?votes?|per cent of (?:the )?votes?|% of (?:the )?votes?|turnout",
    "crowd": r"protesters|demonstrators|marchers|took part|attended|turned out",
    "jobs": r"jobs|redundancies|layoffs|positions",
}
_OUTCOMES = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in OUTCOMES.items()}
REACH = 45  # characters between a number and what it counts
AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than")
AT_MOST = ("as many as", "up to", "at most", "fewer than", "less than", "under", "no more than", "only")
ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "approximately")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNT = re.compile(
    rf"""
    (?:(?P<bound>{"|".join((*AT_LEAST, *AT_MOST, *ABOUT)).replace(" ", chr(92) + "s")})\s+)?
    (?:a\s+)?\b(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{"|".join(sorted(WORDS, key=len, reverse=True))})
    (?P<unit>\s+(?:hundred|thousand|million|billion))?
    \b(?!\s*(?:a\.m|p\.m|km|kilomet|mile|years?\sold|-year|o[’']clock|{_MONTHS}))
    """,
    re.IGNORECASE | re.VERBOSE,
)
UNITS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of an outcome, as the closed range it may lie in."""

    outcome: str
    low: float
    high: float


@functools.lru_cache(maxsize=1024)
def counts(text: str) -> tuple[Count, ...]:
    """Every number in `text` that counts a known outcome, with "at least", "about" and the like as ranges."""
    found = []
    for match in _COUNT.finditer(text):
        outcome = _outcome(text, match)
        if outcome:
            found.append(Count(outcome, *_range(match)))
    return tuple(found)


def _outcome(text: str, match: re.Match[str]) -> str | None:
    near: list[tuple[int, str]] = []
    for name, pattern in _OUTCOMES.items():
        for m in pattern.finditer(text, max(0, match.start() - 2 * REACH), match.end() + 2 * REACH):
            gap = m.start() - match.end() if m.start() >= match.end() else match.start() - m.end()
            between = text[min(match.end(), m.end()) : max(match.start(), m.start())]
            if 0 <= gap <= REACH and not re.search(r"\d|\band\b|[;.]", between):
                near.append((gap, name))
    return min(near, default=(0, None))[1]


def _range(match: re.Match[str]) -> tuple[float, float]:
    raw = match["n"].lower().replace(",", "")
    n = (WORDS[raw] if raw in WORDS else float(raw)) * UNITS.get((match["unit"] or "").strip().lower(), 1)
    bound = (match["bound"] or "").lower()
    if bound in AT_LEAST:
        return n, math.inf
    if bound in AT_MOST:
        return 0, n
    if bound in ABOUT:
        return 0.9 * n, 1.1 * n
    return n, n


def find(extraction: Extraction) -> Iterator[Link]:
    """Short claims of different sides that count the same outcome in ranges that do not meet; a long one counts in passing."""
    for a, b in opposed(extraction):
        if (
            a.affirmed
            and b.affirmed
            and max(len(a.stems), len(b.stems)) <= LONGEST
            and _disjoint(counts(a.claim.text), counts(b.claim.text))
        ):
            score = round(min(a.attribution.score, b.attribution.score) * 0.7, 3)
            yield Link(a.attribution.id, b.attribution.id, "contradicts", "numeric", RULE, score, tuple(sorted({a.sentence, b.sentence})))


def _disjoint(left: tuple[Count, ...], right: tuple[Count, ...]) -> bool:
    pairs = [(x, y) for x in left for y in right if x.outcome == y.outcome]
    return bool(pairs) and all(x.high < y.low or y.high < x.low for x, y in pairs)
