"""What kg reads of the gold articles must not get worse than evals/baseline.json, and of the whole news articles than evals/news.json."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from evals import baseline
from evals.gold import load
from evals.run import read
from evals.score import articles
from evals.table import by_article, whole
from evals.tally import Count, Score, total

GOLD = Path(__file__).parent.parent / "gold"


@pytest.mark.parametrize(("folder", "kept"), [(GOLD, baseline.PATH), (GOLD / "news", baseline.NEWS)], ids=["short", "news"])
def test_reading_is_no_worse_than_the_baseline(folder: Path, kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golds = list(load(folder))
    scores = articles(golds, read(golds).predictions)
    with capsys.disabled():
        sys.stderr.write(f"\n\n{by_article(scores)}\n\n{whole(total(scores))}\n")
    worse = baseline.worse(total(scores), baseline.read(kept))
    assert not worse, "; ".join(
        [*worse, f"`python -m evals --gold {folder} --show misses` shows why, `--update-baseline` keeps what is meant"]
    )


SCORE: Score = {"speaker": Count(300, 400, 300, 500), "boilerplate touched": Count(gold=3, bad=1)}


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        (SCORE, []),
        ({**SCORE, "speaker": Count(400, 400, 400, 500)}, []),
        ({**SCORE, "speaker": Count(298, 400, 298, 500)}, []),
        ({**SCORE, "speaker": Count(296, 400, 296, 500)}, ["speaker: F1 65.8, was 66.7"]),
        ({**SCORE, "boilerplate touched": Count(gold=3, bad=2)}, ["boilerplate touched: 2, was 1"]),
        ({"speaker": SCORE["speaker"]}, ["boilerplate touched: no longer measured"]),
    ],
)
def test_worse_names_what_dropped(now: Score, lines: list[str], tmp_path: Path) -> None:
    baseline.write(SCORE, tmp_path / "kept.json")
    assert baseline.worse(now, baseline.read(tmp_path / "kept.json")) == lines
