"""What a corpus run costs: CPU seconds per article, beside those of the pure function; memory; bytes on disk; loading its output.

usage: python benchmarks/corpus.py [--articles N …] [--workers W] [--paragraphs P] [--engine processes|daft|ray …] [--no-load]
(articles of about 600 words, or of so many paragraphs; several N show whether the cost per article grows)
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import psutil

KG = [sys.executable, "-c", "import sys; from kg.cli import main; sys.exit(main())"]
PURE = """
import itertools, sys, time
from pathlib import Path
from kg.loaders.base import Given, Source
from kg.loaders.choice import Choice
from kg.loaders.opening import Opener
from kg.loaders.web import Web
from kg.reading import read
path = Path(sys.argv[1])
articles = Opener(Choice(), Web()).articles(Source(path.name, path), Given())
read(next(articles))
began = time.process_time()
count = sum(1 for article in itertools.islice(articles, 1500) if read(article))
print((time.process_time() - began) / count)
"""
COST = """
import ctypes, json, os, resource, subprocess, sys, time
PR_SET_CHILD_SUBREAPER = 36
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
began = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
wall = time.perf_counter() - began
try:
    while True:
        os.wait()
except ChildProcessError:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]))
"""


class Cost(NamedTuple):
    """Of a command and its children: wall clock and CPU seconds, and the largest process in bytes."""

    wall: float
    cpu: float
    peak: int


def write(path: Path, count: int, paragraphs_each: int | None = None) -> None:
    """A file of JSON Lines with so many articles: paragraphs of the sample, of other people and places, in chance order."""
    chance = random.Random(7)
    sample = min((one for one in files("kg").joinpath("samples").iterdir() if one.name.endswith(".txt")), key=lambda one: one.name)
    paragraphs = [line for line in sample.read_text(encoding="utf-8").split("\n") if line.strip()]
    names = ("Brightwell", "Fenn", "Vance", "Marsh", "Abel", "Kestrel", "Kessary")
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = "\n\n".join(chance.choices(paragraphs, k=paragraphs_each or chance.randint(10, 20)))
            for name in names:
                text = text.replace(name, f"{name}{chance.choice(('son', 'by', 'worth', 'ham', 'field'))}{chance.choice(('', 's'))}")
            out.write(json.dumps({"url": f"https://news.example/{number}", "text": text, "date": "2024-05-02"}) + "\n")


def cost(command: list[str], folder: Path) -> Cost:
    """Run `command` in `folder`, in a process of its own that adds up its children, and (on Linux) theirs that they did not wait for."""
    ran = subprocess.run([sys.executable, "-c", COST, *command], cwd=folder, check=True, capture_output=True, text=True)
    return Cost(*json.loads(ran.stdout))


def watched(command: list[str], folder: Path) -> Cost:
    """The same by looking at all processes below `command`, five times a second: those of Ray are not waited for by who starts them."""
    began, used, peak = time.perf_counter(), dict[tuple[int, float], float](), 0
    running = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    top = psutil.Process(running.pid)
    while running.poll() is None:
        with suppress(psutil.NoSuchProcess):
            for one in (top, *top.children(recursive=True)):
                with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                    times = one.cpu_times()
                    used[one.pid, one.create_time()] = times.user + times.system
                    peak = max(peak, one.memory_info().rss)
        time.sleep(0.2)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    return Cost(time.perf_counter() - began, sum(used.values()), peak)


def size(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def rows(count: int, workers: int, engines: list[str], paragraphs: int | None, *, load: bool) -> Iterator[tuple[str, str]]:
    """Figures for a run of so many articles."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "in.jsonl", count, paragraphs)
        command = [sys.executable, "-c", PURE, "in.jsonl"]
        pure = float(subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout)
        yield "the pure function, CPU ms per article", f"{1000 * pure:.1f}"
        for engine in engines:
            yield from _engine(engine, folder, count, workers, pure)
        put = size(folder / engines[0])
        yield "… bytes on disk per article (input)", f"{put / count:.0f} ({(folder / 'in.jsonl').stat().st_size / count:.0f})"
        if load:
            spent = cost([*KG, "load", engines[0], "--store", "a.db"], folder)
            yield "load of its output into an empty store, CPU ms per article", f"{1000 * spent.cpu / count:.1f}"
            yield "… largest process MB", f"{spent.peak / 1e6:.0f}"
            yield "… bytes on disk per article", f"{size(folder / 'a.db') / count:.0f}"


def _engine(engine: str, folder: Path, count: int, workers: int, pure: float) -> Iterator[tuple[str, str]]:
    words = ["corpus", "run", "in.jsonl", "--out", engine, "--workers", str(workers)]
    if engine != "processes":
        os.environ["DAFT_RUNNER"] = "ray" if engine == "ray" else "native"
        words += ["--engine", "daft"]
    run = watched([*KG, *words], folder) if engine == "ray" else cost([*KG, *words], folder)
    yield f"corpus run by {engine}, {workers} workers, CPU ms per article", f"{1000 * run.cpu / count:.1f}"
    yield "… over the pure function", f"{100 * (run.cpu / count / pure - 1):+.1f} %"
    yield "… wall clock s", f"{run.wall:.0f}"
    yield "… largest process MB", f"{run.peak / 1e6:.0f}"


def main() -> None:
    """Measure, and print the table as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[200])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--paragraphs", type=int)
    parser.add_argument("--engine", nargs="+", default=["processes"], choices=["processes", "daft", "ray"])
    parser.add_argument("--no-load", action="store_true")
    given = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {time.strftime('%Y-%m-%d %H:%M')}\n")
    print("| what | articles | figure |\n|---|---|---|")
    for count in given.articles:
        for what, figure in rows(count, given.workers, given.engine, given.paragraphs, load=not given.no_load):
            print(f"| {what} | {count:,} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
