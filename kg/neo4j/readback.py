"""From Neo4j back to statements: what `sync` wrote, and nothing that was derived from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import IO, Any, BinaryIO, Final, LiteralString, cast

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.errors import ServerError
from kg.neo4j.connection import Connection
from kg.neo4j.mapping import DERIVED, mapping
from kg.neo4j.statements import STATE
from kg.rdf import terms as t

_GRAPHS: Final[LiteralString] = "MATCH (g:Kg:Graph) RETURN g.iri AS graph ORDER BY graph"
_NODES: Final[LiteralString] = """
    UNWIND $graphs AS g
    MATCH (n:Kg {graph: g})
    RETURN g AS graph, n.iri AS iri, labels(n) AS labels, properties(n) AS properties
"""
_RELATIONSHIPS: Final[LiteralString] = """
    UNWIND $graphs AS g
    MATCH (n:Kg {graph: g})-[r]->(m)
    WHERE r.derived IS NULL
    RETURN g AS graph, n.iri AS begin, type(r) AS type, m.iri AS end
"""
_BATCH: Final = 50
"""Graphs asked for at once."""


def statements(server: Connection) -> Iterator[Quad]:
    """Every statement of the store that `server` mirrors, graph by graph."""
    for _, quads in of_graphs(server, [row["graph"] for row in server.read(_GRAPHS)]):
        yield from quads


def of_graphs(server: Connection, graphs: list[str]) -> Iterator[tuple[str, list[Quad]]]:
    """Each of `graphs` with its statements, in that order."""
    for first in range(0, len(graphs), _BATCH):
        yield from _some(server, graphs[first : first + _BATCH])


def dump(server: Connection, out: IO[bytes]) -> None:
    """Write `statements` to `out` as N-Quads, and go back to its beginning."""
    pyoxigraph.serialize(statements(server), cast("BinaryIO", out), RdfFormat.N_QUADS)
    out.seek(0)


def base_of(server: Connection) -> str:
    """The IRI under which the store that `server` mirrors mints its names. Raises `ServerError` when no store was synced to it."""
    for row in server.read(STATE):
        return str(row["base"])
    raise ServerError(f"{server.place}: no store was synced to this database: `kg sync` does it")


def _some(server: Connection, graphs: list[str]) -> Iterator[tuple[str, list[Quad]]]:
    found: dict[str, list[Quad]] = defaultdict(list)
    for row in server.read(_NODES, {"graphs": graphs}):
        found[row["graph"]] += _of_node(row)
    for row in server.read(_RELATIONSHIPS, {"graphs": graphs}):
        found[row["graph"]] += _of_relationship(row)
    return ((graph, found[graph]) for graph in graphs)


def _of_node(row: dict[str, Any]) -> Iterator[Quad]:
    """Labels and properties that are not the ontology's are somebody else's additions, and stay where they are."""
    subject, graph = NamedNode(row["iri"]), NamedNode(row["graph"])
    known = mapping()
    yield from (Quad(subject, t.TYPE, known.classes[label], graph) for label in row["labels"] if label in known.classes)
    for name, held in row["properties"].items():
        if name not in DERIVED and (field := known.fields_by_name.get(name)):
            yield from (Quad(subject, field.iri, field.read(_native(value)), graph) for value in _values(held))


def _of_relationship(row: dict[str, Any]) -> Iterator[Quad]:
    predicate = mapping().relationships_by_name.get(row["type"])
    if predicate is not None and row["end"] is not None:
        yield Quad(NamedNode(row["begin"]), predicate, NamedNode(row["end"]), NamedNode(row["graph"]))


def _values(held: object) -> Iterable[Any]:
    return held if isinstance(held, list) else [held]


def _native(value: Any) -> Any:  # noqa: ANN401
    """A value of the driver's own kind of date as Python's."""
    return value.to_native() if hasattr(value, "to_native") else value
