"""How fast `kg sync --bulk` fills an empty Neo4j, beside `neo4j-admin database import` alone on the same files.

Elements are nodes and relationships; CPU seconds are of this process and of the importer. Indexes, which `kg sync` makes too, are told of
apart.

usage: python benchmarks/bulk.py STORE_OR_RUN…     (needs the extra neo4j; a server is started and stopped in a folder of its own)
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import psutil

from kg.corpus import is_run
from kg.neo4j.bulk import offline
from kg.neo4j.bulk.files import Origin, write
from kg.neo4j.bulk.sources import of_run, of_store
from kg.neo4j.connection import Connection
from kg.neo4j.local import server as local
from kg.neo4j.local.home import Home
from kg.neo4j.schema import make
from kg.rdf import DEFAULT_BASE
from kg.store import open_store

MEMORY = 1_000_000_000


def measure(origin: Origin, folder: Path) -> str:
    """A row of the table."""
    home = Home(folder / "kg.db")
    home.make()
    files = folder / "files"
    files.mkdir()
    began = time.process_time()
    counts = write(origin, files)
    writing = time.process_time() - began
    before = _children()
    offline._import(home, files, counts, MEMORY)
    importing = _children() - before
    size = sum(path.stat().st_size for path in files.iterdir()) / 1e6
    running, _ = local.start(home, heap="1g")
    try:
        process = psutil.Process(running.pid)
        before = _cpu(process)
        with Connection(local.address(home, running)) as server:
            make(server)
        indexing = _cpu(process) - before
    finally:
        local.stop(home)
    elements = counts["nodes_created"] + counts["relationships_created"]
    disk = sum(path.stat().st_size for path in (home.path / "data").rglob("*") if path.is_file()) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    return (
        f"{elements:,} | {writing:.1f} | {importing:.1f} | {elements / importing:,.0f} | {elements / (writing + importing):,.0f} | "
        f"{importing / (writing + importing):.2f} | {indexing:.1f} | {peak:.0f} | {size:.0f} | {disk:.0f}"
    )


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


def main(words: list[str]) -> None:
    print(
        "| what | elements | conversion CPU s | neo4j-admin CPU s | neo4j-admin elements per CPU s | both, elements per CPU s | ratio | "
        "indexes CPU s | largest memory of conversion MB | files MB | database MB |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for word in map(Path, words):
        with tempfile.TemporaryDirectory(dir=word.parent) as folder:
            if is_run(word):
                row = measure(of_run(word, DEFAULT_BASE), Path(folder))
            else:
                with open_store(word, read_only=True) as store:
                    row = measure(of_store(store), Path(folder))
        print(f"| {word.name} | {row} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
