"""The whole table: every corpus that is there, beside the peers that are installed; what is not there says so."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from evals import coref, corpora, names, peers
from evals.gold import Gold, load
from evals.run import Readings, read
from evals.score import articles
from evals.tally import Count, Score, total
from kg.errors import KgError

SPANS = ("attribution", "exact", "core cues", "direct", "indirect", "mixed", "source", "cue", "content")
FACTS = ("speaker, of matched", "speaker, of all", "on behalf of", "stance", "disputes", "relays", "entities", "roles")
OWN = Path(__file__).parent.parent / "tests" / "gold"


class Report:
    """Reads each corpus once and says what it found, section by section. `data` holds `data/` and `articles/` (see `--data`)."""

    def __init__(self, data: Path, *, untouched: bool = False, limit: int | None = None, model: str | None = None) -> None:
        self.data, self.limit, self.model = data, limit, model
        news = data / "data" / "news" / "worldwide.jsonl"
        self._polnear = data / "data" / "attribution" / "polnear-dev.jsonl"
        self._corpora: dict[str, Callable[[], Iterator[Gold]]] = {
            "PolNeAR dev": lambda: corpora.polnear(self._polnear),
            "world news, tuned on": lambda: corpora.speakers("tuned", news),
            "our own articles": lambda: load(OWN),
            "seed": lambda: corpora.seed(data / "articles"),
        }
        if untouched:
            self._corpora["world news, untouched"] = lambda: corpora.speakers("untouched", news)
        self._tagged, self._news = data / "data" / "ner" / "worldwide-train.tsv", news

    def sections(self) -> Iterator[str]:
        """The parts of the report, as they are done."""
        scores, readings = {}, {}
        for name, golds in self._corpora.items():
            try:
                found = list(islice(golds(), self.limit))
                readings[name] = read(found, self.model)
            except (OSError, KgError) as error:
                yield f"{name}: skipped, {error}"
                continue
            scores[name] = total(articles(found, readings[name].predictions))
        yield from self._peers(scores)
        yield table("Attributions (F1)", SPANS, scores)
        yield table("Who and what (F1)", FACTS, {name: score for name, score in scores.items() if "entities" in score})
        yield self._names()
        yield self._coref()
        yield self._speed(readings)

    def _peers(self, scores: dict[str, Score]) -> Iterator[str]:
        """Adds a row for each peer that is installed; for the others, why not."""
        for peer in peers.PEERS:
            try:
                golds = list(islice(corpora.polnear(self._polnear), self.limit))
                scores[f"PolNeAR dev, {peer.name}"] = total(articles(golds, peer.read(golds)))
            except (OSError, peers.Missing) as error:
                yield f"PolNeAR dev, {peer.name}: skipped, {error}"

    def _names(self) -> str:
        train = self._polnear.with_name("polnear-train.jsonl")
        try:
            docs = {"world news": names.worldwide(self._tagged, self._news), "US news": names.us(train)}
        except OSError as error:
            return f"Names: skipped, {error}"
        return "\n\n".join(f"Names in {what}, spans and types equal\n{names.table(d, self.model)}" for what, d in docs.items())

    def _coref(self) -> str:
        try:
            docs = list(islice(coref.documents(self.data / "data" / "coref"), self.limit))
        except OSError as error:
            return f"Coreference: skipped, {error}"
        score = total({d.name: coref.score(d, self.model) for d in docs})
        lines = [f"Coreference of named entities, OntoGUM {', '.join(coref.NEWS)} ({len(docs)} texts)", f"{'':32}{'P':>7}{'R':>7}{'F1':>7}"]
        return "\n".join([*lines, *(f"{key:32}{c.p:7.1f}{c.r:7.1f}{c.f1:7.1f}" for key, c in score.items())])

    def _speed(self, readings: dict[str, Readings]) -> str:
        words, cpu = sum(r.words for r in readings.values()), sum(r.cpu for r in readings.values())
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        lines = [
            "Speed and memory, raw text to Extraction",
            f"{words} words in {cpu:.1f} CPU s: {words / max(cpu, 1e-9):.0f} words per CPU second",
            f"peak memory of this process {memory} MB; a fresh process reads its first words after {_start():.2f} s",
        ]
        try:
            lines.append(peers.stages(next(iter(corpora.polnear(self._polnear))).text))
        except (OSError, peers.Missing) as error:
            lines.append(f"spaCy’s own stages: skipped, {error}")
        return "\n".join(lines)


def table(title: str, keys: tuple[str, ...], scores: dict[str, Score]) -> str:
    """A row for each set, a column for each figure; F1 in per cent, with P and R of attributions."""
    width = max((len(name) for name in scores), default=0) + 2
    lines = [title, " " * width + "".join(f"{key:>{_wide(key)}}" for key in keys)]
    for name, score in scores.items():
        lines.append(f"{name:{width}}" + "".join(f"{_cell(key, score.get(key)):>{_wide(key)}}" for key in keys))
    return "\n".join(lines)


def _wide(key: str) -> int:
    return max(len(key) + 2, 20 if key in ("attribution", "core cues", "direct") else 10)


def _cell(key: str, count: Count | None) -> str:
    if count is None or not count.gold:
        return "-"
    return f"{count.f1:.1f} ({count.p:.1f}/{count.r:.1f})" if _wide(key) >= 20 else f"{count.f1:.1f}"


def _start() -> float:
    """Seconds until a fresh process has read its first words."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import kg; kg.extract('It held.')"], check=True, capture_output=True)
    return time.perf_counter() - began
