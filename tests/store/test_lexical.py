"""Statements as texts are those that there are."""

from __future__ import annotations

import pyoxigraph
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Extraction
from kg.rdf import terms as t
from kg.rdf import to_quads
from kg.store.lexical import things, things_of
from tests.rdf.strategies import extractions
from tests.store.sample import other, sample
from tests.store.test_hostile import HOSTILE

ONE, TWO, NONE = (NamedNode(f"http://localhost:8421/id/g_{number}") for number in (1, 2, 3))


def same(quads: list[Quad]) -> None:
    """Whether reading the graphs of `quads` as texts gives what reading them as terms does."""
    store = pyoxigraph.Store()
    store.extend(quads)
    graphs = sorted({quad.graph_name.value for quad in quads} | {NONE.value}, reverse=True)  # type: ignore[union-attr]
    wanted = {graph: things(store.quads_for_pattern(None, None, None, NamedNode(graph))) for graph in graphs}
    found = things_of(store, graphs)
    assert [graph for graph, _ in found] == graphs
    assert {graph: sorted((iri, sorted(told)) for iri, told in one) for graph, one in found} == {
        graph: sorted((iri, sorted(told)) for iri, told in one) for graph, one in wanted.items()
    }


def test_the_samples() -> None:
    same([*to_quads(sample()), *to_quads(other())])


@settings(max_examples=30, deadline=None)
@given(extractions())
def test_every_extraction(extraction: Extraction) -> None:
    same(to_quads(extraction))


def test_what_no_reading_writes() -> None:
    one, two = NamedNode("http://localhost:8421/id/men_1"), NamedNode("http://localhost:8421/id/men_2")
    values = (
        Literal(HOSTILE),
        Literal(" two  spaces "),
        Literal(""),
        Literal("line\r\nline\t\x01\x00"),
        Literal("0.5", datatype=t.DOUBLE),
        Literal("2024-05-02", datatype=t.DATE),
        Literal("de", language="de"),
    )
    quads = [Quad(one, t.NAME, value, ONE) for value in values]
    same(quads)
    same([*quads, Quad(two, t.NAME, Literal("with \ufdd1 in it"), ONE), Quad(two, t.NAME, Literal("a"), TWO)])
    same([*quads, Quad(two, NamedNode("http://other.example/p"), Literal("a"), TWO), Quad(one, t.NAME, Literal("\ufdd1"), TWO)])
