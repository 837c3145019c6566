"""A store in a real Neo4j: nothing is lost, nothing written twice, nothing of others touched."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kg.errors import ServerError, StoreError
from kg.model import Extraction
from kg.neo4j import sync as module
from kg.neo4j.connection import Address, Connection
from kg.neo4j.project import Part, project
from kg.neo4j.readback import statements
from kg.neo4j.sync import sync
from kg.store import Store, open_store
from kg.store.entities import canonical_graph
from kg.store.lexical import Thing
from tests.neo4j.conftest import count, same
from tests.rdf.strategies import extractions
from tests.store.conftest import damage
from tests.store.sample import changed, other, sample, variant
from tests.store.test_hostile import HOSTILE

WRITES = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set", "indexes_added")


def nothing(counts: dict[str, int]) -> bool:
    return not any(counts[name] for name in WRITES)


def test_all_of_it_comes_back(synced: Connection, store: Store, tmp_path: Path) -> None:
    assert same(store, synced)
    with open_store(tmp_path / "back.db") as back:
        back._open().extend(statements(synced))
        assert set(back._open()) == set(store._open())


def test_a_second_run_writes_nothing(synced: Connection, store: Store) -> None:
    counts = sync(store, synced)
    assert nothing(counts)
    assert counts["graphs_unchanged"] == len(store.graphs())


def test_a_dry_run_tells_what_a_run_does(server: Connection, store: Store) -> None:
    planned = sync(store, server, dry_run=True)
    assert count(server, "()") == 0
    done = sync(store, server)
    assert planned["graphs_added"] == done["graphs_added"] == len(store.graphs())
    marks = len(store.graphs()) + 1
    assert planned["nodes_to_write"] + marks == done["nodes_created"]
    assert planned["relationships_to_write"] == done["relationships_created"]
    assert planned["nodes_to_remove"] == 0
    store.delete("later-1")
    planned, done = sync(store, server, dry_run=True), sync(store, server)
    assert planned["nodes_to_remove"] + 1 == done["nodes_deleted"]


def test_what_others_changed_in_ours_is_mended_when_asked(synced: Connection, store: Store) -> None:
    synced.writing(lambda tx: tx.run("MATCH (c:Claim {text: 'No crane is moving'}) SET c.text = 'All cranes move'").consume())
    synced.writing(lambda tx: tx.run("MATCH (c:Claim {text: 'to return to the table'}) DETACH DELETE c").consume())
    synced.writing(lambda tx: tx.run("MATCH (:Link)-[r:EVIDENCE]->() DELETE r").consume())
    assert nothing(sync(store, synced))
    assert not same(store, synced)
    assert sync(store, synced, full=True)["graphs_changed"] == 2
    assert same(store, synced)
    assert nothing(sync(store, synced, full=True))


def test_a_deleted_article_goes_and_the_rest_stays(synced: Connection, store: Store) -> None:
    before = count(synced, "(:Kg)")
    own = count(synced, "(n:Kg) WHERE EXISTS { MATCH (a:NewsArticle {doc: 'news/later.txt'}) WHERE n.graph = a.graph }")
    store.delete("later-1")
    counts = sync(store, synced)
    assert (counts["graphs_removed"], counts["nodes_deleted"], counts["nodes_created"]) == (1, own + 1, 0)
    assert count(synced, "(:Kg)") == before - own - 1
    assert count(synced, "(:Missing)") == 0
    assert same(store, synced)


def test_a_changed_article_is_replaced_and_the_rest_not_touched(synced: Connection, store: Store) -> None:
    store.load(changed())
    counts = sync(store, synced)
    assert counts["graphs_unchanged"] == 2
    assert counts["graphs_added"] == counts["graphs_removed"] == 2
    assert same(store, synced)
    assert count(synced, "()-[:CONTRADICTS]->()") == 2


def test_a_graph_that_was_edited_is_written_anew_with_its_shortcuts(synced: Connection, store: Store) -> None:
    shortcuts = count(synced, "()-[{derived: true}]->()")
    store.sparql(
        "DELETE { GRAPH ?g { ?c schema:text ?t } } INSERT { GRAPH ?g { ?c schema:text 'No crane moves' } } "
        "WHERE { GRAPH ?g { ?c schema:text ?t FILTER(?t = 'No crane is moving') } }",
        write=True,
    )
    counts = sync(store, synced)
    assert counts["graphs_changed"] == 1
    assert count(synced, "(:Claim {text: 'No crane moves'})") == 1
    assert count(synced, "()-[{derived: true}]->()") == shortcuts
    assert count(synced, "(:Claim {text: 'No crane moves'})-[:CONTRADICTS]-()") == 1
    assert same(store, synced)
    assert nothing(sync(store, synced))


def test_of_a_changed_graph_of_entities_only_what_changed_is_written(synced: Connection, store: Store) -> None:
    store.link()
    sync(store, synced)
    canonical = {"graph": canonical_graph(store.base).value}
    names = "MATCH (n:Kg {graph: $graph}) WHERE n.name IS NOT NULL RETURN n.name AS name, elementId(n) AS id ORDER BY name"
    before = synced.read(names, canonical)
    first, *others = [row["name"] for row in before]
    renamed = f"DELETE {{ GRAPH ?g {{ ?e schema:name '{first}' }} }} INSERT {{ GRAPH ?g {{ ?e schema:name 'Renamed' }} }}"
    store.sparql(f"{renamed} WHERE {{ GRAPH ?g {{ ?e schema:name '{first}' }} FILTER(?g = <{canonical['graph']}>) }}", write=True)
    planned, counts = sync(store, synced, dry_run=True), sync(store, synced)
    assert (counts["graphs_changed"], planned["nodes_to_write"], planned["nodes_to_remove"], counts["nodes_deleted"]) == (1, 1, 1, 1)
    assert others
    assert {row["name"]: row["id"] for row in before if row["name"] in others}.items() <= {
        row["name"]: row["id"] for row in synced.read(names, canonical)
    }.items()
    assert count(synced, "(:Kg {name: 'Renamed'})") == 1
    assert same(store, synced)
    assert nothing(sync(store, synced))


def test_a_graph_of_entities_grows_and_shrinks_with_articles(synced: Connection, store: Store) -> None:
    for number in (1, 2):
        store.load(variant(number))
        store.link()
        assert sync(store, synced)["graphs_added"] > 1
        assert same(store, synced)
    store.delete("key 2")
    sync(store, synced)
    assert same(store, synced)
    assert count(synced, "(:Missing)") == 0


def test_an_edited_article_that_is_loaded_again_is_as_it_was(synced: Connection, store: Store) -> None:
    store.sparql("DELETE WHERE { GRAPH ?g { ?a kg:saidWords 'on Friday' } }", write=True)
    sync(store, synced)
    store.delete("later-1")
    store.load(other())
    assert sync(store, synced)["graphs_changed"] == 1
    assert same(store, synced)


def test_text_that_was_left_out_and_comes_later(server: Connection, store: Store, tmp_path: Path) -> None:
    stripped = BytesIO()
    store.export(stripped, "nquads", text=False)
    stripped.seek(0)
    with open_store(tmp_path / "second.db") as second:
        second.import_(stripped, "nquads")
        sync(second, server)
        assert count(server, "(n:Kg) WHERE n.words IS NOT NULL") == 0
        second.load(sample())
        assert sync(second, server)["graphs_changed"] == 1
        assert same(second, server)
        assert count(server, "(n:Kg) WHERE n.words IS NOT NULL") > 0


def test_nodes_of_others_are_not_touched(server: Connection, store: Store) -> None:
    server.writing(
        lambda tx: tx.run("CREATE (:Person {name: 'Tom Brack', nameKey: ['tom brack']})-[:KNOWS]->(:Graph {iri: 'x'})").consume()
    )
    sync(store, server)
    store.delete("later-1")
    sync(store, server)
    assert count(server, "(:Person {name: 'Tom Brack'})-[:KNOWS]->(:Graph {iri: 'x'})") == 1
    assert same(store, server)


def test_what_others_add_to_our_nodes_does_not_come_back(synced: Connection, store: Store) -> None:
    synced.writing(
        lambda tx: tx.run("MATCH (n:Person) SET n.rank = 1, n:Watched CREATE (n)-[:LIKES]->(:Dog), (n)-[:MENTIONS]->(:Dog)").consume()
    )
    assert same(store, synced)


def test_a_database_mirrors_one_store(synced: Connection, store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "second.db", base="https://other.example/") as second:
        second.load(other())
        with pytest.raises(ServerError, match=r"mirrors another store \(kg.db, base http://localhost:8421/id/\).*--take-over"):
            sync(second, synced)
        assert same(store, synced)
        sync(second, synced, take_over=True)
        assert same(second, synced)
    with pytest.raises(ServerError, match="mirrors another store"):
        sync(store, synced)


def test_another_way_of_writing_writes_all_anew(synced: Connection, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PROJECTION", module.PROJECTION + 1)
    assert sync(store, synced)["graphs_changed"] == len(store.graphs())
    assert nothing(sync(store, synced))
    assert same(store, synced)


def test_a_sync_that_dies_goes_on_where_it_stopped(server: Connection, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 1)

    def dies(graph: str, told: list[Thing]) -> Part:
        if graph == max(store.graphs()):
            raise KeyboardInterrupt
        return project(graph, told)

    with monkeypatch.context() as patched:
        patched.setattr(module, "project", dies)
        with pytest.raises(KeyboardInterrupt):
            sync(store, server)
    written = count(server, "(:Graph)")
    assert 0 < written < len(store.graphs())
    counts = sync(store, server)
    assert counts["graphs_unchanged"] == written
    assert same(store, server)


def test_links_to_what_is_not_there_wait_for_it(server: Connection, store: Store, tmp_path: Path) -> None:
    quads = [quad for graph in store.graphs() for quad in store.statements(graph)]
    links = {quad.graph_name for quad in quads if "claim-kg#Link" in str(quad.object)}
    with open_store(tmp_path / "second.db") as second:
        second._open().extend([quad for quad in quads if quad.graph_name in links])
        sync(second, server)
        assert count(server, "(:Missing)") > 0
        second._open().extend(quads)
        sync(second, server)
        assert count(server, "(:Missing)") == 0
        assert count(server, "()-[:CONTRADICTS]->()") == 2
        assert same(second, server)


def test_a_thing_in_two_graphs_is_refused(server: Connection, store: Store) -> None:
    sync(store, server)
    one, two = (quad for graph in store.graphs() for quad in store.statements(graph) if "claim-kg#key" in str(quad.predicate))
    damage(store, f"INSERT DATA {{ GRAPH {two.graph_name} {{ {one.subject} schema:headline 'twice' }} }}")
    (store.path / "edited.json").write_text(f'{{"{two.graph_name.value}": "x"}}')  # type: ignore[union-attr]
    with pytest.raises(StoreError, match=r"art_.* stands in two graphs"):
        sync(store, server)
    assert count(server, "(:Graph)") == len(store.graphs())


def test_hostile_names_and_texts(server: Connection, tmp_path: Path) -> None:
    strange = HOSTILE + "'\"`}{]) DETACH DELETE n //" + "long " * 200_000
    told = sample()
    people = tuple(replace(entity, name=strange if entity.id == "e5" else f"${{x}} {HOSTILE} {entity.name}") for entity in told.entities)
    article = replace(told.article, headline=strange, key=HOSTILE, url=HOSTILE, text=told.article.text + strange)
    with open_store(tmp_path / "kg.db") as store:
        store.load(replace(told, article=article, entities=people))
        sync(store, server)
        assert same(store, server)
        assert nothing(sync(store, server))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(extractions())
def test_any_extraction_comes_back(shared: tuple[Path, Address], extraction: Extraction) -> None:
    folder, where = shared
    with open_store(folder) as store, Connection(where) as server:
        store.load(replace(extraction, article=replace(extraction.article, key="always the same")))
        sync(store, server, take_over=True)
        assert same(store, server)


@pytest.fixture
def shared(server: Connection, where: Address, tmp_path: Path) -> tuple[Path, Address]:
    return tmp_path / "shared.db", where
