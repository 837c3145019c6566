"""What is found between two articles → RDF: links between claims, mentions that are one entity, texts that are copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.rdf import columns
from kg.rdf import terms as t
from kg.rdf.columns import score, text
from kg.rdf.names import digest

LINKER = "linker/5"


@dataclass(frozen=True, slots=True)
class FarLink:
    """A link between sayings of two articles; each end is attribution, claim and sentences, by IRI."""

    a: tuple[str, str, tuple[str, ...]]
    b: tuple[str, str, tuple[str, ...]]
    relation: str
    basis: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Merge:
    """That the mentions `a` and `b` of two articles are one entity, and why."""

    a: str
    b: str
    rule: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """That two articles are mostly one text."""

    a: str
    b: str
    rule: str
    score: float


def pair_graph(base: str, one: str, other: str, merges: tuple[str, ...] = ()) -> NamedNode:
    """The graph of what is found between the articles whose graphs are `one` and `other`; of `merges`, by mention, one of their own."""
    return NamedNode(f"{base}g_{digest('pair', *sorted((one, other)), LINKER, *merges)}")


def pair_quads(base: str, graph: NamedNode, found: Iterable[FarLink | Merge | Copy]) -> list[Quad]:
    """The quads of one pair of articles, in an order of their own."""
    quads: list[Quad] = []
    for one in found:
        make = _link if isinstance(one, FarLink) else _merge if isinstance(one, Merge) else _copy
        quads += (Quad(s, p, o, graph) for s, p, o in make(base, one))  # type: ignore[arg-type]
        quads.append(Quad(quads[-1].subject, t.IN_GRAPH, graph, graph))
    return sorted(set(quads), key=str)


_Triples = Iterator[tuple[NamedNode, NamedNode, columns.Term]]


def _link(base: str, link: FarLink) -> _Triples:
    node = NamedNode(f"{base}lnk_{digest(link.a[0], link.b[0], link.relation, link.basis, link.rule, link.score)}")
    yield node, t.TYPE, t.LINK
    yield node, t.FROM, NamedNode(link.a[1])
    yield node, t.TO, NamedNode(link.b[1])
    yield node, t.FROM_ATTRIBUTION, NamedNode(link.a[0])
    yield node, t.TO_ATTRIBUTION, NamedNode(link.b[0])
    for column in columns.LINK:
        yield node, column.property, columns.write(getattr(link, column.field), column.holds)
    for sentence in (*link.a[2], *link.b[2]):
        yield node, t.EVIDENCE, NamedNode(sentence)


def _merge(base: str, merge: Merge) -> _Triples:
    node = NamedNode(f"{base}mrg_{digest(merge.a, merge.b, merge.rule)}")
    yield node, t.TYPE, t.MERGE
    yield node, t.FROM_MENTION, NamedNode(merge.a)
    yield node, t.TO_MENTION, NamedNode(merge.b)
    yield node, t.RULE, text(merge.rule)
    yield node, t.SCORE, score(merge.score)
    yield node, t.REASON, text(merge.reason)


def _copy(base: str, copy: Copy) -> _Triples:
    node = NamedNode(f"{base}cpy_{digest(copy.a, copy.b, copy.rule)}")
    yield node, t.TYPE, t.COPY
    yield node, t.FROM_ARTICLE, NamedNode(copy.a)
    yield node, t.TO_ARTICLE, NamedNode(copy.b)
    yield node, t.RULE, text(copy.rule)
    yield node, t.SCORE, score(copy.score)
