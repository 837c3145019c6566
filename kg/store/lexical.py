"""Statements as texts, graph by graph: half of what it costs to read them as terms, where datatypes and languages are of no interest.

The database looks up every term of every statement that it gives. Here it gives a row for each thing, and numbers in place of
properties, so that only values are looked up one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, TypeAlias

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from kg.rdf.write import Statement
from kg.store.graphs import statements
from kg.store.vocabulary import vocabulary

Thing: TypeAlias = tuple[str, list[tuple[str, str]]]
"""A thing's IRI, and property and value of each of its statements: IRIs without brackets, literals without quotes and datatypes."""
AT_ONCE: Final = 20
"""Graphs of a query: asking for each alone would cost a fifth more."""
_BETWEEN: Final = "\ufdd1"
"""What stands between the statements of a thing: no character of any text, by the words of the Unicode standard."""
_QUERY: Final = """
    SELECT ?g ?s (COUNT(*) AS ?count) (GROUP_CONCAT(CONCAT(STR(?number), " ", STR(?o)); separator="%s") AS ?told) WHERE {
      { SELECT ?g ?s ?p ?o WHERE { VALUES ?g { %s } GRAPH ?g { ?s ?p ?o } } }
      OPTIONAL { VALUES (?p ?number) { %s } }
    } GROUP BY ?g ?s
"""


def things(quads: Iterable[Quad]) -> list[Thing]:
    """Statements of one graph as texts."""
    return grouped((quad.subject, quad.predicate, quad.object) for quad in quads)  # type: ignore[misc]


def grouped(statements: Iterable[Statement]) -> list[Thing]:
    """The same of statements that do not tell their graph."""
    found: dict[str, list[tuple[str, str]]] = {}
    for subject, predicate, value in statements:
        found.setdefault(subject.value, []).append((predicate.value, value.value))
    return list(found.items())


def things_of(db: pyoxigraph.Store, graphs: Sequence[str]) -> list[tuple[str, list[Thing]]]:
    """Each of `graphs`, in that order, with its statements as texts, in no order."""
    found: dict[str, list[Thing]] = {graph: [] for graph in graphs}
    strange: set[str] = set()
    properties, numbers = _properties()
    names = " ".join(str(NamedNode(graph)) for graph in graphs)
    for graph, thing, count, told in db.query(_QUERY % (_BETWEEN, names, numbers)):  # type: ignore[union-attr]
        parts = [part.split(" ", 1) for part in told.value.split(_BETWEEN)] if told else []
        if len(parts) != int(count.value):
            strange.add(graph.value)
        elif graph.value not in strange:
            found[graph.value].append((thing.value, [(properties[number], value) for number, value in parts]))
    return [(graph, things(statements(db, NamedNode(graph))) if graph in strange else told) for graph, told in found.items()]


@cache
def _properties() -> tuple[dict[str, str], str]:
    """The properties of the ontology by their numbers, and both as rows of a query."""
    named = {str(number): one.value for number, one in enumerate(vocabulary().properties)}
    return named, " ".join(f"(<{iri}> {number})" for number, iri in named.items())
