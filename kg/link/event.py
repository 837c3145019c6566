"""Sayings of two articles about one event, which exclude each other though they share few words: how many died, who holds a place, a
figure that the one calls wrong, what the one says there was of "the captain" and the other says there was not."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Final

from kg.link.amounts import ABOUT, AT_LEAST, AT_MOST, OVER, UNDER, Amount, amounts
from kg.link.counting import Count, counts, disjoint, named
from kg.link.excluding import rest, shared
from kg.link.mood import same_mood
from kg.link.negation import LIGHT
from kg.link.numeric import count_others, of_others
from kg.link.pairs import capitals, stem, stems
from kg.link.possession import Possession, excludes, possession
from kg.link.slots import CALENDAR
from kg.link.told import Told

NEAR: Final = timedelta(days=3)
"""Claims of one event are told within these days."""
COMMON = 2  # names that two articles of one event share, one of them in full
LONGEST = 20  # words of a claim that counts: a longer one says many things
LEAST = 10  # a smaller number tells no figure from another
BOUNDS: Final = stems(" ".join((*OVER, *AT_LEAST, *UNDER, *AT_MOST, *ABOUT)))
OUTCOMES: Final = frozenset({"dead", "hurt", "missing", "displaced", "held"})
_WRONG = re.compile(
    r"\b(?:figures?|numbers?|tolls?|totals?|counts?|estimates?|sum)\s+of\s+(?P<what>\S.{0,40}?)\s+(?:is|was|are|were|had\s+been)\s+"
    r"(?:\w+ly\s+|simply\s+|just\s+)?(?:wrong|false|incorrect|inaccurate|inflated|exaggerated|untrue|mistaken|not\s+(?:true|correct|right|accurate))\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:\w+|\d+) (?:others?|more)\b|\b(?:another|further|additional|one of|among)\b", re.IGNORECASE)
_ANY = re.compile(
    r"\b(?:an?|another|new|several|separate)\s+(?!total\b|toll\b|day\b|week\b)[a-z]|\b(?:attack|strike|raid|clash(?:e)?|bombing|bombardment|shooting|fight|protest|battle)s\b"
    r"|\b(?:fighting|shelling|violence|unrest)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:airports?|airfield|stations?|port|harbou?r|bridges?|base|suburbs?|outskirts|district|neighbou?rhoods?|quarter|parts?|half|centre|center"
    r"|north\w*|south\w*|east\w*|west\w*|most|much|edges?|villages?|positions?|roads?|border|only)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?P<before>\W*(?:that\s+)?)(?:(?:I|we|it|they|he|she)\s+|to\s+(?=have\b)|(?:our|its|their|his|her)\s+(?=\w))", re.IGNORECASE
)
_UNDER_OUR = re.compile(r"\b(?:our|its|their)(?=\s+(?:\w+\s+)?(?:control|hands)\b)", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:if|would|will|could|may|might|should|must|until|unless)\b", re.IGNORECASE)
_REST = re.compile(r"(?:[,;]|\s…)\s")
_DATELINE = re.compile(r"^[A-Z][A-Z .’'-]+\s[—–-]+\s")
_COMPARED = re.compile(r",\s+(?:(?:far|many)\s+)?(?:more|fewer|less|higher|lower|up|down)\b.*$", re.IGNORECASE)


def is_one(a: Told, b: Told) -> bool:
    """Whether two articles tell of one event, as far as names and days tell: with none of the days known, it is left open."""
    if a.day and b.day and abs(a.day - b.day) > NEAR:
        return False
    common = frozenset(a.around) & frozenset(b.around)
    last = {name.split()[-1] for name in a.around} & {name.split()[-1] for name in b.around}
    return any(" " in name for name in common) and len(last) >= COMMON


def of_one_speaker(a: Told, b: Told) -> bool:
    """Whether one speaks in both of two articles of one event, called in one by fewer of their names."""
    return bool(a.speaks and b.speaks) and (a.speaks <= b.speaks or b.speaks <= a.speaks) and is_one(a, b)


def anchored(a: Told, b: Told) -> tuple[Told, Told]:
    """Two sayings of one event as being about what both their articles name."""
    common = frozenset(a.around) & frozenset(b.around)
    return replace(a, about=a.about | common), replace(b, about=b.about | common)


def tolls(a: Told, b: Told) -> bool:
    """Whether two claims count the dead, or the missing, of one thing in ranges that do not meet, the later no higher than the earlier."""
    one, other = (tolled(t.said.claim.text) for t in (a, b))
    if not disjoint(one, other) or not (a.said.affirmed and b.said.affirmed) or count_others(a.said, b.said) or of_others(a.said, b.said):
        return False
    texts = [_COMPARED.sub("", t.said.claim.text) for t in (a, b)]
    if any(_BESIDE.search(text) or _OPEN.search(text) or len(text.split()) > LONGEST for text in texts):
        return False
    if not _one_thing(a, b, {c.outcome for c in one} & {c.outcome for c in other}):
        return False
    if not a.day or not b.day or a.day == b.day:
        return True
    (first, last) = (one, other) if a.day < b.day else (other, one)
    return all(y.high < x.low for x in first for y in last if x.outcome == y.outcome)


def any_such(a: Told, b: Told) -> bool:
    """Whether one counts the dead of "an attack" or of "strikes", of which there may be others, or names nothing itself."""
    return any(_ANY.search(_COMPARED.sub("", t.said.claim.text)) or not _names(t) for t in (a, b))


def _names(t: Told) -> frozenset[str]:
    return (capitals(t.said.claim.text) & t.said.stems & t.said.names) - CALENDAR


def tolled(text: str) -> tuple[Count, ...]:
    """What a text counts of which an event has one number."""
    return tuple(c for c in counts(_COMPARED.sub("", text)) if c.outcome in OUTCOMES)


def _one_thing(a: Told, b: Told, outcomes: set[str]) -> bool:
    """Whether two counts are of one thing: they name the same, neither names what the other leaves out for another name, and something
    else is the same, too."""
    one, other = (frozenset(t.shared_names) for t in (a, b))
    mine, theirs = ({x for x in names if not x[0].isdigit()} for names in (one, other))
    if mine & theirs <= CALENDAR or not _fits(mine, theirs):
        return False
    texts = [" ".join(named(t.said.claim.text, outcome) for outcome in outcomes) for t in (a, b)]
    words = [{w for w in stems(text) - LIGHT - BOUNDS if not w[0].isdigit()} for text in texts]
    if not (_names(a) and _names(b)):
        full = [name for name in frozenset(a.around) & frozenset(b.around) if " " in name]
        return len(full) >= COMMON and all(_names(t) or some <= other for t, some, other in zip((a, b), words, words[::-1], strict=True))
    more = words[0] & words[1]
    proper = {stem(part) for name in mine & theirs for part in name.split()}
    return len(proper - CALENDAR) >= COMMON or bool(more - proper)


def _fits(mine: set[str], theirs: set[str]) -> bool:
    """Whether the one names nothing that the other puts another name for."""
    one, other = ({stem(part) for name in names for part in name.split()} for names in (mine, theirs))
    return one <= other or other <= one


def holders(a: Told, b: Told) -> bool:
    """Whether two claims give one place to two sides."""
    one, other = hold(a), hold(b)
    parts = [{stem(part.lower()) for part in _PART.findall(t.said.claim.text)} for t in (a, b)]
    if one is None or other is None or parts[0] != parts[1] or a.speaks & b.speaks or not a.shared_names & b.shared_names:
        return False
    if not same_mood(a.said.claim.text, b.said.claim.text, one.place & other.place):
        return False
    apart = all(excludes(x, y, " ".join(t.voices)) is True for x, y, t in ((one, other, b), (other, one, a)))
    return apart and bool(one.place & other.place & _stems(a.shared_names & b.shared_names))


def hold(t: Told) -> Possession | None:
    """Who has which place by a claim, "we" and "our fighters" being those of the speaker."""
    text = _REST.split(_DATELINE.sub("", t.said.claim.text))[0]
    if t.said.attribution.stance != "asserts" or _OPEN.search(text) or text.count(" ") > LONGEST:
        return None
    who = " ".join(t.voices)
    text = _OWN.sub(lambda m: f"{m['before']}{who} ", _UNDER_OUR.sub(who, text), count=1) if who else text
    return possession(text)


def _stems(names: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(part) for name in names for part in name.split())


def figures(a: Told, b: Told) -> bool:
    """Whether one says of the very figure that the other gives that it is not so."""
    return _sets_aside(a, b) or _sets_aside(b, a)


def _sets_aside(no: Told, yes: Told) -> bool:
    if yes.said.attribution.stance in {"denies", "disputes"} or not yes.said.affirmed or aside(yes.said.claim.text):
        return False
    text = no.said.claim.text
    given = [x for x in amounts(rest(yes.said.claim.text)) if not x.part]
    same = any(_same(x, y) for x in aside(text) for y in given)
    return same and (bool(_WRONG.search(text)) or len(shared(rest(text), yes.said.claim.text) - LIGHT) >= COMMON)


def _same(one: Amount, other: Amount) -> bool:
    return one.low == one.high == other.low or one.low == other.low == other.high


def aside(text: str) -> tuple[Amount, ...]:
    """The figures that a claim says are not so: "not 2.3 billion", "the figure of 31 is wrong"."""
    if wrong := _WRONG.search(text):
        return tuple(x for x in amounts(wrong["what"]) if x.low >= LEAST)
    kept = {(x.low, x.high) for x in amounts(rest(text))}
    return tuple(x for x in amounts(text) if (x.low, x.high) not in kept and x.low >= LEAST) if rest(text) != text else ()
