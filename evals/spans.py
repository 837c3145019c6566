"""Attributions as spans: the figures of the shared attribution scorer, and of the manner they are said in."""

from __future__ import annotations

from evals.gold import Gold
from evals.matching import Matched
from evals.tally import Count, Score, hits, share

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
    for manner in MANNERS:
        mine = [i for i, entry in enumerate(gold.attributions) if entry.manner == manner]
        out[f"recall, {manner}"] = share(sum(i in mine for i, _ in good), len(mine))
    return out


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
