# ruff: noqa: E501 - data
"""The read-only door of Cypher: nothing that writes, and nothing that makes the server go out, passes it, however it is disguised."""

from __future__ import annotations

from pathlib import Path
from random import Random

from kg.errors import KgError
from kg.neo4j.connection import Address, Connection
from kg.neo4j.cypher import run
from kg.neo4j.sync import sync
from kg.store import open_store
from tests.hard.hostile import canary, disguised
from tests.hard.outcome import Outcome
from tests.store.sample import sample

CYPHER = (
    "CREATE (:Dog)", "MATCH (n) DETACH DELETE n", "MATCH (n) SET n.x = 1", "MERGE (:Dog)", "MATCH (n) REMOVE n:Kg",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS", "FOREACH (i IN [1] | CREATE (:Dog))", "DROP CONSTRAINT kg_iri", "DROP INDEX kg_names",
    "CREATE INDEX d FOR (n:Dog) ON (n.x)", "CALL db.createLabel('Dog')", "CALL dbms.setConfigValue('a', 'b')", "CALL dbms.killConnection('b')",
    "LOAD CSV FROM '{url}' AS l RETURN l", "LOAD CSV WITH HEADERS FROM 'file:///etc/passwd' AS l RETURN l", "PROFILE CREATE (:Dog)",
    "CREATE USER dog SET PASSWORD 'doggoeswoof'", "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'", "STOP DATABASE neo4j",
    "TERMINATE TRANSACTION 'neo4j-transaction-1'", "RETURN 1 UNION CREATE (:Dog) RETURN 1", "CALL {{ CREATE (:Dog) }}",
    "USE system CREATE USER dog SET PASSWORD 'doggoeswoof'", "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t YIELD message RETURN message", "SHOW USERS",
    "CYPHER planner=cost CREATE (:Dog)", "EXPLAIN CREATE (:Dog)",
)  # fmt: skip


def cypher_doors(folder: Path, tries: int, random: Random, where: Address) -> Outcome:
    """Whatever is asked, the database holds what it held, has no user more, and nothing was fetched."""
    outcome = Outcome("read-only doors: Cypher")
    with canary(folder) as bird, Connection(where) as server, open_store(folder / "kg.db") as store:
        store.load(sample())
        server.writing(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        sync(store, server)
        before = _state(server)
        for _ in range(tries):
            text = random.choice(CYPHER).replace("{url}", bird.url)
            text = disguised(text, random) if random.random() < 0.7 else text
            outcome.inputs += 1
            try:
                run(server, text, {})
            except KgError as error:
                outcome.lost += [f"{text!a}: more than a line"] if "\n" in str(error) else []
            bird.told(outcome, text)
            if outcome.inputs % 20 == 0 or outcome.inputs == tries:
                outcome.run += [] if _state(server) == before else [f"something changed by {text!a} or up to 20 before it"]
    return outcome


def _state(server: Connection) -> list[object]:
    asked = (
        "MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS keys, collect(DISTINCT labels(n)) AS labels",
        "MATCH ()-[r]->() RETURN count(r) AS n",
        "SHOW INDEXES YIELD name RETURN collect(name) AS names",
        "SHOW USERS YIELD user RETURN collect(user) AS users",
    )
    return [server.read(text) for text in asked]
