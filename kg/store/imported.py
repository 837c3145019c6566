"""Reading statements back: everything is checked first, then stored graph by graph."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, BinaryIO, Final

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import InputError
from kg.rdf import terms as t
from kg.store.checked import check_graph, check_statement, in_graphs, is_graph
from kg.store.formats import rdf_format
from kg.store.writing import Put, Writer

_SPOOLED_BYTES: Final = 64 << 20
_CHUNK: Final = 1 << 20


def import_statements(writer: Writer, base: str, source: BinaryIO, name: str) -> int:
    """Store what `source` holds in the format called `name`; the number of statements that were new.

    Raises `InputError`, before anything is stored, for broken syntax, blank nodes, terms outside the ontology, another base, and
    graphs that are not a store's. A file in which every graph is in one piece, as exports are, is read twice in constant memory;
    any other is held in memory.
    """
    file_format = rdf_format(name)
    with tempfile.SpooledTemporaryFile(_SPOOLED_BYTES) as spooled:
        while chunk := source.read(_CHUNK):
            spooled.write(chunk)
        if _in_one_piece(_checked(spooled, file_format, base)):
            return sum(_put(writer, graph, quads) for graph, quads in _graphs(_checked(spooled, file_format, base)))
        graphs = in_graphs(_checked(spooled, file_format, base))
    for graph, quads in graphs.items():
        check_graph(graph, quads)
    return sum(_put(writer, graph, quads) for graph, quads in graphs.items())


def _checked(source: IO[bytes], file_format: RdfFormat, base: str) -> Iterator[Quad]:
    source.seek(0)
    try:
        for quad in parse(source, format=file_format):
            check_statement(quad, base)
            yield quad
    except (SyntaxError, UnicodeDecodeError) as error:
        raise InputError(f"broken {file_format.name}: {str(error).splitlines()[0]}: nothing was imported") from error


def _graphs(quads: Iterable[Quad]) -> Iterator[tuple[NamedNode, list[Quad]]]:
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        if isinstance(graph, NamedNode):
            yield graph, list(dict.fromkeys(members))


def _in_one_piece(quads: Iterator[Quad]) -> bool:
    """Whether the statements come graph by graph, each a graph of a store; all of them are read, and so checked, in any case."""
    seen: set[NamedNode] = set()
    whole = True
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        whole = whole and isinstance(graph, NamedNode) and graph not in seen and is_graph(graph, list(members))
        if isinstance(graph, NamedNode):
            seen.add(graph)
    return whole


def _put(writer: Writer, graph: NamedNode, quads: list[Quad]) -> int:
    for quad in quads:
        if quad.predicate == t.KEY and isinstance(quad.subject, NamedNode):
            return writer.put(Put(quad.subject, graph, quad.object.value, quads, act="imported")).quads  # type: ignore[union-attr]
    return writer.put_shared(graph, quads)
