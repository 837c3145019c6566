"""Our figures for attributions are those of the scorer that outside checks use, on the same readings."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evals import corpora
from evals.gold import Gold, load
from evals.score import articles
from evals.table import numbers
from evals.tally import total

from .perfect import prediction

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "eval" / "score_attributions.py"
KEYS = ("attribution", "exact", "source", "cue", "content", "content=", "core cues")

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="needs ../shared beside the repository, which only the project's own CI has")


def damaged(gold: Gold, chance: random.Random) -> dict[str, Any]:
    """Gold with attributions dropped, spans cut, moved and exchanged."""
    reading = prediction(gold)
    kept = [entry for entry in reading["attributions"] if chance.random() > 0.2]
    for entry in kept:
        role = chance.choice(["source", "cue", "content"])
        spans = [[begin + chance.randint(-30, 30), end + chance.randint(-30, 30)] for begin, end in entry[role]]
        entry[role] = [[max(begin, 0), max(end, begin, 0)] for begin, end in spans] if chance.random() < 0.5 else entry[role]
    for one in kept[::4]:
        kept.append(one | {"source": chance.choice(kept)["source"], "id": f"x{len(kept)}"})
    return reading | {"attributions": kept}


def theirs(golds: list[Gold], readings: dict[str, dict[str, Any]], folder: Path) -> dict[str, dict[str, float]]:
    gold = [{"doc": gold.doc, "text": gold.text, "attributions": prediction(gold)["attributions"]} for gold in golds]
    for name, rows in (("gold", gold), ("pred", list(readings.values()))):
        (folder / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    command = [sys.executable, str(SCORER), str(folder / "gold"), str(folder / "pred"), "--json"]
    figures: dict[str, dict[str, float]] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


@pytest.mark.parametrize("seed", range(5))
def test_same_figures_on_damaged_gold(seed: int, tmp_path: Path) -> None:
    golds = list(load(ROOT / "tests" / "gold"))
    readings = {gold.doc: damaged(gold, random.Random(f"{seed}{gold.doc}")) for gold in golds}
    ours = numbers(total(articles(golds, readings)))
    wanted = theirs(golds, readings, tmp_path)
    assert {key: ours[key] for key in KEYS} == {key: wanted[key] for key in KEYS}
    assert 30 < ours["attribution"]["f1"] < 95


def test_seed_article_is_found_whole() -> None:
    [gold] = corpora.seed(SHARED)
    assert (len(gold.attributions), len(gold.entities), len(gold.contradictions)) == (25, 15, 5)
    score = total(articles([gold], {gold.doc: prediction(gold)}))
    assert score["attribution"].found == 25


def test_polnear_has_spans_only() -> None:
    gold = next(iter(corpora.polnear(SHARED / "data" / "attribution" / "polnear-dev.jsonl")))
    score = total(articles([gold], {gold.doc: prediction(gold)}))
    assert "entities" not in score
    assert score["exact"].f1 == 100
