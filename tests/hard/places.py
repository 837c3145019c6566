"""Places that do not take what is written: a full disk, a folder without permission, a clock that goes back.

`python -m tests.hard.places FOLDER` is what runs in a mount namespace of its own, where this user may mount a small disk.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest

from kg.checking import check
from kg.store import open_store
from tests.cli.conftest import BRIDGE
from tests.hard.killed import table
from tests.hard.order import exported
from tests.hard.outcome import Outcome
from tests.hard.processes import KG, ROOT, clean_environment, finish, start
from tests.store.sample import variant

DISK = 16 << 20
FREE = (0, 4_000, 30_000, 120_000, 300_000, 700_000, 1_500_000)
FULL = ("disk is full", "No space left", "disk quota", "disk I/O error")
NOBODY = 65534
CLOCK = "import sys, time; t = time.time; time.time = lambda: t() - 4e7; n = time.time_ns; time.time_ns = lambda: n() - 4 * 10**16\n"
MAIN = "from kg.cli import main; sys.exit(main())"


def full_disk(folder: Path) -> Outcome:
    """Runs `_full_disk` where a small disk can be mounted; skips where that may not be done."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        pytest.skip("needs unshare and tmpfs")
    spaces = ["--mount"] if os.geteuid() == 0 else ["--user", "--map-root-user", "--mount"]
    words = ["unshare", *spaces, sys.executable, "-m", "tests.hard.places", str(folder)]
    ran = subprocess.run(words, cwd=ROOT, env=clean_environment(), capture_output=True, text=True, check=False)
    if ran.returncode:
        assert "unshare failed" in ran.stderr or "mount" in ran.stderr, ran.stderr[-2000:]
        pytest.skip("a small disk cannot be mounted here")
    return Outcome(**json.loads(ran.stdout))


def _full_disk(folder: Path) -> Outcome:
    """Every command that writes, with so many bytes free: it is done, or it says in one line that the disk is full; the store is sound."""
    outcome, disk = Outcome("full disk"), folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(disk)], check=True)
    source = table(folder, 0)
    with open_store(disk / "kg.db") as store:
        for number in range(3):
            store.load(variant(number))
    finish([*KG, "backup", str(folder / "copy"), "--store", "kg.db"], disk, folder / "out")
    commands = (
        ["load", str(source), "--store", "kg.db"],
        ["load", str(source), "--store", "new.db"],
        ["link", "--store", "kg.db"],
        ["backup", "copy", "--store", "kg.db"],
        ["restore", str(folder / "copy"), "--replace", "--store", "kg.db"],
        ["export", "-o", "all.nq", "--store", "kg.db"],
        ["extract", str(source), "-o", "all.jsonl"],
        ["corpus", "run", str(source), "--out", "run", "--workers", "1"],
        ["delete", "1.txt", "--store", "kg.db"],
        ["sparql", "--write", "DELETE WHERE { GRAPH ?g { ?a kg:saidWords ?w } }", "--store", "kg.db"],
    )
    for command in commands:
        for free in FREE:
            outcome.inputs += 1
            _one(disk, folder, command, free, outcome)
    return outcome


def _one(disk: Path, folder: Path, command: list[str], free: int, outcome: Outcome) -> None:
    with filled(disk, free):
        process = start([*KG, *command], disk, folder / "out", {"TMPDIR": str(disk)})
        code, said = process.wait(120), (folder / "out.err").read_text()
    last = said.strip().splitlines()[-1:] or [""]
    if code not in (0, 3) and (code != 1 or not any(words in last[0] for words in FULL)):
        outcome.lost.append(f"{command[0]} with {free:,} bytes free: {code}: {said[-300:]}")
    for name in ("new.db", "copy", "run"):
        if name == "copy" and (disk / name).exists() and code:
            outcome.lost.append("half a backup stayed")
        shutil.rmtree(disk / name, ignore_errors=True)
    for name in ("all.nq", "all.jsonl"):
        (disk / name).unlink(missing_ok=True)
    with open_store(disk / "kg.db") as store:
        outcome.lost += [f"after {command[0]}: {one.problem}" for one in check(store) if not one.repair]
        outcome.lost += [] if store.stats()["articles"] >= 2 else [f"after {command[0]}: articles are gone"]
        store.load(variant(1))


@contextmanager
def filled(disk: Path, free: int) -> Iterator[None]:
    """The disk with just so many bytes free."""
    filler = disk / "filler"
    try:
        usage = shutil.disk_usage(disk)
        filler.write_bytes(bytes(max(0, usage.free - free)))
        yield
    finally:
        filler.unlink(missing_ok=True)


def read_only(folder: Path) -> Outcome:
    """A store that this user may only read: every question is answered, whatever writes is refused in one line."""
    outcome = Outcome("read-only folder")
    folder.chmod(0o755)
    (folder / "a.txt").write_text(BRIDGE)
    with open_store(folder / "kg.db") as store:
        store.load(variant(0))
        before = exported(store)
    for path in [*(folder / "kg.db").rglob("*"), folder / "kg.db"]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    asked = (["stats"], ["who-said", "Tom Brack 0"], ["verify", "No crane is moving"], ["export"], ["check"], ["sparql", "ASK {}"])
    refused = (["load", "a.txt"], ["delete", "0.txt"], ["link"], ["backup", "copy"], ["merge", "Tom Brack 0", "Jon Vale 0"])
    for command in (*asked, *refused):
        code, said = _as_somebody([*KG, *command, "--store", "kg.db"], folder)
        outcome.inputs += 1
        if command in asked and code:
            outcome.lost.append(f"{command}: {said[-300:]}")
        if command in refused and (code != 1 or said.count("\n") != 1 or "ermission" not in said):
            outcome.lost.append(f"{command}: {code} {said[-300:]}")
    with open_store(folder / "kg.db", read_only=True) as store:
        outcome.lost += [] if exported(store) == before else ["what may only be read was changed"]
    for path in [folder / "kg.db", *(folder / "kg.db").rglob("*")]:
        path.chmod(0o755)
    return outcome


def _as_somebody(words: list[str], folder: Path) -> tuple[int, str]:
    """Run a command as somebody whom permissions hold."""
    other = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    ran = subprocess.run(
        words, cwd=folder, env=clean_environment() | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, **other
    )  # type: ignore[call-overload]
    return ran.returncode, ran.stderr + (ran.stdout if ran.returncode == 4 else "")


def clock_back(folder: Path, _: Random) -> Outcome:
    """Files of the future, and a clock that goes back by more than a year between two commands: nothing looks at the time."""
    outcome, words = Outcome("clock going back"), [KG[0], "-c", CLOCK + MAIN]
    for name, shift in (("kg.db", True), ("clean.db", False)):
        for version in range(3):
            source = str(table(folder, version))
            commands = (["load", source], ["link"], ["delete", "https://e.example/1"], ["check"], ["backup", f"{name}-{version}"])
            for number, command in enumerate(commands):
                finish([*(words if shift and number % 2 else KG), *command, "--store", name], folder, folder / "out")
                outcome.inputs += 1
            if shift:
                _age(folder / name, time.time() + 4e7 * (version - 1))
    with open_store(folder / "kg.db") as one, open_store(folder / "clean.db") as other:
        outcome.lost += [] if exported(one) == exported(other) else ["the clock changed what is in the store"]
    return outcome


def _age(folder: Path, stamp: float) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (stamp, stamp))


if __name__ == "__main__":
    print(json.dumps(asdict(_full_disk(Path(sys.argv[1])))))  # noqa: T201
