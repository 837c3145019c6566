"""Graphs as rows, without a server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.neo4j.project import Part, project
from kg.rdf import terms as t
from kg.rdf import to_quads
from kg.store.lexical import things
from tests.store.sample import TEXT, joint, sample

GRAPH = NamedNode("http://localhost:8421/id/g_x")
NODE = NamedNode("http://localhost:8421/id/men_x")


@pytest.fixture(scope="module")
def part() -> Part:
    quads = to_quads(sample())
    graph = quads[0].graph_name
    return project(graph.value, things(quad for quad in quads if quad.graph_name == graph))  # type: ignore[union-attr]


def of(part: Part, label: str) -> Iterator[dict[str, Any]]:
    return (node for node, labels in zip(part.nodes, part.labels, strict=True) if label in labels)


def test_words_are_cut_by_characters(part: Part) -> None:
    first = min(of(part, "Attribution"), key=lambda node: int(node["cueBegin"]))
    assert (first["sourceWords"], first["cueWords"]) == ("the Averly Harbour Company", "said")
    assert first["sentenceWords"].startswith("The strike at Port Averly is over")
    assert {node["words"] for node in of(part, "Sentence")} <= {TEXT[n["beginIndex"] : n["endIndex"]] for n in of(part, "Sentence")}


def test_an_emoji_before_the_words_moves_nothing() -> None:
    told = sample()
    quads = [
        Quad(q.subject, q.predicate, Literal("🙂" + told.article.text), q.graph_name) if q.predicate == t.IS_STRING else q
        for q in to_quads(told)
    ]
    found = project(GRAPH.value, things(quads))
    assert all(node["cueWords"] == ("🙂" + TEXT)[node["cueBegin"] : node["cueEnd"]] for node in of(found, "Attribution"))


def test_shortcuts_say_who_and_for_whom(part: Part) -> None:
    told = [(part.nodes[a]["name"], data["voice"], part.nodes[b]["text"]) for a, b, data in part.said]
    assert ("Tom Brack", "own", "No crane is moving") in told
    assert ("Dockers’ Union", "on behalf", "No crane is moving") in told
    assert all(data["derived"] and data["attribution"] and data["graph"] == part.graph for _, _, data in part.said)


def test_shortcuts_from_each_of_several_who_speak_as_one() -> None:
    quads = to_quads(joint())
    graph = quads[0].graph_name
    assert isinstance(graph, NamedNode)
    found = project(graph.value, things(quad for quad in quads if quad.graph_name == graph))
    told = [(found.nodes[a]["name"], data["voice"]) for a, b, data in found.said if found.nodes[b]["text"] == "the dam was safe"]
    assert sorted(told) == [("Ana Ruiz", "joint"), ("Ana Ruiz and Tom Hale", "own"), ("Tom Hale", "joint")]


def test_what_leads_elsewhere_is_kept_apart(part: Part) -> None:
    assert {kind for kind, _ in part.outer} == {"IN_GRAPH", "READ_BY", "WAS_GENERATED_BY"}


def test_lists_and_second_values() -> None:
    keys = [Quad(NODE, t.NAME_KEY, Literal(key), GRAPH) for key in ("b", "a")]
    names = [Quad(NODE, t.NAME, Literal(name), GRAPH) for name in ("Two", "One", "Three")]
    [node] = project(GRAPH.value, things([*keys, *names])).nodes
    assert (node["nameKey"], node["name"]) == (["a", "b"], ["One", "Three", "Two"])


def test_a_number_that_neo4j_cannot_hold() -> None:
    with pytest.raises(StoreError, match="beginIndex is 9223372036854775808, more than Neo4j can hold"):
        project(GRAPH.value, things([Quad(NODE, t.BEGIN, Literal(str(2**63), datatype=t.INTEGER), GRAPH)]))
