"""What the rules share: sayings with their words and sides, and which two of them may be compared at all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kg.link.lexicon import pairs
from kg.model import Attribution, Basis, Claim, Entity, Extraction, Link, Relation, Span
from kg.reading.lexicon import table, words

STOP = words("stopwords")
_TOKEN = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
WITHIN = 200  # sayings that a saying is compared with: more than an ordinary article has
COMPARED = {"statement", "belief", "perception"}
_VERBS = {**dict(pairs("derived")), **dict(pairs("past")), **table("numbers")}
SUFFIXES = ("ations", "ation", "ments", "ment", "ingly", "ings", "ing", "edly", "ied", "ies", "ed", "es", "s", "e")


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A crude stem, alike for a word's common inflections, for a verb and the noun made of it, and for a number in words and in digits:
    "prosecute" and "prosecutions", "three" and "3"."""
    word = _unowning(word)
    word = _VERBS.get(word) or _VERBS.get(word.removesuffix("s"), word)
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)].rstrip("ie")
    return word


def _unowning(word: str) -> str:
    return re.sub(r"[’']s?$", "", word.lower())


def tokens(text: str) -> list[str]:
    """The words of a text in order, lowercased."""
    return [m.group().lower() for m in _TOKEN.finditer(text)]


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """Stems of the words of a text that carry meaning."""
    return frozenset(stem(t) for t in tokens(text) if t not in STOP and not re.search(r"n[’']t$", t))


def capitals(text: str) -> frozenset[str]:
    """Stems of the words of a text that are written with a capital."""
    return frozenset(stem(word) for word in _TOKEN.findall(text) if word[0].isupper())


@dataclass(frozen=True)
class Said:
    """One attribution with its claim and where it stands, as the rules see it.

    `names` are stems of the article's names; `houses` the first words of those of organizations and groups that speak: the harbour
    company and the harbour authority's press office are seldom two sides.
    `called` is the last word of the name by which the source calls the speaker, known or not; `members` who speak as one in it.
    """

    attribution: Attribution
    claim: Claim
    sentence: int
    names: frozenset[str] = field(default=frozenset(), repr=False)
    houses: frozenset[str] = field(default=frozenset(), repr=False)
    called: frozenset[str] = field(default=frozenset(), repr=False)
    members: frozenset[str] = field(default=frozenset(), repr=False)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the claim's words."""
        return stems(self.claim.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of the claim's words that are no names."""
        return self.stems - self.names

    @property
    def affirmed(self) -> bool:
        """Whether the speaker holds the claim's main clause to be so, without its negation."""
        return (self.claim.polarity == "positive") != (self.attribution.stance in {"denies", "disputes"})

    @cached_property
    def side(self) -> frozenset[str]:
        """Entity ids of who speaks, each of several who speak as one, and for whom."""
        return frozenset(parties(self.attribution)) | self.members

    @cached_property
    def told(self) -> Span:
        """From the first to the last character of what is said."""
        content = self.attribution.content
        return min((b for b, _ in content), default=0), max((e for _, e in content), default=0)

    @property
    def begin(self) -> int:
        """Where it begins in the text."""
        a = self.attribution
        return min(b for b, _ in (*a.source, *a.cue, *a.content))

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        a = self.attribution
        return max(e for _, e in (*a.source, *a.cue, *a.content))


def both_reject(a: Said, b: Said) -> bool:
    """Whether one denies what the other says is not so: "denied that a shell fell", "no shell fell"."""
    stands_against = {a.attribution.stance, b.attribution.stance} & {"denies", "disputes"}
    return bool(stands_against) and not a.affirmed and not b.affirmed


def parties(a: Attribution) -> Iterator[str]:
    """Entity ids of who speaks and for whom."""
    return (one for one in (a.speaker, a.on_behalf_of) if one)


def members_of(extraction: Extraction) -> dict[str, frozenset[str]]:
    """For each attribution's id the entity ids of those who speak as one in it."""
    groups = {e.id: frozenset(e.members) for e in extraction.entities if e.members}
    return {a.id: frozenset[str]().union(*(groups.get(one, ()) for one in parties(a))) for a in extraction.attributions}


def _first(a: Attribution) -> int:
    """Where its cue begins or, where people found none, what is said."""
    return next((begin for begin, _ in (*a.cue, *a.content)), 0)


def sentences_of(extraction: Extraction) -> dict[str, int]:
    """For each attribution's id the index of the sentence in which its cue begins."""
    begins = [s.begin for s in extraction.sentences]
    return {a.id: max(0, bisect_right(begins, _first(a)) - 1) for a in extraction.attributions}


def said(extraction: Extraction) -> list[Said]:
    """Attributions that have a claim of their own and state or believe something, in text order."""
    return [s for s in in_order(extraction) if s.attribution.kind in COMPARED and s.attribution.stance not in {"questions", "requests"}]


class Itself:
    """An extraction as a key that is equal to itself alone: hashing one goes through all that it holds."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction

    def __hash__(self) -> int:
        return id(self.extraction)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.extraction is other.extraction


def in_order(extraction: Extraction) -> list[Said]:
    """All attributions that have a claim of their own, plans and pleas too, in text order."""
    return list(_in_order(Itself(extraction)))


@lru_cache(maxsize=2)  # every rule asks for those of the article at hand
def _in_order(itself: Itself) -> tuple[Said, ...]:
    extraction = itself.extraction
    claims = {c.id: c for c in extraction.claims}
    sentences = sentences_of(extraction)
    names = _names(extraction)
    members = members_of(extraction)
    houses = {e.id: _house(e) for e in extraction.entities if e.type in {"Organization", "Group"} and not e.members}
    by_id = {e.id: e.name for e in extraction.entities}
    out = []
    for a in extraction.attributions:
        claim = claims.get(a.claim or "")
        if claim and claim.content == a.content:
            both = _NONE.union(*(houses.get(one, _NONE) for one in (*parties(a), *members[a.id])))
            source = by_id.get(a.speaker or "") or " ".join(extraction.article.text[b:e] for b, e in a.source)
            out.append(Said(a, claim, sentences[a.id], names, both, _called(source), members[a.id]))
    return tuple(sorted(out, key=lambda s: s.attribution.cue))


_NONE: frozenset[str] = frozenset()
_COMMON = words("organizations") | words("generic")


_CALLED = re.compile(
    r"(?:(?:the|mr|mrs|ms|dr)\.?\s+)?(?:[A-Z][\w.’'-]*\s+){0,3}?"
    r"(?P<last>[A-Z][\w-]{2,})(?:\s+(?:will|also|himself|herself))?",
    re.ASCII,
)


def _called(source: str) -> frozenset[str]:
    """The last word of a source that is a name and no more."""
    match = _CALLED.fullmatch(source.strip())
    return frozenset({stem(match["last"])}) if match else _NONE


def _house(entity: Entity) -> frozenset[str]:
    """The first word of an organization's name, when that is a name and no common word."""
    first = next((t for t in _TOKEN.findall(entity.name) if t.lower() not in STOP), "")
    house = _unowning(first)
    return frozenset({house}) if first[:1].isupper() and house not in _COMMON else _NONE


def _names(extraction: Extraction) -> frozenset[str]:
    """Stems of the words of names: of entities, and all that the text never writes without a capital."""
    found = set(_TOKEN.findall(extraction.article.text))
    plain = {w for w in found if w[0].islower()}
    capital = {w.lower() for w in found if w[0].isupper() and w.lower() not in plain}
    named = stems(" ".join(e.name for e in extraction.entities if any(m.kind == "name" for m in e.mentions)))
    return named | {stem(w) for w in capital if re.split("[’']", w, maxsplit=1)[0] not in STOP}


def opposed(extraction: Extraction) -> tuple[tuple[Said, Said], ...]:
    """Pairs of sayings by different sides, neither nested in the other, in text order."""
    return _opposed(Itself(extraction))


@lru_cache(maxsize=2)
def _opposed(itself: Itself) -> tuple[tuple[Said, Said], ...]:
    all_said = said(itself.extraction)
    return tuple((a, b) for i, a in enumerate(all_said) for b in all_said[i + 1 : i + 1 + WITHIN] if apart(a, b))


def apart(a: Said, b: Said) -> bool:
    """Whether two sayings come from different sides, one of them known, and neither passes the other on.

    A document or a nameless source is a side of its own; what nobody is said to have said is not.
    """
    if not (a.side and b.side) and (a.called & b.called or not (a.side or b.side)):
        return False
    told = (a.side or a.attribution.source) and (b.side or b.attribution.source)
    return bool(told) and a.side.isdisjoint(b.side) and a.houses.isdisjoint(b.houses) and not nested(a, b)


def nested(a: Said, b: Said) -> bool:
    """Whether one of two sayings stands within the other, or passes it on."""
    if b.attribution.id in (a.attribution.relays, a.attribution.id) or a.attribution.id == b.attribution.relays:
        return True
    return inside(a, b) or inside(b, a)


def inside(a: Said, b: Said) -> bool:
    """Whether one saying's cue stands in what the other says."""
    at, (begin, end) = a.attribution.cue[0][0], b.told
    return begin <= at < end and any(begin <= at < end for begin, end in b.attribution.content)


def link(a: Said, b: Said, relation: Relation, basis: Basis, rule: str, sure: float) -> Link:
    """A link from the first to the second in text order, as sure as the less sure of the two readings times `sure`."""
    a, b = sorted((a, b), key=lambda s: s.attribution.cue)
    score = round(min(a.attribution.score, b.attribution.score) * sure, 3)
    return Link(a.attribution.id, b.attribution.id, relation, basis, rule, score, tuple(sorted({a.sentence, b.sentence})))
