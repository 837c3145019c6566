"""Writing statements: graph by graph in the order of their names, so that equal stores give equal bytes in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final, cast

import pyoxigraph
from pyoxigraph import NamedNode, Quad, Triple

from kg.rdf.terms import IS_STRING, TYPE
from kg.store.formats import prefixes, rdf_format
from kg.store.graphs import statements
from kg.store.jsonld import write_jsonld
from kg.store.prologue import SortedPrologue

_WITHOUT_GRAPHS: Final = ("turtle", "ntriples")


def export(db: pyoxigraph.Store, base: str, out: BinaryIO, name: str, *, graphs: Iterable[NamedNode] | None, text: bool) -> int:
    """Write the statements of `graphs` (None: all) to `out` in the format called `name`; the number of statements written.

    Turtle and N-Triples carry the union of the graphs. Without `text`, article texts are left out.
    """
    rdf_format(name)
    chosen = sorted_graphs(db) if graphs is None else sorted(graphs, key=lambda graph: graph.value)
    quads = (quad for graph in chosen for quad in in_order(statements(db, graph)) if text or quad.predicate != IS_STRING)
    return write_quads(quads, base, out, name)


def write_quads(quads: Iterable[Quad], base: str, out: BinaryIO, name: str) -> int:
    """Write `quads`, which come graph by graph and subject by subject, in the format called `name`; their number."""
    file_format = rdf_format(name)
    counter = _Counter(quads)
    if name == "jsonld":
        write_jsonld(counter, base, out)
    else:
        told: Iterable[Quad] | Iterable[Triple] = (quad.triple for quad in counter) if name in _WITHOUT_GRAPHS else counter
        sink = SortedPrologue(out)
        pyoxigraph.serialize(told, cast("BinaryIO", sink), file_format, prefixes=prefixes(base))
        sink.finish()
    return counter.count


def sorted_graphs(db: pyoxigraph.Store) -> list[NamedNode]:
    """Every graph, by name."""
    return sorted((graph for graph in db.named_graphs() if isinstance(graph, NamedNode)), key=lambda graph: graph.value)


def in_order(quads: Iterable[Quad]) -> list[Quad]:
    """By subject, its classes first, then by property and value."""
    return sorted(quads, key=lambda quad: (str(quad.subject), quad.predicate != TYPE, quad.predicate.value, str(quad.object)))


class _Counter:
    def __init__(self, quads: Iterable[Quad]) -> None:
        self.quads = quads
        self.count = 0

    def __iter__(self) -> Iterator[Quad]:
        for quad in self.quads:
            self.count += 1
            yield quad
