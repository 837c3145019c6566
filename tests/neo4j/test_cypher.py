"""`kg cypher`: what it answers, and what it lets through."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kg.errors import QueryError
from kg.neo4j.connection import Connection
from kg.neo4j.cypher import run


def test_values_are_plain_or_json(synced: Connection) -> None:
    answer = run(
        synced,
        "MATCH (a:NewsArticle {doc: 'news/harbour.txt'}) RETURN a.datePublished AS day, a.key AS key, [1, a.datePublished] AS list, "
        "{b: 1} AS map, null AS none, 1.5 AS number, a AS node, date('2024-01-01') + duration('P1D') AS time",
        {},
    )
    [row] = answer.rows
    assert (str(row["day"]), row["number"], row["none"], row["time"]) == (
        "2024-03-06",
        1.5,
        None,
        date(2024, 1, 2),
    )
    assert json.loads(str(row["list"])) == [1, "2024-03-06"]
    assert json.loads(str(row["map"])) == {"b": 1}
    assert json.loads(str(row["node"]))["labels"] == ["Kg", "NewsArticle"]


def test_paths_and_relationships(synced: Connection) -> None:
    [row] = run(synced, "MATCH p = (:Person {name: 'Tom Brack'})-[s:SAID]->(:Claim) RETURN p, s LIMIT 1", {}).rows
    assert [list(step) for step in json.loads(str(row["p"]))] == [
        ["labels", "properties"],
        ["type", "properties"],
        ["labels", "properties"],
    ]
    assert json.loads(str(row["s"]))["properties"]["derived"] is True


def test_parameters(synced: Connection) -> None:
    answer = run(synced, "MATCH (p:Person) WHERE p.name = $who RETURN count(p) AS n, $x AS x", {"who": "Tom Brack", "x": "'}) DELETE"})
    assert list(answer.rows) == [{"n": 2, "x": "'}) DELETE"}]


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Dog) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.x = 1",
        "MERGE (n:Dog {a: 1})",
        "CREATE INDEX dogs FOR (n:Dog) ON (n.name)",
        "DROP CONSTRAINT kg_iri",
        "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS",
        "CALL db.createLabel('Dog')",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL dbms.killConnection('bolt-1')",
        "CREATE USER dog SET PASSWORD 'doggoeswoof'",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
        "/* harmless */ CREATE (n:Dog)",
        "CYPHER runtime=slotted CREATE (n:Dog)",
        "PROFILE CREATE (n:Dog)",
        "/* a */ /* b */CREATE USER dog SET PASSWORD 'doggoeswoof' /* */ SHOW USERS",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-9999'",
        "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message",
    ],
)
def test_what_writes_is_refused(synced: Connection, text: str) -> None:
    with pytest.raises(QueryError):
        run(synced, text, {})
    assert synced.read("RETURN COUNT { (:Dog) } AS dogs, COUNT { (:Kg) } > 0 AS there") == [{"dogs": 0, "there": True}]


@pytest.mark.parametrize(
    "text", ["LOAD CSV FROM 'http://127.0.0.1:9/x' AS l RETURN l", "MATCH (n) LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"]
)
def test_load_csv_is_refused_and_does_not_reach_far(synced: Connection, text: str) -> None:
    with pytest.raises(QueryError, match="LOAD CSV would make the server read files or go out"):
        run(synced, text, {})
    with pytest.raises(QueryError, match="Cannot load from URL"):
        run(synced, text, {}, allow_network=True)


def test_what_only_reads_is_let_through(synced: Connection) -> None:
    for text in (
        "CALL db.labels() YIELD label RETURN count(*) AS n",
        "SHOW INDEXES YIELD name RETURN count(*) AS n",
        "RETURN 'CREATE' AS n",
    ):
        assert len(run(synced, text, {}).rows) == 1
    found = run(synced, "CALL db.index.fulltext.queryNodes('kg_texts', 'crane') YIELD node RETURN node.text AS text", {})
    assert "No crane is moving" in [row["text"] for row in found.rows]


def test_writing_when_it_is_meant(synced: Connection) -> None:
    answer = run(synced, "UNWIND [1, 2] AS i CALL (i) { CREATE (n:Dog {i: i}) } IN TRANSACTIONS", {}, write=True)
    assert answer.written["nodes_created"] == 2
    assert len(answer.rows) == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("MTCH (n) RETURN n", r"not Cypher as it should be: Invalid input 'MTCH'.*\(line 1, column 1\)"),
        ("MATCH (n)\nRETRN n", r"\(line 2, column 1\)"),
        ("RETURN $missing", "Expected parameter"),
        ("RETURN 1/0", "/ by zero"),
        ("", "not Cypher|Unexpected end"),
    ],
)
def test_complaints_are_one_line(synced: Connection, text: str, says: str) -> None:
    with pytest.raises(QueryError, match=says) as refused:
        run(synced, text, {})
    assert "\n" not in str(refused.value)
