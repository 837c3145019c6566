"""How long the command takes to start: wall clock and CPU seconds, over those of `python -c pass`.

usage: python benchmarks/startup.py [--runs N] [--check]      (--check: exit 1 when a budget is exceeded; run it on a quiet machine)
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

KG = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())"]


class Cost(NamedTuple):
    """The fastest of several runs, in seconds."""

    wall: float
    cpu: float


def cost(command: list[str], folder: Path, runs: int) -> Cost:
    """Run `command` in `folder`; the smallest wall-clock and CPU time of `runs` runs."""
    walls, cpus = [], []
    for _ in range(runs):
        before, began = os.times(), time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        walls.append(time.perf_counter() - began)
        after = os.times()
        cpus.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return Cost(min(walls), min(cpus))


def main() -> int:
    """Measure, print the table, and say whether the budgets hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        over = measure(Path(name), arguments.runs)
    return 1 if over and arguments.check else 0


def measure(folder: Path, runs: int) -> bool:
    """Print one line a command; whether any is over its budget."""
    sample = min(str(path) for path in files("kg").joinpath("samples").iterdir() if path.name.endswith(".txt"))
    subprocess.run([*KG, "load", sample], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    bare = cost([sys.executable, "-c", "pass"], folder, runs)
    print(f"{'command':34}{'wall s':>8}{'cpu s':>8}{'over pass':>11}{'budget':>8}\n{'python -c pass':34}{bare.wall:8.3f}{bare.cpu:8.3f}")
    over = False
    for budget, words in (
        (0.25, ["--help"]),
        (0.25, ["load", "--help"]),
        (0.30, ["query", "speakers"]),
        (0.30, ["query", "speakers", "--format", "table"]),
        (0.30, ["contradictions"]),
        (0.30, ["stats"]),
    ):
        taken = cost([*KG, *words], folder, runs)
        extra = taken.wall - bare.wall
        over |= extra > budget
        print(
            f"{'kg ' + ' '.join(words):34}{taken.wall:8.3f}{taken.cpu:8.3f}{extra:11.3f}{budget:8.2f}{'  over' if extra > budget else ''}"
        )
    return over


if __name__ == "__main__":
    sys.exit(main())
