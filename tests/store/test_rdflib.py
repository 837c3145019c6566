"""The rdflib API over the store, and the counts."""

from __future__ import annotations

import pytest
import rdflib

from kg.rdf import to_quads
from kg.rdf.terms import KG
from kg.store import Store
from tests.store.sample import other, sample


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")
def test_the_dataset_has_the_graphs_and_their_union(read_only: Store) -> None:
    dataset = read_only.dataset()
    kg = rdflib.Namespace(KG)
    assert isinstance(dataset, rdflib.Dataset)
    assert len(list(dataset.triples((None, kg.stance, kg.Denies)))) == 1
    graphs = {str(graph.identifier) for graph in dataset.graphs()}
    assert {quad.graph_name.value for quad in [*to_quads(sample()), *to_quads(other())]} <= graphs  # type: ignore[union-attr]
    [row] = dataset.query("SELECT (COUNT(*) AS ?n) { ?a a <https://w3id.org/claim-kg#Attribution> }")
    assert row[0].toPython() == 10  # type: ignore[index,union-attr]


def test_stats(read_only: Store) -> None:
    counts = read_only.stats()
    assert counts.pop("bytes") > 10_000
    assert counts == {
        "articles": 2,
        "attributions": 10,
        "claims": 9,
        "links": 2,
        "people": 4,
        "organizations": 4,
        "groups": 1,
        "places": 2,
        "runs": 1,
        "attributed": 8,
        "disputing": 2,
        "contradictions": 2,
        "possible_contradictions": 0,
        "statements": len({*to_quads(sample()), *to_quads(other())}),
        "graphs": 4,
    }
