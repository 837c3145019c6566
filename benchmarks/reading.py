"""How fast articles are read, raw text to Extraction, and in how much memory; beside spaCy's stages where spaCy is installed.

usage: python benchmarks/reading.py [TEXTS.jsonl] [--limit N] [--rounds N] [--model NAME] [--spacy PIPELINE ...] [--check]

TEXTS.jsonl: one object with "text" a line (default: the articles of tests/gold). Times are CPU seconds, which mean the same on a
busy machine; reading takes one core. `--rounds` reads the texts again and again, to see whether memory grows. `--check`: exit 1 below 4,000
words a second, over 1.5 s to load or over 800 MB.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import kg
from kg.reading.network import reader as network

GOLD = Path(__file__).parent.parent / "tests" / "gold"
LEAST_SPEED, MOST_LOAD, MOST_MEMORY = 4000, 1.5, 800


def texts(path: Path | None, limit: int | None) -> list[str]:
    """The texts to read."""
    if path:
        return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()[:limit]]
    return [p.read_text("utf-8") for p in sorted(GOLD.glob("*.txt"))[:limit]]


def load_time(model: str | None) -> float:
    """Wall-clock seconds of a new process that reads one sentence, less those of one that does nothing; the least of three runs."""
    read = f"import kg; kg.extract('It rained, she said.', model={model!r})"
    return min(_wall(read) - _wall("pass") for _ in range(3))


def _wall(code: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - began


class Stages:
    """CPU seconds in each stage that is watched."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def watch(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The function, with its time counted."""

        def timed(*args: object, **kwargs: object) -> object:
            began = time.process_time()
            found = call(*args, **kwargs)
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - began
            return found

        return timed


def read(articles: list[str], model: str | None, stages: Stages) -> float:
    """CPU seconds to read all articles once, the model being loaded."""
    net: Any = network.load(model)
    net.run, net.roles = stages.watch("encoder, names, cues", net.run), stages.watch("roles", net.roles)
    kept, network.encode = network.encode, stages.watch("word pieces", network.encode)
    began = time.process_time()
    for text in articles:
        kg.extract(text, model=model)
    taken = time.process_time() - began
    del net.run, net.roles
    network.encode = kept
    return taken


def memory() -> float:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def spacy_rows(names: list[str], articles: list[str]) -> list[tuple[str, float]]:
    """CPU seconds of spaCy's rules for words and sentences, and of each stage of the pipelines called `names`."""
    try:
        import spacy
    except ImportError:
        print("spaCy is not installed: its stages are left out")
        return []
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    rows = [("spaCy: words and sentences by rule", _spent(lambda: list(blank.pipe(articles))))]
    for name in names:
        pipeline = spacy.load(name)
        docs = [pipeline.make_doc(text) for text in articles]
        for stage, component in pipeline.pipeline:
            rows.append((f"{name}: {stage}", _spent(partial(_each, component, docs))))
    return rows


def _each(component: Callable[[Any], object], docs: list[Any]) -> None:
    for doc in docs:
        component(doc)


def _spent(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="?")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--model")
    parser.add_argument("--spacy", nargs="*", default=[], metavar="PIPELINE")
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    articles = texts(a.texts, a.limit)
    count = sum(len(text.split()) for text in articles)
    loaded = load_time(a.model)
    kg.extract(articles[0], model=a.model)
    stages = Stages()
    taken = read(articles, a.model, stages)
    rows = [("raw text to Extraction", taken), *stages.seconds.items(), ("rest: rules, links", taken - sum(stages.seconds.values()))]
    rows += spacy_rows(a.spacy, articles)
    print(f"{len(articles)} articles, {count} words\n\n{'':36}{'CPU s':>8}{'words/CPU s':>13}")
    for stage, seconds in rows:
        print(f"{stage:36}{seconds:8.2f}{count / max(seconds, 1e-9):13.0f}")
    peaks = [memory()]
    for _ in range(1, a.rounds):
        read(articles, a.model, Stages())
        peaks.append(memory())
    print(f"\nload: {loaded:.2f} s\nmemory: {', '.join(f'{peak:.0f}' for peak in peaks)} MB after each reading of all")
    bad = count / taken < LEAST_SPEED or loaded > MOST_LOAD or max(peaks) > MOST_MEMORY
    return 1 if bad and a.check else 0


if __name__ == "__main__":
    sys.exit(main())
