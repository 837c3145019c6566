"""Gold as its own prediction scores 100; so nothing in the scorer loses a right answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.gold import Gold, load
from evals.misses import lines
from evals.score import article, articles
from evals.table import BAD, by_article, numbers, whole
from evals.tally import hits, total

from .perfect import prediction

FOLDER = Path(__file__).parent.parent / "gold"
GOLDS = [*load(FOLDER), *load(FOLDER / "news")]


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: gold.doc)
def test_gold_as_prediction_is_perfect(gold: Gold) -> None:
    for key, count in article(gold, prediction(gold)).items():
        if key in BAD:
            assert count.bad == 0, key
        else:
            assert (count.right, count.found) == (count.pred, count.gold), key
    assert list(lines(gold, prediction(gold))) == []


def test_no_prediction_finds_nothing() -> None:
    score = total(articles(GOLDS, {}))
    assert all(count.found == count.right == count.bad == 0 for count in score.values())
    assert score["attribution"].gold == sum(len(gold.attributions) for gold in GOLDS)


def test_tables_show_every_figure() -> None:
    scores = articles(GOLDS, {gold.doc: prediction(gold) for gold in GOLDS})
    table = whole(total(scores))
    assert all(key in table for key in numbers(total(scores)))
    assert all(gold.doc in by_article(scores) for gold in GOLDS)


def test_an_article_without_a_figure_that_others_have() -> None:
    scores = {"one": {"attribution": hits(1, 1, 1), "exact": hits(1, 1, 1)}, "two": {"attribution": hits(0, 0, 1)}}
    assert by_article(scores).count("\n") == 2
