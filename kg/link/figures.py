"""A figure put on what was just counted: "the union put the number at 1,200", "the toll was 80", "it was a quarter at most"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.link.amounts import Amount, amounts, apart
from kg.link.contrast import Between
from kg.link.counting import counts
from kg.link.negation import LIGHT
from kg.link.occasion import of_other_time, scope
from kg.link.pairs import Said, link, said, stems
from kg.link.pairs import apart as of_two_sides
from kg.model import Extraction, Link

RULE = "figures/2"
COUNTS = {"asserts", "confirms"}
SHORT = 4  # words of a saying that leaves out what it counts
NEAR = 2  # sentences back to what was counted
BEFORE = 6  # sayings
FAR, TOLLS = 12, 20  # sentences and sayings back to the dead of whom "the toll" is told
_MONEY = r"cost|bill|price|price\stag|damages?|losses|loss|value|sum|budget|debt|revenues?|savings|spending|fine|payment|ransom"
_CROWD = r"turnout|crowd|attendance|participation"
_TOLL = r"(?:death\s)?toll|dead|deaths"
_ANY = r"numbers?|figures?|total|count|tally|size|scale|estimate|proportion|share|rate|amount|quantity|margin|majority"
_PUT = (
    r"(?:at|was|is|were|are|as|to\sbe|(?:had|has)\s(?:been|reached|exceeded)|(?:stood|stands|ran|runs)\sat|c[ao]mes?\sto|(?:w|c)ould\sbe"
    r"|reached|totall?ed|did)"
)
_RELATIVE = re.compile(
    r"\b(?:a\s(?:\w+\s)?fraction\sof|half|an?\s(?:third|quarter|fifth|tenth)\sof|twice|double|triple|\w+\stimes)\sthat\b(?!\s(?!figure|number|amount|sum|many)\w)"
    rf"|^\W*(?:that\s)?(?:the|its|their)\s(?:\w+\s)?(?:{_ANY}|{_TOLL}|{_MONEY}|{_CROWD})\s(?:was|is|were|had\sbeen)\s"
    r"(?:far|much|considerably|significantly|substantially)\s(?:higher|lower|smaller|larger|bigger|greater)\W*$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"""^\W*(?:that\s+)?(?:(?:the|its|their|his|her|our|an?)\s+)?(?:(?:real|true|actual|correct|final|official|own|overall|total|eventual|likely)\s+){{0,2}}
    (?P<head>{_TOLL}|{_CROWD}|{_MONEY}|{_ANY})(?:\s+(?:of|for|from)\s+(?P<of>(?:[\w’'-]+\s+){{1,5}}?))?\s*(?:at|{_PUT})\s+(?P<rest>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_IT = re.compile(
    r"^\W*(?:that\s+)?(?:it\s+at|(?:it|this|that|there|they)(?:[’']s|\s+(?:had\s+been|has\s+been|have\s+been|was|were|is|are|would\s+be|numbered|came\s+to|cost|costs)))\s+(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_WORDS = re.compile(r"[^\W\d]{3}")
_DONE_SO = re.compile(r"\b(?:done|did|do)\s+so\b", re.IGNORECASE)
_OUTCOMES = {"toll": {"dead"}, "death toll": {"dead"}, "dead": {"dead"}, "deaths": {"dead"}}
_PEOPLE = stems("people voters protesters demonstrators marchers supporters fans workers members residents turnout crowd")
_YEAR = re.compile(r"\bin ((?:19|20)\d\d)\b")
_OPEN = re.compile(
    r"\b(?:if|unless|whether|should|could|(?-i:may)|might|must|expect\w*|will|target|goal|aim\w*|forecast\w*|limit|capacity)\b",
    re.IGNORECASE,
)


def find(extraction: Extraction) -> Iterator[Link]:
    """Such a figure with the last saying of another side that counted the same, when both cannot be."""
    between, every = Between.of(extraction), said(extraction)
    for i, b in enumerate(every):
        figure = put(b)
        bare = figure or _left_out(b)
        for a in _counting(every, i, b, figure) if bare else ():
            counted = _counted(a, b, bare) if bare and (figure or (a.words & b.words) - LIGHT) else None
            if bare and counted and of_two_sides(a, b) and apart(counted, bare) and not _other_case(between, a, b):
                yield link(a, b, "contradicts", "numeric", RULE, 0.85 if figure else 0.7)
            if counted and put(a) is None:
                break
        if i and _RELATIVE.search(b.claim.text) and b.attribution.stance in COUNTS and _before(every[i - 1], b):
            yield link(every[i - 1], b, "contradicts", "numeric", RULE, 0.65)


def _counting(every: list[Said], at: int, b: Said, figure: Amount | None) -> Iterator[Said]:
    """The sayings before one that a figure in it can be of, the last first."""
    head = _HEAD.match(b.claim.text) if figure else None
    toll = bool(head and head["head"].lower() in _OUTCOMES)
    reach = FAR if toll else NEAR if head else 1
    for a in reversed(every[max(0, at - (TOLLS if toll else BEFORE)) : at]):
        if b.sentence - a.sentence <= reach:
            yield a
        reach = max(reach, NEAR) if reach >= NEAR or put(a) else 1


def _before(a: Said, b: Said) -> bool:
    """Whether the saying before is of another side, near, and counts something."""
    return b.sentence - a.sentence <= 1 and of_two_sides(a, b) and any(not x.part for x in amounts(a.claim.text))


def _left_out(b: Said) -> Amount | None:
    """The figure at the end of a short saying that leaves out of what it is: "officers had fired three"."""
    found = amounts(b.claim.text)
    short = (
        len(found) == 1
        and found[0].kind == "count"
        and found[0].bare
        and not b.claim.text[found[0].end :].strip(' .”"')
        and len(b.words) <= SHORT
    )
    return found[0] if short and b.attribution.stance in COUNTS else None


def put(s: Said) -> Amount | None:
    """The one figure that a saying puts on something counted before it."""
    text = s.claim.text
    found = [x for x in amounts(text) if not x.part]
    if not found or s.attribution.stance not in COUNTS:
        return None
    first, head = found[0], _HEAD.match(text) or _IT.match(text)
    if head and 0 <= first.begin - head.start("rest") <= 12 and (first.bare or head.re is _HEAD):
        return first
    if first.bare and (_DONE_SO.search(text) or (first.begin <= 1 and not text[first.end :].strip(' .”"'))):
        return first
    return None


def _counted(a: Said, b: Said, figure: Amount) -> Amount | None:
    """What a saying counts that a later one's figure can be of: of the kind that its head names, of what it is said to be of."""
    if a.attribution.stance not in COUNTS:
        return None
    found = [x for x in amounts(a.claim.text) if not x.part and x.kind == figure.kind] if _WORDS.search(a.claim.text) else []
    head = _HEAD.match(b.claim.text)
    if not found or (head and not _fits(a, head["head"].lower(), head["of"] or "", figure)):
        return None
    return found[0]


def _fits(a: Said, head: str, of: str, figure: Amount) -> bool:
    """Whether what a saying counts can be called so."""
    outcomes = {c.outcome for c in counts(a.claim.text)}
    if head in _OUTCOMES:
        return bool(_OUTCOMES[head] & outcomes)
    if of and not (stems(of) - LIGHT) & a.stems and not {c.outcome for c in counts(f"{of} {figure.high:.0f}")} & outcomes:
        return False
    if re.fullmatch(_CROWD, head):
        return bool(a.stems & _PEOPLE)
    return figure.kind not in {"count", "percent"} if re.fullmatch(_MONEY, head) else True


def _other_case(between: Between, a: Said, b: Said) -> bool:
    """Whether one of two counts is of another time or place, or of a plan. The later may leave out what the earlier says it is of."""
    told = bool(_OPEN.search(a.claim.text) or _OPEN.search(b.claim.text))
    years = {frozenset(_YEAR.findall(s.claim.text)) for s in (a, b)}
    return told or len(years) > 1 or bool(scope(b) - scope(a)) or of_other_time(between, a, b)
