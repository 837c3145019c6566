"""What of a graph is to be written anew when a database holds it as it was: the nodes of which something else is said now.

The graph of entities across articles is one, and any new article changes it a little. A graph with attributions is replaced whole: words
and shortcuts are made of several of its nodes together.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.neo4j.connection import Connection
from kg.neo4j.project import Part, project
from kg.neo4j.readback import of_graphs
from kg.rdf import terms as t
from kg.store import Store
from kg.store.lexical import things


@dataclass(frozen=True, slots=True)
class Change:
    """The nodes of `part` are written after those named in `gone`, all or some of a graph's, are taken out; None stands for all."""

    part: Part
    gone: list[str] | None


def change(store: Store, server: Connection, graph: str, *, whole: bool = False) -> Change:
    """How `server`, which holds another state of `graph`, comes to hold that of `store`; `whole` when it may hold it in another form."""
    wanted = store.statements(graph)
    if whole or any(quad.predicate == t.TYPE and quad.object == t.ATTRIBUTION for quad in wanted):
        return Change(project(graph, things(wanted)), None)
    [(_, found)] = of_graphs(server, [graph])
    held = set(found)
    differing = {quad.subject for quad in held.symmetric_difference(wanted)}
    part = project(graph, things(quad for quad in wanted if quad.subject in differing))
    return Change(part, sorted({quad.subject.value for quad in held if quad.subject in differing}))  # type: ignore[union-attr]
