"""An import in bulk makes the database that sync would have made."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ServerError, StoreError
from kg.neo4j.bulk.files import write
from kg.neo4j.bulk.offline import fill
from kg.neo4j.bulk.sources import of_store
from kg.neo4j.connection import Address, Connection
from kg.neo4j.local import java
from kg.neo4j.local import server as local
from kg.neo4j.local.home import Home
from kg.neo4j.sync import sync
from kg.store import Store
from tests.cli.conftest import BRIDGE, Kg, kg
from tests.neo4j.conftest import same
from tests.neo4j.test_sync import nothing
from tests.store.conftest import damage
from tests.store.sample import other, sample
from tests.store.test_hostile import HOSTILE

__all__ = ["kg"]
MEMORY = 500_000_000
NODES = "MATCH (n) RETURN labels(n) AS labels, properties(n) AS told"
EDGES = "MATCH (a)-[r]->(b) RETURN a.iri AS a, type(r) AS type, properties(r) AS told, b.iri AS b"


def everything(server: Connection) -> list[str]:
    """All nodes and relationships, as lines."""
    rows: list[dict[str, Any]] = server.read(NODES) + server.read(EDGES)
    for row in rows:
        row["labels"] = sorted(row.get("labels", ()))
    return sorted(json.dumps(row, sort_keys=True, default=str) for row in rows)


@pytest.fixture
def strange(store: Store) -> Store:
    """A store with all that files of commas and quotes stumble over, an edited graph, a link to what is not there, and long texts."""
    told = other()
    name = HOSTILE + "'\"`{}]; DETACH DELETE n //"
    people = tuple(replace(entity, name=f"{name} {entity.name}") for entity in told.entities)
    article = replace(told.article, headline=HOSTILE, key=HOSTILE, url="", text=told.article.text + HOSTILE + "long " * 2_000_000)
    store.load(replace(told, article=article, entities=people))
    store.sparql("DELETE WHERE { GRAPH ?g { ?a kg:saidWords 'on Friday' } }", write=True)
    damage(store, f"INSERT DATA {{ GRAPH <{store.base}g_x> {{ <{store.base}att_x> kg:disputes <{store.base}att_gone> }} }}")
    return store


def test_it_is_what_sync_makes(server: Connection, where: Address, home: Home, strange: Store) -> None:
    sync(strange, server)
    wanted = everything(server)
    with pytest.raises(ServerError, match="this database is not empty, and a bulk load makes it anew"):
        fill(home, of_store(strange), memory=MEMORY)
    assert everything(server) == wanted
    server.writing(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    counts = fill(home, of_store(strange), memory=MEMORY)
    with Connection(where) as filled:
        assert everything(filled) == wanted
        assert counts["nodes_created"] + counts["relationships_created"] == len(wanted)
        assert nothing(sync(strange, filled))
        assert same(strange, filled)
    assert not list(home.path.glob("bulk-*"))


def test_what_cannot_be_imported_leaves_it_empty(
    server: Connection, where: Address, home: Home, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = (quad for graph in store.graphs() for quad in store.statements(graph) if "claim-kg#key" in str(quad.predicate))
    damage(store, f"INSERT DATA {{ GRAPH {two.graph_name} {{ {one.subject} schema:headline 'twice' }} }}")
    with pytest.raises(ServerError, match=r"neo4j-admin database import failed: .*art_"):
        fill(home, of_store(store), memory=MEMORY)
    assert not list(home.path.glob("bulk-*"))
    assert not home.importing.exists()
    local.start(home)
    with Connection(where) as again:
        assert again.read("RETURN COUNT { () } AS n") == [{"n": 0}]


def test_an_import_that_was_killed_is_undone_at_the_next_start(tmp_path: Path) -> None:
    home = Home(tmp_path / "kg.db")
    home.make()
    home.database.mkdir(parents=True)
    (home.path / "bulk-x").mkdir()
    home.importing.touch()
    home.drop_half_imported()
    assert not home.database.exists()
    assert not home.importing.exists()
    assert not (home.path / "bulk-x").exists()
    home.database.mkdir()
    home.drop_half_imported()
    assert home.database.exists()


def test_a_server_that_says_less_than_it_should(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "administer", lambda *_, **__: "Imported:\n  1 nodes\n  2 relationships\n")
    monkeypatch.setattr("kg.neo4j.local.jars.ready", lambda *_: [])
    with pytest.raises(ServerError, match="nothing was kept"):
        fill(Home(tmp_path / "other.db"), of_store(store))


def test_the_mark_of_lists_in_a_list(tmp_path: Path, store: Store) -> None:
    told = sample()
    people = tuple(replace(entity, name="A \ufdd0 B") for entity in told.entities)
    store.load(replace(told, article=replace(told.article, key="marked"), entities=people))
    with pytest.raises(StoreError, match="it holds U"):
        write(of_store(store), tmp_path)


def test_a_run_is_what_loading_it_gives(kg: Kg, tmp_path: Path, store: Store) -> None:
    texts = [BRIDGE.replace("Lark", f"Lark {number}") for number in (1, 2, 3, 1, 2)]
    lines = [{"text": text, "url": f"https://e.example/{number % 4}", "title": "A"} for number, text in enumerate(texts)]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(line) for line in [*lines, lines[0]]))
    assert kg("corpus", "run", "in.jsonl", "--out", "read", "--workers", "1").code == 0
    assert kg("load", "read", "--store", "a.db").code == 0
    one, two = (kg("sync", *words, "--bulk-files", words[-1] + ".csv") for words in (["--store", "a.db"], ["read", "--store", "b.db"]))
    assert (one.code, two.code) == (0, 0), (one, two)
    assert one.out == two.out
    assert rows(tmp_path / "a.db.csv") == rows(tmp_path / "b.db.csv")
    assert "neo4j-admin database import full neo4j --overwrite-destination @arguments.txt" in two.err
    again = kg("sync", "read", "--bulk-files", "a.db.csv", "--store", "b.db")
    assert again.err == "error: a.db.csv: neither empty nor a new folder: give another --bulk-files\n"


def rows(folder: Path) -> list[str]:
    """All rows but the mark, as lines."""
    found = []
    for path in folder.glob("*.csv"):
        if "header" not in path.name and "store" not in path.name:
            header = path.with_suffix(".header.csv").read_text().strip().split(",")
            with path.open(newline="") as stream:
                found += [
                    json.dumps({name: cell for name, cell in sorted(zip(header, row, strict=True)) if cell}) for row in csv.reader(stream)
                ]
    return sorted(found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("read",), "the output of a corpus run goes to Neo4j with --bulk only"),
        (("--bulk", "--full"), "--full does not go with --bulk"),
        (("--bulk", "--to", "bolt://far.example"), "those of this one cannot be reached: --bulk-files DIR writes what neo4j-admin reads"),
        (("no-run", "--bulk-files", "x"), "no corpus run is here"),
    ],
)
def test_what_does_not_go(kg: Kg, store: Store, words: tuple[str, ...], told: str) -> None:
    ran = kg("sync", *words, "--store", str(store.path))
    assert ran.code in (1, 2)
    assert told in ran.err
    assert len(ran.err.splitlines()) == 1
