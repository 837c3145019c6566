"""Exports: lossless, in a fixed order, and the same bytes whatever the way into the store."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.errors import InputError, UsageError
from kg.rdf import to_quads
from kg.store import Store, open_store
from kg.store.formats import FORMATS, format_of
from kg.store.prologue import SortedPrologue
from tests.store.conftest import Exported, damage
from tests.store.sample import changed, other, sample

ALL = {*to_quads(sample()), *to_quads(other())}


@pytest.mark.parametrize("format", FORMATS)
def test_export_import_export_gives_the_same_bytes(read_only: Store, empty: Store, exported: Exported, format: str) -> None:  # noqa: A002
    first = exported(read_only, format)
    assert empty.import_(BytesIO(first), format) == len(ALL)
    assert set(empty._open()) == ALL
    assert exported(empty, format) == first
    assert empty.import_(BytesIO(first), format) == 0


@pytest.mark.parametrize("format", FORMATS)
def test_the_count_is_that_of_statements(read_only: Store, format: str) -> None:  # noqa: A002
    assert read_only.export(BytesIO(), format) == len(ALL)


@pytest.mark.parametrize("format", ["turtle", "ntriples"])
def test_turtle_is_complete_for_others(read_only: Store, exported: Exported, format: str) -> None:  # noqa: A002
    data = exported(read_only, format)
    triples = {quad.triple for quad in ALL}
    assert {quad.triple for quad in pyoxigraph.parse(data, format=FORMATS[format])} == triples
    graph = rdflib.Graph().parse(data=data, format="nt" if format == "ntriples" else format)
    assert len(graph) == len(triples)


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize(("format", "name"), [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")])
def test_datasets_are_complete_for_rdflib(read_only: Store, exported: Exported, format: str, name: str) -> None:  # noqa: A002
    dataset = rdflib.Dataset()
    dataset.parse(data=exported(read_only, format), format=name)
    assert len({(s, p, str(o), g) for s, p, o, g in dataset.quads()}) == len(ALL)


def test_every_process_writes_the_same(read_only: Store, exported: Exported) -> None:
    script = "import sys,kg; kg.open(sys.argv[1], read_only=True).export(sys.stdout.buffer, 'trig')"
    for _ in range(3):
        found = subprocess.run([sys.executable, "-c", script, str(read_only.path)], capture_output=True, check=True)
        assert found.stdout == exported(read_only, "trig")


def test_json_ld_is_for_people_too(read_only: Store, exported: Exported) -> None:
    document = json.loads(exported(read_only, "jsonld"))
    things = {thing["id"]: thing for graph in document["@graph"] for thing in graph["@graph"]}
    [denial] = [thing for thing in things.values() if thing.get("stance") == "Denies"]
    assert (denial["type"], denial["score"], denial["medium"]) == ("Attribution", 0.812, "Radio Averly")
    assert things[denial["claim"]]["text"] == "No crane is moving"
    assert things[denial["wasAttributedTo"]]["name"] == "Tom Brack"
    assert all(name.startswith("k:") for name in things)


def test_without_texts(read_only: Store, empty: Store, exported: Exported) -> None:
    bare = exported(read_only, "trig", text=False)
    assert b"isString" not in bare
    assert b"No crane is moving" in bare
    assert empty.import_(BytesIO(bare), "trig") == len(ALL) - 2
    assert [row["claim"] for row in empty.query("who-said", stance="denies")] == ["No crane is moving"]
    assert [row["sentence"] for row in empty.query("who-said", stance="denies")] == [None]
    assert empty.validate() == []
    assert empty.import_(BytesIO(exported(read_only, "trig")), "trig") == 2
    assert exported(empty) == exported(read_only)
    assert empty.load(sample()).status == "unchanged"


@pytest.mark.parametrize("words", ["news/harbour.txt", "https://news.example/harbour"])
def test_one_article_with_its_run_and_links(read_only: Store, empty: Store, exported: Exported, words: str) -> None:
    empty.import_(BytesIO(exported(read_only, "trig", article=words)), "trig")
    assert set(empty._open()) == set(to_quads(sample()))


def test_an_unknown_article_or_format(read_only: Store) -> None:
    with pytest.raises(InputError, match="did you mean"):
        read_only.export(BytesIO(), "trig", article="news/harbor.txt")
    with pytest.raises(UsageError, match="unknown format 'rdfxml': there is turtle, trig, ntriples, nquads, jsonld"):
        read_only.export(BytesIO(), "rdfxml")


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_store(empty: Store, tmp_path: Path, format: str) -> None:  # noqa: A002
    out = BytesIO()
    assert empty.export(out, format) == 0
    with open_store(tmp_path / "second.db") as second:
        assert second.import_(BytesIO(out.getvalue()), format) == 0


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_foreign_to_the_ontology_is_not_lost(store: Store, exported: Exported, format: str) -> None:  # noqa: A002
    """Statements that an earlier version, or another program, put there."""
    damage(store, 'INSERT DATA { GRAPH k:g_x { k:x <http://o/p> "a"@en , 1.5 , k:y ; kg:score "high" ; kg:claim "no" ; kg:stance k:z } }')
    found = list(pyoxigraph.parse(exported(store, format), format=FORMATS[format]))
    assert len([quad for quad in found if "/id/x>" in str(quad.subject)]) == 6


def test_a_replaced_version_is_not_exported(store: Store, exported: Exported) -> None:
    store.load(changed())
    assert b"A. Penn" not in exported(store)
    assert b"B. Penn" in exported(store)


@pytest.mark.parametrize(
    ("name", "format"),
    [("a.ttl", "turtle"), ("b.NQ", "nquads"), ("c.json", "jsonld"), ("d.trig", "trig"), ("e.nt", "ntriples"), ("f", None)],
)
def test_formats_by_file_name(name: str, format: str | None) -> None:  # noqa: A002
    assert format_of(name) == format


@pytest.mark.parametrize("size", [1, 3, 7, 1000])
@pytest.mark.parametrize("body", [b"", b"k:x a kg:y .\n@prefix not one\n"])
def test_prefix_lines_are_sorted(size: int, body: bytes) -> None:
    data = b"@prefix z: <z> .\n@prefix a: <a> .\n" + body
    out = BytesIO()
    stream = SortedPrologue(out)
    for at in range(0, len(data), size):
        stream.write(data[at : at + size])
    stream.finish()
    assert out.getvalue() == b"@prefix a: <a> .\n@prefix z: <z> .\n" + body
