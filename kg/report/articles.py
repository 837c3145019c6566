"""One article of the store with what is said in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pyoxigraph import Literal, Quad

from kg.model import Attribution, Entity, Extraction, Span, Spans
from kg.rdf import named_from_quads
from kg.rdf import terms as t
from kg.report.material import Saying, Told
from kg.report.turtle import turtle
from kg.report.whole import Whole


def read_article(whole: Whole, article: str, chosen: set[str] | None, least: float) -> Told:
    """The article with that IRI; of its attributions those in `chosen`, by IRI, or (None) all that score `least` or more."""
    graph, run = whole.graphs[article]
    base, quads = whole.store.base, whole.store.statements(graph)
    context = next((quad.subject for quad in quads if quad.predicate == t.IS_STRING), None)
    told = named_from_quads([*(quads if context else _blank(quads)), *whole.run(run)])
    sayings = Sayings(told, base, article, whole.names, whole.tones).all()
    kept = tuple(s for s in sayings if _counts(s, least, chosen, base))
    title = told.article.headline or told.article.doc
    name = article.removeprefix(base)
    return Told(name, title, told, context is not None, kept, turtle(quads, base, name, kept), chosen is None)


def _counts(saying: Saying, least: float, chosen: set[str] | None, base: str) -> bool:
    return saying.attribution.score >= least if chosen is None else base + saying.id in chosen


def _blank(quads: list[Quad]) -> list[Quad]:
    """The statements with a text of spaces where the text was left out of what the store was filled from."""
    contexts = [quad.subject for quad in quads if quad.object == t.CONTEXT]
    ends = [quad for quad in quads if quad.subject in contexts and quad.predicate == t.END]
    return [*quads, *(Quad(q.subject, t.IS_STRING, Literal(" " * int(q.object.value)), q.graph_name) for q in ends)]  # type: ignore[union-attr]


class Sayings:
    """Makes the sayings of one article, in text order. The ids in `told` are IRIs under `base`."""

    def __init__(self, told: Extraction, base: str, article: str, names: dict[str, str], tones: dict[str, int]) -> None:
        self.told, self.base, self.article, self.names, self.tones = told, base, article, names, tones
        self.text = told.article.text
        self.entities: dict[str, Entity] = {entity.id: entity for entity in told.entities}
        self.claims = {claim.id: claim for claim in told.claims}

    def all(self) -> list[Saying]:
        """All of them."""
        ordered = sorted(self.told.attributions, key=lambda a: (_first(a), a.id))
        return [self._saying(a, number) for number, a in enumerate(ordered, 1)]

    def _saying(self, a: Attribution, number: int) -> Saying:
        claim = self.claims.get(a.claim or "")
        words = self._words(a.content)
        day, written = when(a, self.told.article.published)
        local: Callable[[str | None], str | None] = lambda iri: iri.removeprefix(self.base) if iri else None  # noqa: E731
        speaker = self._name(a.speaker)
        party = self.names.get(a.speaker or "", speaker)
        return Saying(
            id=a.id.removeprefix(self.base),
            number=number,
            tone=self.tones.get(party or "", 0),
            article=self.article.removeprefix(self.base),
            attribution=a,
            speaker=speaker,
            party=party,
            on_behalf_of=self._name(a.on_behalf_of),
            addressee=self._name(a.addressee),
            source=self._words(a.source),
            cue=self._words(a.cue),
            words=words,
            claim=claim.text if claim else words,
            claim_id=local(a.claim),
            polarity=claim.polarity if claim else None,
            about=tuple(sorted({self.entities[e].name for e in claim.about if e in self.entities})) if claim else (),
            day=day,
            date=written,
            within=self._within(a),
            disputes=local(a.disputes),
            relays=local(a.relays),
            unverified=claim.unverified if claim else None,
            members=self._members(a.speaker, party),
        )

    def _name(self, entity: str | None) -> str | None:
        return self.entities[entity].name if entity in self.entities and entity else None

    def _members(self, speaker: str | None, party: str | None) -> tuple[tuple[str, int], ...]:
        members = self.entities[speaker].members if speaker in self.entities and speaker else ()
        names = dict.fromkeys(self.names.get(one, self.entities[one].name) for one in members if one in self.entities)
        return tuple((name, self.tones.get(name, 0)) for name in names if name != party)

    def _words(self, spans: Spans) -> str:
        return " … ".join(self.text[begin:end].strip() for begin, end in spans)

    def _within(self, a: Attribution) -> Span | None:
        spans = a.source + a.cue + a.content
        held = [s for s in self.told.sentences if any(b < s.end and s.begin < e for b, e in spans)]
        return (held[0].begin, held[-1].end) if held else None


def _first(a: Attribution) -> int:
    return min((begin for begin, _ in a.source + a.cue + a.content), default=0)


def when(a: Attribution, published: date | None) -> tuple[date | None, str | None]:
    """The first day on which it can have been said, and how the days are written: as the named queries have it."""
    begin = a.said_from or a.said_to or published
    end = a.said_to or begin
    if begin is None or end is None:
        return None, None
    return begin, f"{begin}/{end}" if begin < end else begin.isoformat()
