"""What CONSTRUCT and DESCRIBE answer: statements without graphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import pyoxigraph
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.store.export import in_order, write_quads

if TYPE_CHECKING:
    import networkx as nx


class Triples:
    """A graph of statements, each once and in a fixed order; iterates over (subject, predicate, object) in the syntax of N-Triples."""

    def __init__(self, found: Sequence[Triple], base: str) -> None:
        self._quads = in_order({Quad(one.subject, one.predicate, one.object, DefaultGraph()) for one in found})
        self._base = base

    def __len__(self) -> int:
        return len(self._quads)

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return ((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in self._quads)

    def __repr__(self) -> str:
        return f"<{len(self)} statements>"

    def write(self, out: BinaryIO, format: str) -> int:  # noqa: A002
        """Write the statements as turtle, trig, ntriples, nquads or jsonld; their number."""
        return write_quads(self._quads, self._base, out, format)

    def to_networkx(self) -> nx.MultiDiGraph[Any]:
        """One edge a statement, with the predicate as its key; literals are nodes of their own text."""
        import networkx as nx

        graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
        graph.add_edges_from((_node(q.subject), _node(q.object), q.predicate.value) for q in self._quads)
        return graph


def _node(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | Literal | Triple) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
