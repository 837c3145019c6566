"""The hard tests of Neo4j with small numbers; `python -m tests.hard --parts sync cuts cypher` does them with large ones."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from kg.cli import main
from kg.neo4j.connection import Address, Connection
from kg.neo4j.cypher import run
from kg.neo4j.local.home import Home
from kg.store import Store, open_store
from tests.hard import doors, secrets, synced
from tests.neo4j.conftest import same


@pytest.mark.usefixtures("server")
def test_sync_is_killed(tmp_path: Path, where: Address) -> None:
    synced.syncs(tmp_path, 2, Random(17), where).check()


@pytest.mark.usefixtures("server")
def test_connections_are_cut(tmp_path: Path, where: Address) -> None:
    synced.broken(tmp_path, 1, Random(17), where).check()


@pytest.mark.usefixtures("server")
def test_read_only_doors(tmp_path: Path, where: Address) -> None:
    doors.cypher_doors(tmp_path, 120, Random(17), where).check()


def test_the_password_is_in_its_file_alone(home: Home) -> None:
    secrets.of_the_local_server(home).check()


@pytest.mark.parametrize("text", ["SHOW USERS", "SHOW CURRENT USER YIELD user RETURN user", "/* who */ show users", "SHOW DATABASES"])
@pytest.mark.usefixtures("server")
def test_what_administrators_look_up_is_no_change(where: Address, text: str) -> None:
    with Connection(where) as connection:
        assert len(run(connection, text, {}).rows) > 0


def test_check_mends_what_is_out_of_step(synced: Connection, store: Store, where: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", where.password)
    store.close()
    words = ["check", "--store", str(store.path), "--to", where.uri]
    assert main(words) == 0
    synced.writing(lambda tx: tx.run("MATCH (c:Claim {text: 'No crane is moving'}) SET c.text = 'All cranes move'").consume())
    with open_store(store.path) as again:
        again.delete("later-1")
    assert main(words) == 4
    assert main([*words, "--repair"]) == 0
    assert main(words) == 0
    with open_store(store.path, read_only=True) as again:
        assert same(again, synced)
