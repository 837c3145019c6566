"""Validation of a store against `ontology/shapes.ttl`, article by article, so that a large store need not fit in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat

from kg.errors import MissingExtra
from kg.rdf import terms as t
from kg.store.graphs import articles, graph_of, graphs_with, node_of, statements

if TYPE_CHECKING:
    import rdflib

_ARTICLES_AT_A_TIME = 20


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with which thing: `focus` is its IRI, `path` the property's, or "", `value` the value that is wrong, or "".

    `constraint` is the SHACL constraint that it breaks, such as `MinCount` or `Datatype`; `message` says it in a line.
    """

    focus: str
    path: str
    value: str
    constraint: str
    message: str


def validate(db: pyoxigraph.Store) -> list[Violation]:
    """Everything in `db` that the shapes forbid, sorted; raises `MissingExtra` when pySHACL is not installed."""
    try:
        import pyshacl
    except ImportError:
        raise MissingExtra("validate", "shacl") from None
    import rdflib

    shapes = rdflib.Graph().parse(data=files("kg.ontology").joinpath("shapes.ttl").read_bytes(), format="turtle")
    found: set[Violation] = set()
    for graphs in _portions(db):
        data = rdflib.Graph()
        for graph in sorted(graphs, key=lambda name: name.value):
            triples = (quad.triple for quad in statements(db, graph))
            data.parse(data=pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
        found.update(_violations(report))
    return sorted(found)


def _portions(db: pyoxigraph.Store) -> Iterator[set[NamedNode]]:
    portion: set[NamedNode] = set()
    seen: set[NamedNode] = set()
    for number, article in enumerate(sorted(articles(db), key=lambda one: one.value), 1):
        graph = graph_of(db, article)
        if graph is not None:
            portion.update(*(_with_far_ends(db, one) for one in graphs_with(db, article, graph, shared=True)))
        if number % _ARTICLES_AT_A_TIME == 0:
            seen |= portion
            yield portion
            portion = set()
    stray = {node_of(graph) for graph in db.named_graphs()} - seen - portion
    yield portion | stray


def _with_far_ends(db: pyoxigraph.Store, graph: NamedNode) -> set[NamedNode]:
    far = (t.FROM_ATTRIBUTION, t.TO_ATTRIBUTION, t.FROM_ARTICLE, t.TO_ARTICLE)
    ends = (quad.object for end in far for quad in db.quads_for_pattern(None, end, None, graph))
    homes = {quad.graph_name for end in ends for quad in db.quads_for_pattern(node_of(end), t.TYPE, None, None)}
    return {graph} | {node_of(home) for home in homes}


def _violations(report: rdflib.Graph | Any) -> Iterator[Violation]:  # noqa: ANN401
    from rdflib import RDF, SH

    for result in report.subjects(RDF.type, SH.ValidationResult):
        message = min((str(one) for one in report.objects(result, SH.resultMessage)), default="")
        focus, path, value = (report.value(result, one) for one in (SH.focusNode, SH.resultPath, SH.value))
        component = str(report.value(result, SH.sourceConstraintComponent)).rpartition("#")[2].removesuffix("ConstraintComponent")
        yield Violation(str(focus), str(path or ""), str(value) if value is not None else "", component, " ".join(message.split()))
