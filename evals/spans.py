"""Attributions as spans: the figures of the shared attribution scorer, and of the manner they are said in."""

from __future__ import annotations

from evals.gold import Gold
from evals.matching import Matched
from evals.tally import Count, Score, hits

ROLES = ("source", "cue", "content")
MANNERS = ("direct", "indirect", "mixed")


def score(gold: Gold, found: Matched) -> Score:
    """Attribution (content token F1 at least 0.5, and sources that share a token or are both absent), exact, core cues, and spans."""
    good = {(i, j) for i, j in found.pairs if found.same_source(i, j) and found.same_content(i, j)}
    exact = sum(found.same_source(i, j) and found.gold[i].content == found.pred[j].content for i, j in found.pairs)
    sizes = len(found.pred), len(found.gold)
    out = {"attribution": hits(len(good), *sizes), "exact": hits(exact, *sizes), "core cues": _core(found, good)}
    out |= {role: _role(found, role) for role in ROLES}
    same = sum(bool(found.gold[i].content) and found.gold[i].content == found.pred[j].content for i, j in found.pairs)
    out["content="] = hits(same, out["content"].pred, out["content"].gold)
    return out | {manner: _manner(found, good, manner) for manner in MANNERS}


def _manner(found: Matched, good: set[tuple[int, int]], manner: str) -> Count:
    """`attribution` for those said in that manner, as gold has it and as it was read."""
    return Count(
        right=sum(found.pred[j].manner == manner for _, j in good),
        pred=sum(pred.manner == manner for pred in found.pred),
        found=sum(found.gold[i].manner == manner for i, _ in good),
        gold=sum(gold.manner == manner for gold in found.gold),
    )


def _core(found: Matched, good: set[tuple[int, int]]) -> Count:
    return Count(
        right=sum(found.pred[j].core for _, j in good),
        pred=sum(pred.core for pred in found.pred),
        found=sum(found.gold[i].core for i, _ in good),
        gold=sum(gold.core for gold in found.gold),
    )


def _role(found: Matched, role: str) -> Count:
    gold = [getattr(side, role) for side in found.gold]
    pred = [getattr(side, role) for side in found.pred]
    return hits(sum(bool(gold[i] & pred[j]) for i, j in found.pairs), sum(map(bool, pred)), sum(map(bool, gold)))
