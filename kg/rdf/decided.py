"""Decisions of people in RDF, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple
from typing import Any, Final

from pyoxigraph import NamedNode, Quad

from kg.errors import InputError
from kg.model import Spans
from kg.rdf import columns
from kg.rdf import terms as t
from kg.rdf.lists import VALUES
from kg.rdf.names import digest
from kg.rdf.offsets import read_spans, write_spans
from kg.review.decision import Decision, Place, Speaker

_PLACE: Final = (t.TEXT_SHA256, t.SOURCE_SPANS, t.CUE_SPANS, t.CONTENT_SPANS)
_OTHER: Final = (t.OTHER_TEXT_SHA256, t.OTHER_SOURCE_SPANS, t.OTHER_CUE_SPANS, t.OTHER_CONTENT_SPANS)
_NEW: Final = {"source": t.NEW_SOURCE_SPANS, "cue": t.NEW_CUE_SPANS, "content": t.NEW_CONTENT_SPANS}
_PARTIES: Final = {
    "speaker": (t.NEW_SPEAKER, t.NEW_SPEAKER_TYPE, t.NEW_SPEAKER_SPAN),
    "on_behalf_of": (t.NEW_ON_BEHALF_OF, t.NEW_ON_BEHALF_OF_TYPE, t.NEW_ON_BEHALF_OF_SPAN),
}
_TEXTS: Final = {"relation": t.OF_RELATION, "key": t.OF_DOCUMENT, "reason": t.REASON, "by": t.BY}


def decisions_graph(base: str) -> NamedNode:
    """The graph of all decisions."""
    return NamedNode(f"{base}g_{digest('decisions')}")


def decision_node(base: str, decision: Decision) -> NamedNode:
    """The name of a decision: a hash of what it says; one that says nothing of `on_behalf_of` is called as before there was that."""
    told = astuple(decision)
    return NamedNode(f"{base}dec_{digest(told[:-1] if decision.on_behalf_of is None else told)}")


def decision_quads(base: str, decision: Decision) -> list[Quad]:
    """The quads of a decision; raises `InputError` for what is no text."""
    node, graph = decision_node(base, decision), decisions_graph(base)
    found = [(t.TYPE, t.DECISION), (t.IN_GRAPH, graph), (t.VERDICT, columns.write(decision.verdict, "verdict"))]
    found += _place(_PLACE, decision.place) + (_place(_OTHER, decision.other) if decision.other else [])
    spans = ((predicate, getattr(decision, part)) for part, predicate in _NEW.items())
    found += [(predicate, columns.text(write_spans(one))) for predicate, one in spans if one is not None]
    for part, terms in _PARTIES.items():
        found += _party(terms, getattr(decision, part))
    texts = ((predicate, getattr(decision, name)) for name, predicate in _TEXTS.items())
    found += [(predicate, columns.text(value)) for predicate, value in texts if value is not None]
    return [Quad(node, predicate, value, graph) for predicate, value in found]


def _party(terms: tuple[NamedNode, ...], party: Speaker | None) -> list[tuple[NamedNode, Any]]:
    if party is None:
        return []
    where = (columns.text(party.type), columns.text(write_spans((party.mention,)))) if party.mention else ()
    return list(zip(terms, (columns.text(party.name), *where), strict=False))


def _place(terms: tuple[NamedNode, ...], place: Place) -> list[tuple[NamedNode, Any]]:
    spans = zip(terms[1:], (place.source, place.cue, place.content), strict=True)
    return [(terms[0], columns.text(place.text)), *((term, columns.text(write_spans(one))) for term, one in spans if one)]


def read_decisions(quads: Iterable[Quad]) -> dict[str, Decision]:
    """The decisions in some quads, by IRI; raises `InputError` for one that is not whole."""
    nodes: dict[str, dict[NamedNode, columns.Term]] = defaultdict(dict)
    for quad in quads:
        nodes[quad.subject.value][quad.predicate] = quad.object  # type: ignore[union-attr]
    try:
        return {iri: _read(node) for iri, node in sorted(nodes.items()) if node.get(t.TYPE) == t.DECISION}
    except (KeyError, ValueError, IndexError) as error:
        raise InputError(f"this is no decision: {error!r} is missing or off") from error


def _read(node: dict[NamedNode, columns.Term]) -> Decision:
    texts = {term: columns.literal(value) for term, value in node.items() if not isinstance(value, NamedNode)}
    new: dict[str, Any] = {part: read_spans(texts[term]) for part, term in _NEW.items() if term in texts}
    new |= {part: _read_party(terms, texts) for part, terms in _PARTIES.items() if terms[0] in texts}
    return Decision(
        verdict=VALUES["verdict"][node[t.VERDICT]],  # type: ignore[index, arg-type]
        place=_read_place(_PLACE, texts),
        other=_read_place(_OTHER, texts) if t.OTHER_TEXT_SHA256 in texts else None,
        **new,
        **{name: texts.get(term) for name, term in _TEXTS.items()},  # type: ignore[arg-type]
    )


def _read_place(terms: tuple[NamedNode, ...], texts: dict[NamedNode, str]) -> Place:
    spans: list[Spans] = [read_spans(texts.get(term, "")) for term in terms[1:]]
    return Place(texts[terms[0]], *spans)


def _read_party(terms: tuple[NamedNode, ...], texts: dict[NamedNode, str]) -> Speaker:
    name, kind, span = terms
    mention = read_spans(texts.get(span, ""))
    return Speaker(texts[name], texts.get(kind, "Person"), mention[0] if mention else None)  # type: ignore[arg-type]
