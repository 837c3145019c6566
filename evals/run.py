"""`kg` run over gold articles."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import kg
from evals.gold import Gold
from evals.tokens import words
from kg.contract import to_contract
from kg.loaders.text import from_text


@dataclass
class Readings:
    """What `kg` read, by article, and the wall-clock and CPU seconds it took. The first article is read once before the clock starts."""

    predictions: dict[str, dict[str, Any]] = field(default_factory=dict)
    seconds: float = 0.0
    cpu: float = 0.0
    words: int = 0


def predict(gold: Gold, model: str | None = None) -> dict[str, Any]:
    """The contract object of one article, read with its day of publication when the gold gives one."""
    published = date.fromisoformat(gold.published) if gold.published else None
    return to_contract(kg.extract(from_text(gold.text, doc=gold.doc, date=published), model=model))


def read(golds: Iterable[Gold], model: str | None = None) -> Readings:
    """Every article of `golds`, read."""
    readings = Readings()
    for gold in golds:
        if not readings.predictions:
            predict(gold, model)
        began, used = time.perf_counter(), time.process_time()
        readings.predictions[gold.doc] = predict(gold, model)
        readings.seconds += time.perf_counter() - began
        readings.cpu += time.process_time() - used
        readings.words += words(gold.text)
    return readings
