"""The figures that must not get worse: evals/baseline.json, and evals/news.json for the whole news articles."""

from __future__ import annotations

import json
from pathlib import Path

from evals.table import BAD, numbers
from evals.tally import Count, Score

PATH = Path(__file__).parent / "baseline.json"
NEWS = Path(__file__).parent / "news.json"
TOLERANCE = 0.3
CHANCE = 3
"""Items by which two processors may differ: they round the reader's products otherwise, and what is on the edge falls to either side."""
Numbers = dict[str, dict[str, float]]


def read(path: Path = PATH) -> Numbers:
    """The kept figures: per figure its F1, or the number of bad ones."""
    kept: Numbers = json.loads(path.read_text(encoding="utf-8"))
    return kept


def write(score: Score, path: Path = PATH) -> None:
    """Keep the figures of `score` for which the gold has something."""
    marked = {key: count for key, count in score.items() if count.gold}
    path.write_text(json.dumps(numbers(marked), indent=1) + "\n", encoding="utf-8")


def worse(score: Score, kept: Numbers, tolerance: float = TOLERANCE) -> list[str]:
    """One line per figure that has got worse than `kept` by more than `tolerance` (points of F1) and by more than `CHANCE` items; of bad
    ones, none may be added."""
    now = numbers(score)
    return [line for key in kept for line in _worse(key, now.get(key), kept[key], max(tolerance, _chance(score.get(key, Count()))))]


def _chance(count: Count) -> float:
    """The points of F1 that `CHANCE` items are worth."""
    return 200 * CHANCE / max(1, count.pred + count.gold)


def _worse(key: str, now: dict[str, float] | None, kept: dict[str, float], tolerance: float) -> list[str]:
    if now is None:
        return [f"{key}: no longer measured"]
    if key in BAD:
        return [f"{key}: {now['bad']:.0f}, was {kept['bad']:.0f}"] if now["bad"] > kept["bad"] else []
    return [f"{key}: F1 {now['f1']}, was {kept['f1']}"] if now["f1"] < kept["f1"] - tolerance else []
