"""The hard tests of Neo4j with small numbers; `python -m tests.hard --parts sync cuts cypher` does them with large ones."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from kg.neo4j.connection import Address
from kg.neo4j.local.home import Home
from tests.hard import doors, secrets, synced


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
    from kg.neo4j.connection import Connection
    from kg.neo4j.cypher import run

    with Connection(where) as connection:
        assert len(run(connection, text, {}).rows) > 0
