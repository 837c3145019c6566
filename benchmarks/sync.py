"""How fast a store gets into Neo4j: ours, beside rdflib-neo4j and beside naive writing, on the same data and the same server.

Elements are nodes and relationships; CPU seconds are those of this process and of the server together. Every writer fills an empty
database several times, by turns; the first rounds warm the server and do not count. rdflib-neo4j 1.1 is used when it is installed.

usage: python benchmarks/sync.py STORE [TIMES] [WARMING] [naive]     (needs a running local server: kg neo4j start --store STORE)
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from neo4j import ManagedTransaction

from kg.neo4j.connection import Connection
from kg.neo4j.local import server as local
from kg.neo4j.local.home import Home
from kg.neo4j.project import Part, project
from kg.neo4j.sync import sync
from kg.neo4j.where import address
from kg.store import Store, open_store


def ours(store: Store, server: Connection) -> None:
    sync(store, server, take_over=True)


def naive(store: Store, server: Connection) -> None:
    """A MERGE for every element, a transaction for every graph: what one writes first."""
    server.writing(lambda tx: tx.run("CREATE CONSTRAINT naive IF NOT EXISTS FOR (n:Kg) REQUIRE n.iri IS UNIQUE").consume())
    for graph, told in store.things_of(store.graphs()):
        part = project(graph, told)
        server.writing(lambda tx, part=part: _merge(tx, part))


def _merge(tx: ManagedTransaction, part: Part) -> None:
    for node, labels in zip(part.nodes, part.labels, strict=True):
        tx.run("MERGE (n:Kg {iri: $iri}) SET n += $node, n:$($labels)", iri=node["iri"], node=node, labels=labels).consume()
    edges = [(part.nodes[a]["iri"], kind, part.nodes[b]["iri"]) for a, kind, b in part.inner]
    edges += [(part.nodes[a]["iri"], kind, b) for (kind, b), places in part.outer.items() for a in places]
    for a, kind, b in edges:
        tx.run("MERGE (a:Kg {iri: $a}) MERGE (b:Kg {iri: $b}) MERGE (a)-[:$($kind)]->(b)", a=a, b=b, kind=kind).consume()


def rdflib_neo4j(store: Store, server: Connection) -> None:
    """rdflib-neo4j as its documentation has it: batching on, 5,000 a batch. It keeps no graphs, and the last of several values."""
    from rdflib import Graph
    from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig

    where = address(store.path)
    auth = {"uri": where.uri, "database": "neo4j", "user": where.username, "pwd": where.password}
    config = Neo4jStoreConfig(auth_data=auth, handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE, batching=True, batch_size=5000)
    server.writing(lambda tx: tx.run("CREATE CONSTRAINT n10s_unique_uri IF NOT EXISTS FOR (r:Resource) REQUIRE r.uri IS UNIQUE").consume())
    graph = Graph(store=Neo4jStore(config=config))
    for triple in store.dataset().triples((None, None, None)):
        graph.add(triple)
    graph.close(True)


def measure(write: Callable[[Store, Connection], None], store: Store, server: Wiping, process: psutil.Process) -> tuple[int, float, float]:
    """Elements written, CPU seconds, seconds."""
    server.wipe()
    before, began = _cpu(process), time.perf_counter()
    write(store, server)
    cpu, seconds = _cpu(process) - before, time.perf_counter() - began
    [row] = server.read("RETURN COUNT { () } + COUNT { ()-->() } AS n")
    return row["n"], cpu, seconds


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return time.process_time() + float(times.user + times.system)


class Wiping(Connection):
    def wipe(self) -> None:
        with self.session(write=True) as session:
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def main(words: list[str]) -> None:
    path, times, warming = Path(words[0]), int(words[1]) if len(words) > 1 else 3, int(words[2]) if len(words) > 2 else 3
    running = local.alive(Home(path))
    if running is None:
        sys.exit(f"no local server runs for {path}: kg neo4j start --store {path}")
    writers: list[Callable[[Store, Connection], None]] = [ours, rdflib_neo4j, *([naive] if "naive" in words else [])]
    try:
        import rdflib_neo4j as _  # noqa: F401
    except ImportError:
        print("rdflib-neo4j is not installed: left out")
        writers.remove(rdflib_neo4j)
    runs: dict[str, list[tuple[int, float, float]]] = {}
    with open_store(path, read_only=True) as store, Wiping(address(path)) as server:
        for number in range(warming + times):
            for write in writers:
                done = measure(write, store, server, psutil.Process(running.pid))
                runs.setdefault(write.__name__, []).extend([done] if number >= warming else [])
    table(runs)


def table(runs: dict[str, list[tuple[int, float, float]]]) -> None:
    print(f"{'writer':14}{'elements':>10}{'CPU s':>8}{'wall s':>8}{'elements per CPU s, median (each)':>40}")
    for name, counted in runs.items():
        rates = [elements / cpu for elements, cpu, _ in counted]
        elements, cpu, seconds = (statistics.median(column) for column in zip(*counted, strict=True))
        each = ", ".join(f"{rate:,.0f}" for rate in rates)
        print(f"{name:14}{elements:>10,.0f}{cpu:>8.1f}{seconds:>8.1f}{statistics.median(rates):>14,.0f}  ({each})", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
