"""One real Neo4j for all tests, started as a user starts it, and stores to put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from kg.cli import main
from kg.neo4j.connection import Address, Connection
from kg.neo4j.local import java
from kg.neo4j.local import server as local
from kg.neo4j.local.home import Home
from kg.neo4j.readback import dump
from kg.neo4j.sync import sync
from kg.store import Store, open_store
from tests.store.sample import other, sample


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Servers that live for minutes: Java's second compiler would take as much time as all that they are asked."""
    command = java._command

    def quick(home: Home, name: str, jars: Sequence[Path], options: Sequence[str], main: str, words: Sequence[str]) -> list[str]:
        return command(home, name, jars, (*options, "-XX:TieredStopAtLevel=1"), main, words)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(java, "_command", quick)
        yield


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The folder of a running server."""
    folder = tmp_path_factory.mktemp("neo4j") / "kg.db"
    open_store(folder).close()
    assert main(["neo4j", "start", "--store", str(folder), "--port", str(local._free(17_691)), "--heap", "512m"]) == 0
    try:
        yield Home(folder)
    finally:
        local.stop(Home(folder))


@pytest.fixture(scope="session")
def where(home: Home) -> Address:
    running = home.running()
    assert running is not None
    return local.address(home, running)


@pytest.fixture
def server(where: Address, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """An empty database, of which the environment knows nothing."""
    for name in ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "KG_STORE"):
        monkeypatch.delenv(name, raising=False)
    with Connection(where) as connection:
        connection.writing(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
        yield connection


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of the two sample articles, open for writing."""
    with open_store(tmp_path / "kg.db") as opened:
        opened.load(sample())
        opened.load(other())
        yield opened


@pytest.fixture
def synced(server: Connection, store: Store) -> Connection:
    """The server with the store in it."""
    sync(store, server)
    return server


Same = Callable[[Store, Connection], bool]


def same(store: Store, server: Connection) -> bool:
    """Whether what is read back from `server` makes a store that is exported to the very bytes of `store`."""
    ours, theirs = BytesIO(), BytesIO()
    store.export(ours, "nquads")
    dump(server, theirs)
    return sorted(ours.getvalue().splitlines()) == sorted(theirs.getvalue().splitlines())


def count(server: Connection, pattern: str) -> int:
    """How many matches of a pattern there are: `(:Person)`, `()-[:SAID]->()`."""
    return int(server.read("RETURN COUNT { " + pattern + " } AS n")[0]["n"])
