"""kill -9 at random moments: nothing acknowledged is lost, the store opens and is sound, and the next run brings it where it should be."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from random import Random

from kg.checking import check
from kg.link.blocks import CROWD
from kg.store import Store, open_store
from kg.store.graphs import articles
from tests.cli.conftest import BRIDGE
from tests.hard.order import LINES, exported, result
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, finish, kill, rows, telling, work
from tests.store.test_linking import told

MANY = 20
ROUNDS = CROWD // 6  # of two articles with three sayings each
CHUNK = "from kg.store import linking; linking.CHUNK = 3"


def problems(store: Store, outcome: Outcome) -> None:
    """Note what `kg check` finds; what the killed command left to be cleared away is no problem."""
    outcome.lost += [f"{one.thing}: {one.problem}" for one in check(store) if one.part != "folder" and not one.repair]


def table(folder: Path, version: int) -> Path:
    """A table of articles, each changed with every version."""
    path = folder / f"v{version}.jsonl"
    texts = (BRIDGE.replace("Lark", f"Lark {n}").replace("every bolt", f"all {version} bolts") for n in range(MANY))
    path.write_text("\n".join(json.dumps({"text": text, "url": f"https://e.example/{n}"}) for n, text in enumerate(texts)) + "\n")
    return path


def loads(folder: Path, kills: int, random: Random) -> Outcome:
    """Loads that replace every article, again and again: what a row told of is in the store or, later, in its history."""
    outcome, acknowledged = Outcome("kill -9 in kg load"), set[str]()
    out, path = folder / "out.jsonl", folder / "kg.db"
    place = "kg.store.writing:Writer.put"
    longest = work(telling(place, "load", str(table(folder, 0)), "--store", "clean.db"), folder, out)
    for version in count(1):
        if outcome.kills >= kills:
            break
        outcome.kills += kill(telling(place, "load", str(table(folder, version)), "--store", "kg.db"), folder, out, longest, random)
        outcome.inputs += len(told := rows(out))
        acknowledged |= {str(row["article"]) for row in told}
        if path.exists():
            _look(path, acknowledged, outcome)
    last = str(table(folder, version))
    for name in ("kg.db", "last.db"):
        finish([*KG, "load", last, "--store", name], folder, out)
    with open_store(path, read_only=True) as one, open_store(folder / "last.db", read_only=True) as other:
        outcome.lost += [] if exported(one) == exported(other) else ["the last load did not end as one of a new store does"]
    return outcome


def _look(path: Path, acknowledged: set[str], outcome: Outcome) -> None:
    with open_store(path) as store:
        problems(store, outcome)
        history = store.read_history()
        held = {one.value for one in articles(store.live)} | ({one.value for one in articles(history)} if history else set())
        outcome.lost += sorted(acknowledged - held)


def bulk_loads(folder: Path, kills: int, random: Random) -> Outcome:
    """A corpus run loaded into an empty store: all of it or nothing, and nothing told of that is not there."""
    outcome, out = Outcome("kill -9 in kg load of a corpus run"), folder / "out.jsonl"
    finish([*KG, "corpus", "run", str(table(folder, 0)), "--out", "run", "--workers", "1"], folder, out)
    place = "kg.store.bulk:Bulk.add"
    longest = work(telling(place, "load", "run", "--store", "clean.db"), folder, out)
    for number in count():
        if outcome.kills >= kills:
            return outcome
        path = folder / f"{number}.db"
        outcome.kills += kill(telling(place, "load", "run", "--store", path.name), folder, out, longest, random)
        outcome.inputs += len(told := rows(out))
        if (path / "store.json").exists():
            _look(path, {str(row["article"]) for row in told}, outcome)
            with open_store(path, read_only=True) as store:
                here = store.stats()["articles"]
                outcome.lost += [] if here in (0, MANY) else [f"{here} of {MANY} articles"]
    return outcome


def links(folder: Path, kills: int, random: Random) -> Outcome:
    """Linking after every few new articles, and notes of people between."""
    outcome = Outcome("kill -9 in kg link")
    number = 0
    while outcome.kills < kills:
        place = folder / f"{number}"
        place.mkdir()
        _linked(place, kills, random, outcome)
        number += 1
    return outcome


def _linked(folder: Path, kills: int, random: Random, outcome: Outcome) -> None:
    """Rounds in one store, fewer than crowd a block of the linker: what it finds in one depends on when it was crowded."""
    out, path, clean = folder / "out", folder / "kg.db", folder / "clean.db"
    words = telling("kg.store.linking:catch_up", "link", "--store", more=CHUNK)
    with open_store(path) as one, open_store(clean) as other:
        _new(random, 0, one, other)
    longest = work([*words, "kg.db"], folder, out)
    for number in range(1, ROUNDS):
        if outcome.kills >= kills:
            break
        with open_store(path) as one, open_store(clean) as other:
            outcome.inputs += _new(random, number, one, other)
        outcome.kills += kill([*words, "kg.db"], folder, out, longest, random)
        with open_store(path) as one:
            problems(one, outcome)
    for name in ("kg.db", "clean.db"):
        finish([*words, name], folder, out)
    with open_store(path, read_only=True) as one, open_store(clean, read_only=True) as other:
        outcome.lost += [] if result(exported(one)) == result(exported(other)) else ["linking did not end as one never killed does"]


def _new(random: Random, number: int, *stores: Store) -> int:
    """Load two articles, of the same few sayings, into each of `stores`."""
    made = [told(f"{number}-{i}", *random.sample(LINES, 3)) for i in range(2)]
    for store in stores:
        for extraction in made:
            store.load(extraction)
    return len(made)


def corpus_runs(folder: Path, kills: int, random: Random) -> Outcome:
    """Corpus runs: what is finished stays as it is, and the run that ends has read what one that was never killed reads."""
    outcome, out = Outcome("kill -9 in kg corpus run"), folder / "out"
    source = str(table(folder, 0))
    words = [*KG, "corpus", "run", source, "--workers", "1", "--shard-size", "2KB", "--out"]
    longest = work([*words, "clean"], folder, out, ready=(folder / "clean").is_dir)
    finish([*KG, "load", "clean", "--store", "clean.db"], folder, out)
    for number in count():
        if outcome.kills >= kills:
            return outcome
        finished: dict[str, int] = {}
        name = f"r{number}"
        while outcome.kills < kills and kill([*words, name], folder, out, longest, random, ready=(folder / name).is_dir):
            outcome.kills += 1
            now = {one.name: one.stat().st_mtime_ns for one in (folder / name).glob("shard-*")}
            outcome.lost += [f"{name} is not as it was" for name, stamp in finished.items() if now.get(name) != stamp]
            finished = now
        finish([*words, name], folder, out)
        finish([*KG, "load", name, "--store", f"{number}.db"], folder, out)
        outcome.inputs += len(rows(out))
        with open_store(folder / f"{number}.db", read_only=True) as one, open_store(folder / "clean.db", read_only=True) as other:
            outcome.lost += [] if exported(one) == exported(other) else [f"run {number} read something else"]
    return outcome


def upkeep(folder: Path, kills: int, random: Random) -> Outcome:
    """Deleting, updating, backing up, putting back: before or after, never between."""
    outcome, out, path = (
        Outcome("kill -9 in kg delete, retract, sparql --write, backup, restore and optimize --anew"),
        folder / "out",
        folder / "kg.db",
    )
    with open_store(path) as store:
        _new(random, 0, store)
    finish([*KG, "backup", "copy", "--store", "kg.db"], folder, out)
    moving = "DELETE { GRAPH ?g { ?a kg:doc ?d } } INSERT { GRAPH ?g { ?a kg:doc 'moved.txt' } } WHERE { GRAPH ?g { ?a kg:doc ?d } }"
    tried: tuple[Callable[[], list[str]], ...] = (
        lambda: telling("kg.store.retracting:_let_go", "delete", _some_doc(path, random)),
        lambda: telling("kg.store.writing:Writer.move", "retract", _some_doc(path, random), "--reason", "withdrawn"),
        lambda: telling("kg.store.updating:_check", "sparql", "--write", moving),
        lambda: telling("kg.store.backup:_fill", "backup", f"copy-{outcome.inputs}"),
        lambda: telling("kg.store.backup:_take", "restore", "copy", "--replace"),
        lambda: telling("kg.store.compacting:_fill", "optimize", "--anew"),
    )
    for number in count():
        if outcome.kills >= kills:
            break
        with open_store(path) as store:
            _new(random, number, store)
        outcome.inputs += 1
        command = tried[number % len(tried)]()
        outcome.kills += kill([*command, "--store", "kg.db"], folder, out, 0.3, random)
        if not path.exists():
            finish([*KG, "restore", "copy", "--store", "kg.db"], folder, out)
        with open_store(path) as store:
            problems(store, outcome)
    for copy in folder.glob("copy-*"):
        finish([*KG, "restore", copy.name, "--store", f"of-{copy.name}"], folder, out)
    return outcome


def _some_doc(path: Path, random: Random) -> str:
    with open_store(path) as store:
        return random.choice(sorted(one.value for one in articles(store.live)))
