"""All hard tests in their order, each of which gives rows of the table."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.hard import beside, fuzz, hostile, killed, order, places, secrets
from tests.hard.outcome import Outcome

Found = Outcome | Iterable[Outcome]


@dataclass(frozen=True)
class Size:
    """How much is to be done: kills of each of load, link, corpus run and sync; seconds of fuzzing; tries of the rest."""

    kills: int
    seconds: float
    tries: int


def without_server(size: Size, random: Random) -> Iterator[Callable[[Path], Found]]:
    """What needs nothing but this machine."""
    few = max(1, size.kills // 5)
    yield lambda d: killed.loads(d, size.kills, random)
    yield lambda d: killed.links(d, size.kills, random)
    yield lambda d: killed.corpus_runs(d, size.kills, random)
    yield lambda d: killed.bulk_loads(d, few, random)
    yield lambda d: killed.upkeep(d, few, random)
    yield lambda d: beside.two_writers(d, max(1, size.tries // 20), random)
    yield lambda d: beside.many_readers(d, size.seconds / 10, random)
    yield lambda d: beside.many_readers(d, size.seconds / 10, random, "compact")
    yield places.full_disk
    yield places.read_only
    yield lambda d: places.clock_back(d, random)
    yield lambda d: order.orders(d, size.tries, random)
    yield lambda d: fuzz.loaders(size.seconds, random)
    yield lambda d: fuzz.imports(d, size.seconds / 2, random)
    yield lambda d: fuzz.extractor(size.seconds / 2, random)
    yield hostile.shown
    yield hostile.archives
    yield lambda d: hostile.sparql_doors(d, size.tries * 50, random)
    yield secrets.told_nowhere


def with_server(size: Size, random: Random, folder: Path) -> Iterator[Callable[[Path], Found]]:
    """What needs a Neo4j: one server, started here, serves all; it is killed last."""
    from kg.neo4j.local import server as local
    from tests.hard import doors, synced

    with synced.running_server(folder) as home:
        running = local.alive(home)
        assert running
        where = local.address(home, running)
        yield lambda d: synced.syncs(d, size.kills, random, where)
        yield lambda d: synced.slow(d, where)
        yield lambda d: synced.broken(d, max(1, size.tries // 10), random, where)
        yield lambda d: doors.cypher_doors(d, size.tries * 5, random, where)
        yield lambda _: secrets.of_the_local_server(home)
        yield lambda d: synced.dying(d, max(1, size.kills // 12), random, home)


def run(tests: Iterable[Callable[[Path], Found]], say: Callable[[Outcome], None]) -> list[Outcome]:
    """Run them one after the other, each in a folder of its own; `say` is told of each row."""
    rows: list[Outcome] = []
    for test in tests:
        with tempfile.TemporaryDirectory(prefix="kg-hard-") as name:
            began = time.monotonic()
            try:
                found = test(Path(name))
            except pytest.skip.Exception as skipped:
                found = Outcome(test.__qualname__, note=f"skipped: {skipped}")
            made = [found] if isinstance(found, Outcome) else list(found)
            for outcome in made:
                outcome.seconds = (time.monotonic() - began) / len(made)
                say(outcome)
            rows += made
    return rows
