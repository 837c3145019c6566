"""Who holds a place: two sides that each say it is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.link.pairs import Said, apart, said
from kg.model import Entity, Extraction, Link
from kg.reading.lexicon import words

RULE = "control/2"
_HOLDS = re.compile(
    r"\b(?:(?:captur|seiz)\w+\b(?!\s+(?:\d|an?\b|two|three|four|five|six|dozens|hundreds|some|several|weapons|men|soldiers|fighters))|"
    r"conquer\w+|overr[au]n\w*|retak\w+|retook|recaptur\w+|occup(?:y|ied|ies|ying)|liberat\w+|(?:took|taken?|takes|taking)\s+(?:over|control|possession|the\s+(?:town|city|village|area|base|district|hill|port))"
    r"|(?:full(?:y)?\s+|firm(?:ly)?\s+|complete(?:ly)?\s+|total(?:ly)?\s+)?(?:in|under)\s+(?:\w+\s+){0,3}control|(?:had|has|have|gain\w*|kept|keep\w*|retain\w*|maintain\w*|regain\w*|lost|secur\w+|hold\w*|held)\s+(?:\w+\s+)?control"
    r"|control(?:s|led|ling)?\b(?!\s+(?:measures|tower|room|system))|(?:still|fully|firmly|now|completely)\s+(?:hold|holds|held|holding|positioned|deployed|present|stationed|entrenched)|(?:hold|holds|held|holding)\s+(?:the\s+)?(?:town|city|village|area|base|district|hill|port|valley|province|airport|bridge|capital))",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:had|has|have|did|were|was|are|is)(?:\s+not|n[’']t)\s+(?:yet\s+)?(?:g[ai]ven?(?:\s+up)?|lost|los(?:e|ing)|surrender\w*|ceded?|abandon\w*|yield\w*|retreat\w*|withdrawn?|left)\b"
    r"|\bnever\s+(?:lost|surrendered|ceded|abandoned|left|withdrew|retreated)\b|\blost\s+no\s+(?:ground|positions?|territory)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:under|in|into)\s+(?:the\s+)?(?:(?:full|complete|total|firm)\s+)?(?:(?:control|hands)\s+of\s+)?(?:our|its|his|her|their)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:forces|troops|army|control|hands|fighters|men|soldiers|flag)\b"
    r"|\b(?:our|its|their) flag (?:is |was )?(?:fl(?:ies|ying|ew)|waves|waving)\b",
    re.IGNORECASE,
)
_SPOTS = {
    "summit",
    "ridge",
    "heights",
    "hilltop",
    "position",
    "positions",
    "crossroads",
    "junction",
    "outpost",
    "post",
    "trenches",
    "bridges",
    "bank",
    "banks",
}
_FALLS = re.compile(
    r"\b(?:f[ae]ll(?:en|s|ing)?|surrender\w*|handed(?:\s+over)?|ceded|lost|belongs?)\s+(?:completely\s+|entirely\s+)?"
    r"to\s+(?:the\s+)?(?P<who>[\w’' -]+)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"^(?:that\s+)?(?:(?:to\s+)?(?:have|be|still|fully|now)\b|to\b|(?:they|we|it|he|she|its|their|our|his|her)\b|control\b|captur|seiz|tak(?:en|ing))",
    re.IGNORECASE,
)
_STATE = re.compile(r"\b(?:government|army|armed forces|military|troops|general staff|ministry|police)\b", re.IGNORECASE)
_LAND = words("land")


@dataclass(frozen=True)
class Hold:
    """A claim that someone (entity ids) holds or has taken a place."""

    said: Said
    holder: frozenset[str]
    places: frozenset[str]


def find(extraction: Extraction) -> Iterator[Link]:
    """Each claim of control with the nearest claim by another side that another party holds the same place."""
    holds = [h for s in said(extraction) if (h := _hold(extraction, s))]
    seen: set[frozenset[str]] = set()
    for one in holds:
        rivals = [o for o in holds if apart(one.said, o.said) and not one.holder & o.holder and _same_place(one, o)]
        rivals = [o for o in rivals if not _one_state(extraction, one.said, o.said)]
        rival = min(rivals, key=lambda o: (abs(o.said.sentence - one.said.sentence), o.said.attribution.cue), default=None)
        pair = frozenset((one.said.attribution.id, rival.said.attribution.id)) if rival else frozenset()
        if rival and pair not in seen:
            seen.add(pair)
            yield _link(*sorted((one.said, rival.said), key=lambda s: s.attribution.cue[0][0]))


def _one_state(extraction: Extraction, a: Said, b: Said) -> bool:
    """Whether both speak for the forces of one state: "government forces" and "the Selmish army" in Selm."""
    names = [" ".join(e.name for e in extraction.entities if e.id in s.side) for s in (a, b)]
    if not all(_STATE.search(name) for name in names):
        return False
    one, other = map(_lands, names)
    return not one or not other or bool(one & other)


def of_one_state(one: str, other: str) -> bool:
    """Whether two names are of forces or bodies of one state, which both name: "Karsian army", "government of Karsia"."""
    return bool(_STATE.search(one) and _STATE.search(other) and _lands(one) & _lands(other))


def _lands(name: str) -> set[str]:
    return {w[:5] for w in re.findall(r"\b[A-Z]\w{4,}", name) if not _STATE.match(w)}


def _link(a: Said, b: Said) -> Link:
    close = 0.8 if b.sentence - a.sentence <= 1 else 0.65
    score = round(min(a.attribution.score, b.attribution.score) * close, 3)
    return Link(a.attribution.id, b.attribution.id, "contradicts", "state", RULE, score, tuple(sorted({a.sentence, b.sentence})))


def _hold(extraction: Extraction, s: Said) -> Hold | None:
    text = s.claim.text
    falls = _FALLS.search(text)
    keeps = _KEEPS.search(text) and s.attribution.stance == "asserts"
    ours = _OURS.search(text)
    if not keeps and (not s.affirmed or not (falls or ours or _HOLDS.search(text))):
        return None
    named = [e for e in extraction.entities if e.id in s.claim.about]
    places = frozenset(w for e in named if e.type == "Place" for w in _key(e.name)) | {
        w for w in re.findall(r"[a-z]+", text.lower()) if w in _LAND or w in _SPOTS
    }
    if keeps and not places:
        return None
    holder = _named(falls["who"], named, s) if falls else s.side if ours or _OWN.match(text) else _subject(text, named)
    return Hold(s, holder, places) if holder else None


def _named(who: str, named: list[Entity], s: Said) -> frozenset[str]:
    """Whom the words after "fell to" name; the speaker's own side when it is not another entity's name."""
    words = _key(who)
    other = frozenset(e.id for e in named if e.type in {"Organization", "Group", "Person"} and words & _key(e.name))
    return other or s.side


def _subject(text: str, named: list[Entity]) -> frozenset[str]:
    low = text.lower()
    first = min(((low.find(e.name.lower()), e.id) for e in named if e.type != "Place" and e.name.lower() in low[:60]), default=None)
    return frozenset({first[1]}) if first else frozenset()


def _key(name: str) -> frozenset[str]:
    return frozenset(
        w
        for w in re.findall(r"\w{3,}", name.lower())
        if w not in {"the", "and", "valley", "province", "city", "district", "town", "region", "north", "south", "east", "west"}
    )


def _same_place(a: Hold, b: Hold) -> bool:
    """The same name, or a place word beside a name or another place word, unless both name different places."""
    named_a, named_b = (h.places - _LAND - _SPOTS for h in (a, b))
    if named_a and named_b:
        return bool(named_a & named_b)
    return bool(a.places and b.places) or bool(abs(a.said.sentence - b.said.sentence) <= 1 and (a.places or b.places))
