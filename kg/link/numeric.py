"""Different counts of the same: "killed 12 people" against "at least 20 dead", "two shots" against "there were five"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.amounts import amounts
from kg.link.amounts import apart as ranges_apart
from kg.link.contrast import Between
from kg.link.counting import COUNT, MONEY, Count, counts, disjoint, range_of, things
from kg.link.negation import LIGHT
from kg.link.occasion import of_other_time, scope
from kg.link.pairs import STOP, Said, link, opposed, stem, stems
from kg.link.themselves import each_of_own
from kg.model import Extraction, Link

RULE = "numeric/7"
LONGEST = 12  # words that carry meaning: a long claim counts in passing
BRIEF = 6  # of two sums a day or a head that are set against each other without more
FAR = 12  # sentences over which counts of a known outcome are compared
NEAR = 2  # sentences over which counts of a thing that is no known outcome are compared
_TRUE = re.compile(
    r"^\W*(?:that\s+)?(?:the\s+)?(?:true|real|actual|correct|right)\s+(?:figure|number|total|toll|turnout|cost|sum|margin)\s+"
    r"(?:is|was|had been|were)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\b(?:a|an|per|each|every) (?P<per>second|minute|hour|day|night|week|month|year|tonne?|litre|liter|barrel|head|person)\b",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Claims of different sides that count the same in ranges that do not meet."""
    between = Between.of(extraction)
    for a, b in opposed(extraction):
        if a.affirmed and b.affirmed and max(len(a.stems), len(b.stems)) <= LONGEST:
            sure = _sure(between, a, b)
            if sure and not _of_another(between, a, b):
                yield link(a, b, "contradicts", "numeric", RULE, sure)


_ONLY = re.compile(r"\b(?:only|just|no more than|nobody|no one)\b", re.IGNORECASE)


def count_others(a: Said, b: Said) -> bool:
    """Whether two sayings count different things, dead and hurt, and neither says that there were only these."""
    one, other = ({c.outcome.replace("treated", "hurt") for c in counts(s.claim.text)} for s in (a, b))
    return bool(one and other) and not one & other and not any(_ONLY.search(s.claim.text) for s in (a, b))


def _of_another(between: Between, a: Said, b: Said) -> bool:
    """Whether two counts are of another time, place or thing; a bare number leaves out of what it is."""
    both = all(counts(s.claim.text) for s in (a, b))
    places = scope(a) ^ scope(b) if both else scope(b) - scope(a)
    others = count_others(a, b) or of_others(a, b) or _of_other_things(a, b)
    return others or bool(places) or of_other_time(between, a, b)


def _sure(between: Between, a: Said, b: Said) -> float:
    if b.sentence - a.sentence <= FAR and disjoint(counts(a.claim.text), counts(b.claim.text)) and _same_thing(a, b):
        return 0.7
    if b.sentence - a.sentence <= 1 and (
        _alike_but_for(between.extraction, a, b) or (disjoint(*_sums(between, a, b)) and _same_thing(a, b))
    ):
        return 0.65
    if b.sentence - a.sentence > NEAR:
        return 0.0
    if _FAR_FROM.search(between.words(a, b)) and disjoint(*(_lows(counts(s.claim.text)) for s in (a, b))):
        return 0.75
    brief = max(len(s.words) for s in (a, b)) <= BRIEF
    if b.sentence - a.sentence <= 1 and ((brief and disjoint(*(_rates(s.claim.text) for s in (a, b)))) or _true(a, b)):
        return 0.65
    one, other = things(a.claim.text), things(b.claim.text)
    if disjoint(one, other) and between.contrast(a, b) + len(a.words & b.words - {c.outcome for c in one}) > 1:
        return 0.65
    bounded = any(c.low != c.high for c in (*one, *other))
    return 0.6 if b.sentence - a.sentence <= (1 if bounded else NEAR) and _elliptic(one, other) else 0.0


def _alike_but_for(extraction: Extraction, a: Said, b: Said) -> bool:
    """Whether two claims are the same but for one amount: "Tom is 45", "Tom is 47"; not "we sold 45", "we sold 47"."""
    one, other = amounts(a.claim.text), amounts(b.claim.text)
    if len(one) != 1 or len(other) != 1 or one[0].kind != other[0].kind or not ranges_apart(one[0], other[0]):
        return False
    rests = [stems(s.claim.text[: x.begin]) | stems(s.claim.text[x.end :]) for s, x in ((a, one[0]), (b, other[0]))]
    return rests[0] == rests[1] and bool(rests[0] - LIGHT) and not each_of_own(extraction, a, b)


_SOME = frozenset(
    stem(w) for w in ("children", "women", "men", "girls", "boys", "babies", "infants", "teenagers", "pensioners", "foreigners", "tourists")
)


def of_others(a: Said, b: Said) -> bool:
    """Whether the one counts no more than some of those whom the other counts, four children of 12 people, or sums of another currency."""
    found = [[x for x in amounts(s.claim.text) if x.kind != "percent"] for s in (a, b)]
    if any(some and all(x.part for x in some) for some in found):
        return True
    sums = [{x.kind for x in some if x.kind != "count"} for some in found]
    if all(sums) and not sums[0] & sums[1]:
        return True
    one, other = ([x for x in some if x.noun and not x.part] for some in found)
    if not one or not other or {x.noun for x in one} & {x.noun for x in other}:
        return False
    return min(one[0], other[0], key=lambda x: x.high).noun in _SOME


_COSTS = re.compile(r"\b(?P<thing>[a-z-]{3,})\s+(?:(?:would|will|had|has|could|was|were|is|are)\s+)?(?:\w+ly\s+)?cost(?:s|ing)?\b")


def _of_other_things(a: Said, b: Said) -> bool:
    """Whether two sums are what two things cost: the plant, and the road."""
    things = [m["thing"] for s in (a, b) if (m := _COSTS.search(s.claim.text)) and m["thing"] not in STOP]
    return len(things) == len((a, b)) and stem(things[0]) != stem(things[1])


_THEIRS = re.compile(r"\b(?:his|her|their|its)\b", re.IGNORECASE)
_FAR_FROM = re.compile(r"\b(?:much|far|considerably|significantly) (?:higher|lower|more|fewer|less|smaller|larger)\b", re.IGNORECASE)


def _rates(text: str) -> tuple[Count, ...]:
    """The sums of money a day, a week or a head that a claim names."""
    per = _RATE.search(text)
    return tuple(Count(per["per"].lower(), *range_of(m)) for m in COUNT.finditer(text, 0, per.start()) if m["money"]) if per else ()


def _true(a: Said, b: Said) -> bool:
    """Whether the second gives "the true figure" of what the first counts, each with one number alone."""
    numbers = [list(COUNT.finditer(s.claim.text)) for s in (a, b)]
    if not _TRUE.match(b.claim.text) or any(len(found) != 1 for found in numbers):
        return False
    one, other = (range_of(found[0]) for found in numbers)
    return bool(numbers[0][0]["money"]) == bool(numbers[1][0]["money"]) and (one[1] < other[0] or other[1] < one[0])


def _lows(found: tuple[Count, ...]) -> tuple[Count, ...]:
    """The same without their bounds: what "at least 20" is set against when somebody puts it much higher."""
    return tuple(Count(c.outcome, c.low or c.high, c.low or c.high) for c in found)


_LISTS = re.compile(r"\b(?:list|valu|put|peg|estimat|rank)\w*", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:as for|meanwhile)\b", re.IGNORECASE)
_IT_IS = re.compile(r"^(?:that\s+)?(?:it|they|he|she)\b.{0,14}[$€£¥₹][\d.,]+(?:\s+[mbt]\w*illion)?\W*$", re.IGNORECASE)


def _sums(between: Between, a: Said, b: Said) -> tuple[tuple[Count, ...], tuple[Count, ...]]:
    """The sums of money that two sayings put on one thing: "values it at $3 million", "it is $4 million" after a known worth or cost."""
    known = [c for s in (a, b) for c in counts(s.claim.text) if c.outcome in MONEY]
    text, out = between.extraction.article.text, []
    for s in (a, b):
        found = tuple(c for c in counts(s.claim.text) if c.outcome in MONEY)
        listed = any(_LISTS.search(text[x:y]) for x, y in s.attribution.cue)
        if not found and known and not _OTHER.search(between.words(a, b)) and (listed or _IT_IS.match(s.claim.text)):
            found = tuple(Count(known[0].outcome, *range_of(m)) for m in COUNT.finditer(s.claim.text) if m["money"])
        out.append(found)
    return out[0], out[1]


_TITLES = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."}
_PERSONS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "they": "they",
    "them": "they",
    "their": "they",
}


def _pronouns(text: str) -> frozenset[str]:
    return frozenset(_PERSONS[w] for w in text.lower().split() if w in _PERSONS)


def _same_thing(a: Said, b: Said) -> bool:
    """Whether two counts can be of one thing: they have a name in common, or one of them names nothing; and no "he" meets a "she"."""
    one, other = _pronouns(a.claim.text), _pronouns(b.claim.text)
    if one and other and not one & other:
        return False
    named_a, named_b = (a.stems & a.names) - _TITLES, (b.stems & b.names) - _TITLES
    if named_a and named_b:
        return bool(named_a & named_b)
    theirs = any(_THEIRS.search(s.claim.text) for s, named in ((a, named_a), (b, named_b)) if not named)
    return not (named_a or named_b) or (b.sentence - a.sentence <= 1 and not theirs)


def _elliptic(one: tuple[Count, ...], other: tuple[Count, ...]) -> bool:
    """Whether the later gives a bare number where the earlier counts one thing, or gives a bare number, too."""
    if len(one) != 1 or len(other) != 1 or other[0].outcome:
        return False
    return one[0].high < other[0].low or other[0].high < one[0].low
