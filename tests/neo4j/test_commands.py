"""The commands that speak to Neo4j, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.neo4j import connection
from kg.neo4j.connection import Address, Connection, _server_error
from kg.neo4j.local.home import Home
from kg.neo4j.where import address
from kg.store import open_store
from tests.cli.conftest import BRIDGE, Kg, kg  # noqa: F401
from tests.neo4j.conftest import count
from tests.store.sample import sample


@pytest.fixture
def loaded(kg: Kg, server: Connection, where: Address, monkeypatch: pytest.MonkeyPatch) -> Kg:  # noqa: F811
    """A store with the bridge in it, synced to the server that the environment names."""
    monkeypatch.setenv("NEO4J_PASSWORD", where.password)
    Path("bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert kg("load", "bridge.txt").code == 0
    assert kg("sync", "--to", where.uri).code == 0
    assert count(server, "(:NewsArticle)") == 1
    return kg


def test_every_question_is_answered_from_there(loaded: Kg, where: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.loads(line) for line in loaded("who-said", "Ana Ruiz").out.splitlines()]
    asked = [
        ("who-said", "Ana Ruiz"),
        ("contradictions",),
        ("provenance", lines[0]["attribution"]),
        ("query", "speakers"),
        ("query", "about", "entity=Lark Bridge"),
    ]
    for words in asked:
        here, there = loaded(*words), loaded(*words, "--store", where.uri)
        assert (here.code, here.out) == (there.code, there.out)
        assert here.out
    here = loaded("who-said", "Ana Ruiz")
    monkeypatch.setenv("NEO4J_URI", where.uri)
    there = loaded("who-said", "Ana Ruiz")
    assert there.out == here.out
    assert there.err == f"asking {where.uri}, as NEO4J_URI says\n"
    assert json.loads(loaded("stats", "--format", "json").out)[0] == {"what": "articles", "count": 1}
    assert loaded("who-said", "Ana Ruiz", "--store", "kg.db").err == ""


def test_unknown_names_are_told_there_too(loaded: Kg, where: Address) -> None:
    ran = loaded("who-said", "Ana Ruis", "--store", where.uri)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"error: no speaker 'Ana Ruis' in {where.uri}; did you mean 'Ana Ruiz'?\n"


def test_sync_tells_what_it_did(loaded: Kg, where: Address) -> None:
    ran = loaded("sync", "--to", where.uri, "--format", "json")
    rows = {row["what"]: row["count"] for row in json.loads(ran.out)}
    assert rows["graphs unchanged"] > 0
    assert sum(number for what, number in rows.items() if what != "graphs unchanged") == 0
    assert ran.err == f"{where.uri} is in step with kg.db\n"
    assert "would be in step" in loaded("sync", "--to", where.uri, "--dry-run").err


def test_import_from_it(loaded: Kg, where: Address) -> None:
    ran = loaded("import", "--from", where.uri, "--store", "second.db")
    assert ran.code == 0, ran.err
    assert loaded("export", "--format", "nquads").out == loaded("export", "--format", "nquads", "--store", "second.db").out
    assert "0 statements read into kg.db" in loaded("import", "--from", where.uri).err
    for words in (["import"], ["import", "x.ttl", "--from", where.uri]):
        assert loaded(*words).code == 2


def test_cypher(loaded: Kg, where: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", where.uri)
    query = "MATCH (p:Person {name: $who})-[:SAID]->(c:Claim) RETURN count(c) AS claims"
    Path("q.cypher").write_text(query, encoding="utf-8")
    for words in ([query], ["--file", "q.cypher"]):
        assert json.loads(loaded("cypher", *words, "who=Ana Ruiz").out)["claims"] > 0
    missing = loaded("cypher", query)
    assert (missing.code, "give each after the query, as NAME=VALUE" in missing.err) == (1, True)
    assert json.loads(loaded("cypher", "RETURN [1, {a: 2}] AS l, 0.0 / 0.0 AS n").out) == {"l": [1, {"a": 2}], "n": "nan"}
    assert loaded("cypher", "RETURN [1, {a: 2}] AS l", "--format", "tsv").out == 'l\n[1, {"a": 2}]\n'
    assert loaded("cypher", "MATCH (n:Nope) RETURN n").err == "no rows\n"
    assert loaded("cypher", query, "--file", "q.cypher").code == 2
    assert loaded("cypher").code == 2
    assert loaded("cypher", "RETURN 1", "x").code == 2
    refused = loaded("cypher", "CREATE (:Dog)")
    assert (refused.code, refused.err) == (1, "error: this may change the database: add --write if that is meant\n")
    assert "1 nodes created" in loaded("cypher", "CREATE (:Dog)", "--write").err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["sync", "--to", "bolt://127.0.0.1:1"], 1, "bolt://127.0.0.1:1: cannot be reached: "),
        (["sync", "--to", "http://127.0.0.1"], 2, "is no address of a Neo4j server"),
        (["sync", "--to", "bolt://127.0.0.1:99999"], 2, "is no address of a Neo4j server"),
        (["sync", "--to", "bolt://"], 2, "is no address of a Neo4j server"),
        (["who-said", "X", "--store", "bolt://127.0.0.1:abc"], 2, "is no address of a Neo4j server"),
        (["who-said", "X", "--store", "http://127.0.0.1:7687"], 2, "is no address of a Neo4j server"),
        (["neo4j", "start", "--heap", "1x"], 2, "not a size of Java's heap"),
        (["sync", "--to", "bolt://a:b@127.0.0.1"], 2, "leave user and password out of the address"),
        (["who-said", "X", "--store", "bolt://127.0.0.1:1"], 1, "cannot be reached"),
        (["load", "bridge.txt", "--store", "neo4j://127.0.0.1"], 2, "takes the folder of a store here, and that is an address"),
        (["neo4j", "start", "--store", "nowhere.db"], 1, "there is no store here"),
        (["sync", "--store", "nowhere.db"], 1, "there is no store here"),
    ],
)
def test_what_cannot_be(kg: Kg, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, says: str) -> None:  # noqa: F811
    Path("bridge.txt").write_text(BRIDGE, encoding="utf-8")
    assert kg("load", "bridge.txt").code == 0
    monkeypatch.setenv("NEO4J_PASSWORD", "secret")
    ran = kg(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1), ran
    assert says in ran.err
    assert "secret" not in ran.err


def test_a_wrong_password(loaded: Kg, where: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not it")
    ran = loaded("sync", "--to", where.uri)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"error: {where.uri}: wrong user name or password: set NEO4J_USERNAME and NEO4J_PASSWORD\n"
    monkeypatch.delenv("NEO4J_PASSWORD")
    assert f"{where.uri}: no password: set NEO4J_PASSWORD" in loaded("sync", "--to", where.uri).err


def test_a_database_that_is_not_there(loaded: Kg, where: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nope")
    ran = loaded("sync", "--to", where.uri)
    assert ran.err == f"error: {where.uri}/nope: there is no such database: set NEO4J_DATABASE to one that is there\n"


def test_a_database_without_a_store(loaded: Kg, server: Connection, where: Address) -> None:
    server.writing(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    for words in (["who-said", "X", "--store", where.uri], ["import", "--from", where.uri, "--store", "new.db"]):
        ran = loaded(*words)
        assert (ran.code, ran.err) == (1, f"error: {where.uri}: no store was synced to this database: `kg sync` does it\n")
    assert not Path("new.db").exists()


def test_a_server_that_is_too_old(loaded: Kg, where: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "OLDEST", (99, 1))
    ran = loaded("sync", "--to", where.uri)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("is too old: 99.1 or newer is needed\n")


@pytest.mark.parametrize(
    ("code", "message", "says"),
    [
        ("Neo.ClientError.Security.Forbidden", "Write operations are not allowed", "this user may not do that"),
        ("Neo.TransientError.General.DatabaseUnavailable", "x: No space left on device", "as when its disk is full"),
        ("Neo.ClientError.Schema.ConstraintValidationFailed", "Node(1) already exists", "another process writes the same there"),
        ("Neo.ClientError.Security.CredentialsExpired", "", "the password has expired"),
        ("Neo.DatabaseError.General.UnknownError", "went  wrong\nhere", "db: went wrong here"),
    ],
)
def test_errors_of_servers_that_are_not_at_hand(code: str, message: str, says: str) -> None:
    assert says in str(_server_error("db", code, " ".join(message.split())))


def test_the_local_server_is_found_by_itself(
    kg: Kg,  # noqa: F811
    home: Home,
    server: Connection,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open_store(home.store) as opened:
        opened.load(sample())
    assert kg("sync", "--store", str(home.store)).code == 0
    assert count(server, "(:NewsArticle)") == 1
    uri = address(home.store).uri
    assert "no password" in kg("who-said", "Tom Brack", "--store", uri).err
    folder = tmp_path_factory.mktemp("beside")
    (folder / "kg.db").symlink_to(home.store)
    monkeypatch.chdir(folder)
    assert kg("who-said", "Tom Brack", "--store", uri).code == 0
    assert json.loads(kg("cypher", "RETURN 1 AS one").out) == {"one": 1}
