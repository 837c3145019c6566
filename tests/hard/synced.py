"""Neo4j under attack: syncs that are killed, a network that is slow or breaks off, a server that dies. In the end it equals the store."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

import pytest

from kg.checking.mirror import out_of_step
from kg.errors import KgError
from kg.neo4j import sync as module
from kg.neo4j.connection import Address, Connection
from kg.neo4j.local import server as local
from kg.neo4j.local.home import Home
from kg.neo4j.sync import sync
from kg.store import open_store
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, finish, kill, start, telling, work
from tests.hard.proxy import proxy
from tests.neo4j.conftest import same
from tests.store.sample import variant

BATCH = "from kg.neo4j import sync; sync.BATCH = 400"
PLACE = "kg.neo4j.sync:_Writer.prepare"
WRITTEN = ("nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set")


def port_of(where: Address) -> int:
    return int(where.uri.rpartition(":")[2])


def empty(where: Address) -> None:
    with Connection(where) as server:
        server.writing(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


def changes(path: Path, number: int, random: Random) -> int:
    """Add, change and delete some articles; how many."""
    with open_store(path) as store:
        for article in range(6):
            store.load(variant(random.randrange(20), number * 10 + article))
        gone = random.choice(sorted({row["doc"] for row in store.query("who-said")}, key=str))
        store.delete(str(gone))
        if number % 3 == 0:
            store.sparql("DELETE WHERE { GRAPH ?g { ?a kg:saidWords ?w } }", write=True)
    return 7


def equal(path: Path, where: Address, outcome: Outcome) -> None:
    """Sync once more; then nothing is left to write, and what is there is the store."""
    with open_store(path, read_only=True) as store, Connection(where) as server:
        sync(store, server)
        again = sync(store, server)
        outcome.lost += [f"a second sync wrote: {again}"] if any(again[name] for name in WRITTEN) else []
        outcome.lost += [] if same(store, server) else ["Neo4j does not hold what the store holds"]
        outcome.lost += [one.problem for one in out_of_step(store, where)]


def syncs(folder: Path, kills: int, random: Random, where: Address) -> Outcome:
    """kg sync killed at random moments, with changes between."""
    outcome, path = Outcome("kill -9 in kg sync"), folder / "kg.db"
    empty(where)
    words = telling(PLACE, "sync", "--to", where.uri, "--store", "kg.db", more=BATCH)
    password = {"NEO4J_PASSWORD": where.password}
    outcome.inputs += changes_first(path)
    finish(words, folder, folder / "out", password)
    outcome.inputs += changes(path, 0, random)
    longest = work(words, folder, folder / "out", password)
    for number in count(1):
        if outcome.kills >= kills:
            break
        outcome.inputs += changes(path, number, random)
        outcome.kills += kill(words, folder, folder / "out", longest, random, password)
        if number % 5 == 0:
            equal(path, where, outcome)
    equal(path, where, outcome)
    return outcome


def changes_first(path: Path) -> int:
    with open_store(path) as store:
        for number in range(20):
            store.load(variant(number))
    return 20


def slow(folder: Path, where: Address) -> Outcome:
    """Every piece comes 30 ms later in each direction."""
    outcome, path = Outcome("network: delay of 30 ms a packet"), folder / "kg.db"
    empty(where)
    outcome.inputs = changes_first(path)
    with proxy(port_of(where)) as between:
        between.delay = 0.03
        with open_store(path, read_only=True) as store, Connection(_through(where, between.port)) as server:
            sync(store, server)
    equal(path, where, outcome)
    return outcome


def broken(folder: Path, tries: int, random: Random, where: Address) -> Outcome:
    """A connection that is cut after some bytes: retried, or one line; never a hang, and what is there is whole graphs."""
    outcome, path = Outcome("network: connections cut in mid-sync"), folder / "kg.db"
    empty(where)
    changes_first(path)
    for number in range(tries):
        changes(path, number, random)
        with proxy(port_of(where)) as between, pytest.MonkeyPatch.context() as patched:
            patched.setattr(module, "BATCH", 400)
            between.budgets = [random.randrange(500, 60_000) for _ in range(3)]
            began = time.monotonic()
            try:
                with open_store(path, read_only=True) as store, Connection(_through(where, between.port)) as server:
                    sync(store, server)
            except KgError as error:
                outcome.lost += [f"more than a line: {error}"] if "\n" in str(error) else []
            outcome.lost += ["it took more than two minutes"] if time.monotonic() - began > 120 else []
            outcome.inputs += between.cuts
        _whole_graphs(path, where, outcome)
    equal(path, where, outcome)
    return outcome


def _whole_graphs(path: Path, where: Address, outcome: Outcome) -> None:
    """Whatever was written and is current must be whole: a graph is there wholly or not at all."""
    with open_store(path, read_only=True) as store, Connection(where) as server:
        stamps = {row["graph"]: row["stamp"] for row in server.read("MATCH (g:Kg:Graph) RETURN g.iri AS graph, g.stamp AS stamp")}
        wanted = store.graphs()
        outcome.lost += list(module._damaged(store, server, [one for one in stamps if one in wanted and wanted[one] == stamps[one]]))


def _through(where: Address, port: int) -> Address:
    return replace(where, uri=f"bolt://127.0.0.1:{port}")


def dying(folder: Path, kills: int, random: Random, home: Home) -> Outcome:
    """The server itself killed in mid-sync: the sync ends with one line, and the next one, once it runs again, makes good."""
    outcome, path = Outcome("Neo4j killed in mid-sync"), folder / "kg.db"
    running = local.alive(home)
    assert running
    where = local.address(home, running)
    empty(where)
    changes_first(path)
    words = telling(PLACE, "sync", "--to", where.uri, "--store", "kg.db", more=BATCH)
    for number in range(kills):
        outcome.inputs += changes(path, number, random)
        (folder / "ready").unlink(missing_ok=True)
        process = start(words, folder, folder / "out", {"NEO4J_PASSWORD": where.password})
        while process.poll() is None and not (folder / "ready").exists():
            time.sleep(0.002)
        time.sleep(random.uniform(0, 0.5))
        os.kill(running.pid, signal.SIGKILL)
        outcome.kills += 1
        code, said = process.wait(120), (folder / "out.err").read_text()
        if code not in (0, 1) or (code and (said.count("\n") != 1 or "cannot be reached" not in said)):
            outcome.lost.append(f"{code}: {said[-300:]}")
        running, _ = local.start(home, port=running.port, heap="512m")
        equal(path, where, outcome)
    return outcome


@contextmanager
def running_server(folder: Path) -> Iterator[Home]:
    """A server that is started as users start it."""
    open_store(folder / "server.db").close()
    home = Home(folder / "server.db")
    finish([*KG, "neo4j", "start", "--store", "server.db", "--heap", "512m", "--port", str(local._any_port())], folder, folder / "out")
    try:
        yield home
    finally:
        local.stop(home)
