"""What a text counts: "killed 12 people", "at least 20 dead", "there were five", as ranges of known outcomes or of things."""

from __future__ import annotations

import functools
import math
import re
from dataclasses import dataclass

from kg.link.amounts import UNITS, WORDS
from kg.link.lexicon import lines
from kg.link.pairs import stem

OUTCOMES = {
    "dead": r"kill(?:ed|ing|s)?|dead|died|deaths?|death toll|toll|lost their lives|fatalit(?:y|ies)|bodies",
    "hurt": r"wound(?:ed|ing)|injur(?:ed|ies|ing)|hurt",
    "treated": r"treated|treating|hospitali[sz]ed|in hospital",
    "held": r"arrest(?:ed|s)|detain(?:ed|ees)|in custody|rounded up",
    "missing": r"missing|unaccounted for",
    "displaced": r"displaced|evacuated|fled|homeless",
    "homes": r"(?:homes|houses|buildings)\b.{0,30}(?:destroyed|damaged|burned|flooded)",
    "votes": r"percent of (?:the )?votes?|per cent of (?:the )?votes?|% of (?:the )?votes?",
    "crowd": r"protesters|demonstrators|marchers|took part|attended|turned out|the crowd",
    "jobs": r"jobs|redundancies|layoffs|positions",
    "worth": r"net worth|richest|wealth|fortune|are worth|is worth|valued at|valuation",
    "cost": r"costs?|repairs|price tag|damages?|budget|bill",
}
_OUTCOMES = {name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in OUTCOMES.items()}
MONEY = {"worth", "cost"}
REACH = 45  # characters between a number and what it counts
AT_LEAST = ("at least", "more than", "over", "no fewer than", "no less than", "exceeds", "upwards of")
AT_MOST = ("as many as", "up to", "at most", "fewer than", "less than", "under", "no more than", "only")
ABOUT = ("about", "around", "some", "nearly", "almost", "roughly", "approximately")
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(sorted(WORDS, key=len, reverse=True))}"
COUNT = re.compile(
    rf"""
    (?:(?P<bound>{"|".join((*AT_LEAST, *AT_MOST, *ABOUT)).replace(" ", chr(92) + "s")})\s+)?
    (?:a\s+)?(?P<money>(?:[A-Z]{{1,3}})?[$€£¥₹])?(?<![.,\d])(?<!\bper\s)\b(?P<n>{_NUMBER})
    (?P<unit>[\s-](?:hundred|thousand|million|billion|trillion)|(?:[mb]n|m|k)\b)?
    \b(?!\s*(?:a\.m|p\.m|km|kilomet|mile|years?\sold|-year|o[’']clock|{"|".join(lines("months"))}|(?:percentage\s)?points?|%|per\s?cent))
    (?:\s+(?P<noun>[a-z]{{3,}}s|people|men|women|children))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SKIPPED = {
    stem(w)
    for w in ["years", "days", "hours", "minutes", "months", "weeks", "times", "things", "others", "times", "seconds", "decades", "percent"]
}
_ELLIPTIC = re.compile(
    rf"^(?:that\s+)?(?:there (?:were|are|was)|it(?: (?:at|is|was))?|(?:they )?(?:put|counted|heard|saw)"
    rf"|its? )?\s*(?:(?:{'|'.join((*AT_LEAST, *AT_MOST, *ABOUT))})\s+)?(?:{_NUMBER})[\s\w]{{0,12}}(?:$|,\s)",
    re.IGNORECASE,
)
_AMONG_THEM = re.compile(
    rf"(?:,|\s[-–—(])\s*(?:(?:including|among (?:them|whom))\b|(?:\w+\s+){{0,2}}?(?:{_NUMBER})\s+of\s+(?:them|whom)\b)[^,;.–—)]*[,)–—]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of an outcome or a thing, as the closed range it may lie in."""

    outcome: str
    low: float
    high: float


@functools.lru_cache(maxsize=4096)
def counts(text: str) -> tuple[Count, ...]:
    """Every number in `text` that counts a known outcome, with "at least", "about" and the like as ranges; not of "12 of them children"."""
    found = []
    text = _AMONG_THEM.sub("", text)
    for match in COUNT.finditer(text):
        outcome = _outcome(text, match)
        if outcome and (outcome in MONEY) == bool(match["money"]):
            found.append(Count(outcome, *range_of(match)))
    return tuple(found)


@functools.lru_cache(maxsize=4096)
def things(text: str) -> tuple[Count, ...]:
    """Every number in `text` that stands before the plural of a thing, and a number that is all the text has."""
    found = [Count(stem(m["noun"].lower()), *range_of(m)) for m in COUNT.finditer(text) if m["noun"] and not m["money"]]
    if _ELLIPTIC.match(text):
        found += [Count("", *range_of(m)) for m in COUNT.finditer(text)]
    return tuple(c for c in found if c.outcome not in _SKIPPED)


def named(text: str, outcome: str) -> str:
    """A text without the words that name an outcome."""
    return _OUTCOMES[outcome].sub(" ", text)


def _outcome(text: str, match: re.Match[str]) -> str | None:
    near: list[tuple[int, str]] = []
    for name, pattern in _OUTCOMES.items():
        for m in pattern.finditer(text, max(0, match.start() - 2 * REACH), match.end() + 2 * REACH):
            gap = m.start() - match.end("n") if m.start() >= match.end("n") else match.start() - m.end()
            between = text[min(match.end("n"), m.end()) : max(match.start(), m.start())]
            if 0 <= gap <= REACH and not re.search(r"\d|\band\b|[;.]", between):
                near.append((gap, name))
    return min(near, default=(0, None))[1]


def range_of(match: re.Match[str]) -> tuple[float, float]:
    """The range in which a number that `COUNT` has found may lie."""
    raw = match["n"].lower().replace(",", "")
    n = (WORDS[raw] if raw in WORDS else float(raw)) * UNITS.get((match["unit"] or "").strip(" -").lower(), 1)
    bound = (match["bound"] or "").lower()
    if bound in AT_LEAST:
        return n, math.inf
    if bound in AT_MOST:
        return 0, n
    if bound in ABOUT:
        return 0.9 * n, 1.1 * n
    return n, n


def disjoint(left: tuple[Count, ...], right: tuple[Count, ...]) -> bool:
    """Whether what both count is counted in ranges that never meet."""
    pairs = [(x, y) for x in left for y in right if x.outcome == y.outcome]
    return bool(pairs) and all(x.high < y.low or y.high < x.low for x, y in pairs)
