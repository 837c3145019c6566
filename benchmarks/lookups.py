"""How long look-ups take that are bounded by an entity, a claim or an article: in this process, and as a command in a new shell.

Entities are drawn twice: each name as likely as any other, and each as likely as it is spoken of, which draws those that thousands of
articles name. CPU milliseconds of this process (and, for Neo4j, wall clock, since the work is the server's).

usage: python benchmarks/lookups.py STORE [TIMES]            (the embedded store)
       python benchmarks/lookups.py STORE [TIMES] --neo4j    (the store's own server, which holds the same: kg neo4j start, kg sync)
"""

from __future__ import annotations

import io
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode

from kg.answers import Answers
from kg.neo4j.answers import open_neo4j
from kg.neo4j.where import address
from kg.rdf import terms as t
from kg.store import Store, open_store

KG = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())"]
_LOOKED_AT = 100_000


def drawn(store: Store, predicate: NamedNode, times: int, *, subject: bool = False, distinct: bool = False) -> list[str]:
    """Values (or subjects) of a property, drawn at random."""
    found = islice(store._open().quads_for_pattern(None, predicate, None, None), _LOOKED_AT)
    values = [(quad.subject if subject else quad.object).value for quad in found]  # type: ignore[union-attr]
    chance = random.Random(1)
    return chance.sample(sorted(set(values)) if distinct else values, times)


def row(what: str, ask: Callable[[str], int], about: list[str], clock: Callable[[], float]) -> str:
    ask(about[0])
    took, rows = [], []
    for one in about:
        began = clock()
        rows.append(ask(one))
        took.append(1000 * (clock() - began))
    took.sort()
    return (
        f"| {what} | {statistics.median(took):.1f} | {took[int(0.95 * len(took))]:.1f} | {took[-1]:.1f} | "
        f"{statistics.median(rows):.0f} | {max(rows)} |"
    )


def table(asked: Answers, store: Store, times: int, clock: Callable[[], float]) -> Iterator[str]:
    names = {
        "any name": drawn(store, t.NAME_KEY, times, distinct=True),
        "by mentions": drawn(store, t.NAME_KEY, times),
    }
    claims = drawn(store, t.CLAIM, times)
    ask = asked.exactly
    for kind, chosen in names.items():
        for name, parameter in (("who-said", "speaker"), ("about", "entity"), ("timeline", "about"), ("contradictions", "speaker")):
            yield row(f"{name} {parameter}, {kind}", lambda a, n=name, p=parameter: len(ask(n, **{p: a})), chosen, clock)  # type: ignore[misc]
        for name, parameter in (("who-said", "speaker"), ("about", "entity"), ("timeline", "about")):
            yield row(f"{name} --limit 100, {kind}", lambda a, n=name, p=parameter: len(ask(n, **{p: a}, limit=100)), chosen, clock)  # type: ignore[misc]
    yield row("provenance of a claim", lambda a: len(asked.query("provenance", id=a)), claims, clock)
    yield row("corroboration of a claim", lambda a: len(asked.query("corroboration", claim=a)), claims, clock)
    if isinstance(asked, Store):
        articles = drawn(store, t.READ_BY, times, subject=True)
        yield row("export of an article", lambda a: asked.export(io.BytesIO(), "nquads", article=a), articles, clock)


def shell(path: Path, words: list[str]) -> float:
    """Seconds of CPU of one command in a new process, the median of five."""
    took = []
    for _ in range(5):
        script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        script += "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime)"
        command = [sys.executable, "-c", script, *KG, *words, "--store", str(path)]
        took.append(float(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    return statistics.median(took)


def main(words: list[str]) -> None:
    path, times = Path(words[0]), int(words[1]) if len(words) > 1 and words[1].isdecimal() else 100
    with open_store(path, read_only=True) as store:
        print("| look-up | p50 ms | p95 ms | most ms | rows, median | rows, most |\n|---|---|---|---|---|---|")
        if "--neo4j" in words:
            with open_neo4j(address(path)) as asked:
                for line in table(asked, store, times, time.perf_counter):
                    print(line, flush=True)
            return
        for line in table(store, store, times, time.process_time):
            print(line, flush=True)
        name, claim = drawn(store, t.NAME_KEY, 1)[0], drawn(store, t.CLAIM, 1)[0]
    print(f"\nin a new shell, CPU s: who-said {shell(path, ['who-said', name]):.2f}, provenance {shell(path, ['provenance', claim]):.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
