"""A saying as it is compared across articles: its words, its sides by name, its day, and the names of its nodes in the graph."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kg.link.pairs import COMPARED, STOP, Said, capitals, said, stems
from kg.model import Attribution, Claim, Extraction
from kg.rdf.namekey import name_key
from kg.rdf.names import Names
from kg.rdf.write import node_names

NAMES = 8  # that an article has most, by which it is known what it is about
LONGEST = 60  # words of a claim that is compared: a long speech says many things


@dataclass(frozen=True)
class Told:
    """`nodes` are the IRIs of attribution, claim and the sentences it stands in; `sides` and `about` keys of names; `day` when it was said,
    else when the article came out; `around` keys of the names that its article has most, and `voices` the names of who speaks."""

    said: Said
    article: str
    nodes: tuple[str, str, tuple[str, ...]]
    sides: frozenset[str]
    about: frozenset[str]
    day: date | None
    around: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()

    @cached_property
    def speaks(self) -> frozenset[str]:
        """Stems of the words for who speaks."""
        return stems(" ".join(self.voices))

    @cached_property
    def shared_names(self) -> frozenset[str]:
        """Words of names in the claim, as far as they are written as such there, and the names it is about."""
        return (capitals(self.said.claim.text) & self.said.stems & self.said.names) | self.about


def told(extraction: Extraction, names: Names) -> Iterator[Told]:
    """The sayings of an article that can be compared with those of others."""
    nodes = node_names(extraction, names)
    keys = {e.id: name_key(e.name) for e in extraction.entities if e.name.lower() not in STOP and any(m.kind == "name" for m in e.mentions)}
    sentences = extraction.sentences
    around = _around(extraction, keys)
    called = {e.id: e.name for e in extraction.entities}
    for s in said(extraction):
        a, claim = s.attribution, s.claim
        if len(claim.text.split()) > LONGEST or a.kind not in COMPARED or claim.text.rstrip("”\"’' ").endswith("?"):
            continue
        spans = a.source + a.cue + a.content
        places = tuple(names.span("sen", (x.begin, x.end)).value for x in sentences if any(b < x.end and x.begin < e for b, e in spans))
        yield Told(
            said=s,
            article=names.article.value,
            nodes=(nodes[a.id].value, nodes[claim.id].value, places),
            sides=frozenset(keys[e] for e in s.side if e in keys),
            about=frozenset(keys[e] for e in claim.about if e in keys),
            day=a.said_from or extraction.article.published,
            around=around,
            voices=tuple(sorted({called[e] for e in s.side if e in called})),
        )


def _around(extraction: Extraction, keys: dict[str, str]) -> tuple[str, ...]:
    """The names that an article has most, without those of who brings it."""
    outlets = {name_key(name) for name in (extraction.article.publisher, extraction.article.agency) if name}
    often = Counter({keys[e.id]: len(e.mentions) for e in extraction.entities if e.id in keys and keys[e.id] not in outlets})
    return tuple(sorted(often, key=lambda name: (-often[name], name))[:NAMES])


def dump(t: Told) -> str:
    """As a line of JSON, from which `load` makes it again as far as it is compared."""
    a, c = t.said.attribution, t.said.claim
    kept = [a.stance, a.kind, a.certainty, a.score, c.text, c.polarity, sorted(t.said.names & t.said.stems), t.article, t.nodes]
    more = [t.day and t.day.isoformat(), t.around, t.voices]
    return json.dumps([*kept, sorted(t.sides), sorted(t.about), *more], ensure_ascii=False)


def load(line: str) -> Told:
    """What `dump` wrote."""
    stance, kind, certainty, score, text, polarity, names, article, nodes, sides, about, day, around, voices = json.loads(line)
    attribution = Attribution(nodes[0], (), ((0, 1),), ((0, 1),), "", score, nodes[1], stance=stance, kind=kind, certainty=certainty)
    made = Said(attribution, Claim(nodes[1], text, ((0, 1),), polarity), 0, frozenset(names))
    where = (nodes[0], nodes[1], tuple(nodes[2]))
    when = date.fromisoformat(day) if day else None
    return Told(made, article, where, frozenset(sides), frozenset(about), when, tuple(around), tuple(voices))
