"""All hard tests in their order, each of which gives rows of the table."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from kg.neo4j.local.home import Home
from tests.hard import beside, decided, fuzz, hostile, killed, order, places, secrets
from tests.hard.outcome import Outcome

Found = Outcome | Iterable[Outcome]
Tests = dict[str, Callable[[Path], Found]]


@dataclass(frozen=True)
class Size:
    """How much is to be done: kills of each of load, link, corpus run and sync; seconds of fuzzing; tries of the rest."""

    kills: int
    seconds: float
    tries: int


def without_server(size: Size, random: Random) -> Tests:
    """What needs nothing but this machine."""
    few = max(1, size.kills // 5)
    return {
        "load": lambda d: killed.loads(d, size.kills, random),
        "link": lambda d: killed.links(d, size.kills, random),
        "corpus": lambda d: killed.corpus_runs(d, size.kills, random),
        "bulk": lambda d: killed.bulk_loads(d, few, random),
        "upkeep": lambda d: killed.upkeep(d, few, random),
        "reviews": lambda d: decided.reviews(d, few, random),
        "writers": lambda d: beside.two_writers(d, max(1, size.tries // 20), random),
        "readers": lambda d: beside.many_readers(d, size.seconds / 10, random),
        "compaction": lambda d: beside.many_readers(d, size.seconds / 10, random, "compact"),
        "full": places.full_disk,
        "read-only": places.read_only,
        "clock": lambda d: places.clock_back(d, random),
        "order": lambda d: order.orders(d, size.tries, random),
        "loaders": lambda _: fuzz.loaders(size.seconds, random),
        "imports": lambda d: fuzz.imports(d, size.seconds / 2, random),
        "extractor": lambda _: fuzz.extractor(size.seconds / 2, random),
        "shown": hostile.shown,
        "archives": hostile.archives,
        "sparql": lambda d: hostile.sparql_doors(d, size.tries * 50, random),
        "secrets": secrets.told_nowhere,
    }


def with_server(size: Size, random: Random, home: Home) -> Tests:
    """What needs a Neo4j, which is killed last."""
    from kg.neo4j.local import server as local
    from tests.hard import doors, synced

    running = local.alive(home)
    assert running
    where = local.address(home, running)
    return {
        "sync": lambda d: synced.syncs(d, size.kills, random, where),
        "delay": lambda d: synced.slow(d, where),
        "cuts": lambda d: synced.broken(d, max(1, size.tries // 10), random, where),
        "cypher": lambda d: doors.cypher_doors(d, size.tries * 5, random, where),
        "password": lambda _: secrets.of_the_local_server(home),
        "dying": lambda d: synced.dying(d, max(1, size.kills // 12), random, home),
    }


SERVER = ("sync", "delay", "cuts", "cypher", "password", "dying")


def run(tests: Tests, say: Callable[[Outcome], None]) -> list[Outcome]:
    """Run them one after the other, each in a folder of its own; `say` is told of each row."""
    rows: list[Outcome] = []
    for name, test in tests.items():
        with tempfile.TemporaryDirectory(prefix="kg-hard-") as folder:
            began = time.monotonic()
            try:
                found = test(Path(folder))
            except pytest.skip.Exception as skipped:
                found = Outcome(name, note=f"skipped: {skipped}")
            made = [found] if isinstance(found, Outcome) else list(found)
            for outcome in made:
                outcome.seconds = (time.monotonic() - began) / len(made)
                say(outcome)
            rows += made
    return rows
