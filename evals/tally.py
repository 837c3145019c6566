"""Counts that add up over articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """`right` of `pred` predicted ones; `found` of `gold` ones asked for. `bad` is a plain number to keep small."""

    right: int = 0
    pred: int = 0
    found: int = 0
    gold: int = 0
    bad: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.right + other.right, self.pred + other.pred, self.found + other.found, self.gold + other.gold, self.bad + other.bad
        )

    @property
    def p(self) -> float:
        return 100 * self.right / self.pred if self.pred else 0.0

    @property
    def r(self) -> float:
        return 100 * self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0


Score = dict[str, Count]


def hits(right: int, pred: int, gold: int) -> Count:
    """`right` of both: the usual precision and recall."""
    return Count(right, pred, right, gold)


def share(right: int, of: int) -> Count:
    """`right` of `of`, where there is one list only, so that P = R."""
    return Count(right, of, right, of)


def total(scores: Mapping[str, Score]) -> Score:
    """The sum over articles."""
    out: Score = {}
    for score in scores.values():
        for key, count in score.items():
            out[key] = out.get(key, Count()) + count
    return out
