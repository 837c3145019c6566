"""Predicted and gold attributions of an article paired one to one, best first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from evals.gold import Gold
from evals.tokens import Tokens, core, f1, tokens
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Roles:
    """The tokens of one attribution's spans, whether its cue is a plain word of saying, and its manner where that is known."""

    source: Tokens
    cue: Tokens
    content: Tokens
    core: bool
    manner: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """The two sides as token sets, and the pairs of their indices. `pred` are those predicted attributions that count, in order."""

    gold: tuple[Roles, ...]
    pred: tuple[Roles, ...]
    pred_ids: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]

    def same_content(self, i: int, j: int) -> bool:
        return f1(self.gold[i].content, self.pred[j].content) >= 0.5

    def same_source(self, i: int, j: int) -> bool:
        gold, pred = self.gold[i].source, self.pred[j].source
        return bool(gold & pred) or not (gold or pred)


def matched(gold: Gold, prediction: dict[str, Any]) -> Matched:
    """The pairing of `gold` with a contract object (DESIGN: the output of `kg extract`)."""
    counted = [entry for entry in prediction.get("attributions", []) if not _ignored(gold, entry)]
    gold_side = tuple(_roles(gold.text, a.source, a.cue, a.content, a.manner) for a in gold.attributions)
    pred_side = tuple(_roles(gold.text, e.get("source"), e.get("cue"), e.get("content"), e.get("manner")) for e in counted)
    ids = tuple(str(entry.get("id", number)) for number, entry in enumerate(counted))
    return Matched(gold_side, pred_side, ids, tuple(_pairs(gold_side, pred_side)))


def _roles(
    text: str, source: Sequence[Span] | None, cue: Sequence[Span] | None, content: Sequence[Span] | None, manner: str | None
) -> Roles:
    return Roles(tokens(text, source), tokens(text, cue), tokens(text, content), core(text, cue or ()), manner)


def _pairs(gold: Sequence[Roles], pred: Sequence[Roles]) -> Iterable[tuple[int, int]]:
    touching = (
        (_closeness(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(pred) if p.content & g.content or p.cue & g.cue
    )
    used_gold: set[int] = set()
    used_pred: set[int] = set()
    for _, i, j in sorted(touching, reverse=True):
        if i not in used_gold and j not in used_pred:
            used_gold.add(i)
            used_pred.add(j)
            yield -i, -j


def _closeness(gold: Roles, pred: Roles) -> float:
    return f1(pred.content, gold.content) + 0.5 * bool(pred.cue & gold.cue) + 0.1 * bool(pred.source & gold.source)


def _ignored(gold: Gold, entry: dict[str, Any]) -> bool:
    content = entry.get("content") or ()
    return bool(content) and all(any(b <= begin and end <= e for b, e in gold.ignored) for begin, end in content)
