"""Several processes at one store: each gets a right answer, or one clear line."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from kg.errors import StoreLocked
from kg.rdf import from_quads
from kg.store import Store, open_store
from kg.store.find import graphs
from kg.store.graphs import articles, statements
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, ROOT, start
from tests.store.sample import variant

WRITER = """
import sys, time
from pathlib import Path
from kg.store import open_store
from tests.store.sample import variant
path, until = Path(sys.argv[1]), time.monotonic() + float(sys.argv[2])
with open_store(path) as store:
    number = 0
    while time.monotonic() < until:
        store.load(variant(number % 30, number // 30))
        number += 1
        if number % 40 == 0 and sys.argv[3] == "compact":
            store.live.optimize()
        print(number, flush=True)
"""
READER = """
import sys, time
from pathlib import Path
from tests.hard.beside import read
print(read(Path(sys.argv[1]), float(sys.argv[2])))
"""


def two_writers(folder: Path, tries: int, _: Random) -> Outcome:
    """Whoever comes second is told so in one line, and nothing of the first is harmed."""
    outcome = Outcome("two writers")
    path, texts = folder / "kg.db", folder / "a.txt"
    texts.write_text("The mayor said that the bridge was safe.")
    with open_store(path) as store:
        for number in range(tries):
            store.load(variant(number))
            for command in (["load", "a.txt"], ["delete", f"{number}.txt"], ["link"], ["backup", "copy"]):
                second = start([*KG, *command, "--store", "kg.db"], folder, folder / "out")
                said = (second.wait(60), (folder / "out.err").read_text())
                outcome.inputs += 1
                if said[0] != 1 or said[1].count("\n") != 1 or "another process is writing" not in said[1]:
                    outcome.lost.append(f"{command}: {said}")
        outcome.lost += [] if store.stats()["articles"] == tries else ["the first writer's articles are not all there"]
    return outcome


def many_readers(folder: Path, seconds: float, _: Random, how: str = "") -> Outcome:
    """Ten readers beside a writer, which with `compact` has the database compacted again and again."""
    outcome = Outcome("a writer and ten readers" + (" during compaction" if how else ""))
    path = folder / "kg.db"
    with open_store(path) as store:
        store.load(variant(0))
    begun = start([KG[0], "-c", WRITER, str(path), str(seconds), how or "-"], ROOT, folder / "writer")
    readers = [start([KG[0], "-c", READER, str(path), str(seconds)], ROOT, folder / f"r{n}") for n in range(10)]
    for number, reader in enumerate(readers):
        code, said = reader.wait(300), (folder / f"r{number}.err").read_text()
        outcome.lost += [f"a reader: {said[-300:]}"] if code else []
        outcome.inputs += int((folder / f"r{number}").read_text() or 0)
    outcome.lost += [(folder / "writer.err").read_text()[-300:]] if begun.wait(300) else []
    written = len((folder / "writer").read_text().splitlines())
    outcome.note = f"{written} articles were written meanwhile"
    with open_store(path, read_only=True) as store:
        outcome.lost += [] if store.stats()["articles"] == min(30, max(1, written)) else ["not all that was written is there"]
    return outcome


def read(path: Path, seconds: float) -> int:
    """Open the store to read, again and again, and see that every article is whole; how often that was done."""
    until, done = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        try:
            with open_store(path, create=False, read_only=True) as store:
                _whole(store)
                assert len(store.query("who-said", limit=5)) > 0
                assert store.suggest("Tom Brak 3") is not None
                done += 1
        except StoreLocked:
            continue
    return done


def _whole(store: Store) -> None:
    live = store.live
    for one in list(articles(live))[:5]:
        told = [quad for graph in graphs(live, store.base, one.value) for quad in statements(live, graph)]
        if told:  # it may have been replaced just then
            from_quads(told)
