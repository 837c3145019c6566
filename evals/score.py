"""One article's figures, and those of many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from evals import entities, facts, relations, spans
from evals.gold import Gold
from evals.matching import matched
from evals.tally import Score


def article(gold: Gold, prediction: dict[str, Any]) -> Score:
    """Every figure of one article; `prediction` is a contract object. Gold without names is scored by its spans, and by speakers it has."""
    found = matched(gold, prediction)
    score = spans.score(gold, found)
    if gold.names:
        score |= facts.score(gold, found, prediction) | entities.score(gold, prediction) | relations.score(gold, found, prediction)
    elif any(a.speaker for a in gold.attributions):
        score |= facts.speakers(gold, found, prediction)
    return score


def articles(golds: Iterable[Gold], predictions: Mapping[str, dict[str, Any]]) -> dict[str, Score]:
    """The figures per article; an article without a prediction counts as predicted empty."""
    return {gold.doc: article(gold, predictions.get(gold.doc, {})) for gold in golds}
