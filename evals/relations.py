"""Contradictions within the article, and what touches boilerplate."""

from __future__ import annotations

from typing import Any

from evals.gold import Gold
from evals.matching import Matched
from evals.tally import Count, Score, share

Pair = frozenset[str | None]


def score(gold: Gold, found: Matched, prediction: dict[str, Any]) -> Score:
    """Contradictions found and predicted; of the tempting pairs, those wrongly found; spans that touch boilerplate."""
    ids = {found.pred_ids[j]: gold.attributions[i].id for i, j in found.pairs if found.same_content(i, j)}
    predicted = predicted_pairs(prediction, ids)
    asked: set[Pair] = {frozenset(pair) for pair in gold.contradictions}
    neither = {frozenset(pair) for pair in gold.also} | {frozenset((a.id, a.disputes)) for a in gold.attributions if a.disputes}
    counted = [pair for pair in predicted if pair in asked or pair not in neither]
    right = sum(pair in asked for pair in counted)
    bases: dict[Pair, str] = {frozenset(pair): basis for pair, basis in zip(gold.contradictions, gold.bases, strict=True)}
    tempting = {frozenset(pair) for pair in gold.not_contradictions}
    return {
        "contradictions": Count(right, len(counted), right, len(asked)),
        "basis, of those found": share(sum(predicted[pair] == bases[pair] for pair in asked & predicted.keys()), right),
        "tempting pairs wrongly linked": Count(gold=len(tempting), bad=sum(pair in tempting for pair in predicted)),
        "boilerplate touched": Count(gold=len(gold.boilerplate), bad=touched(gold, prediction)),
    }


def predicted_pairs(prediction: dict[str, Any], ids: dict[str, str]) -> dict[Pair, str | None]:
    """The predicted contradictions as pairs of gold ids, with their basis; an attribution without a gold one is “?” and its own id."""
    return {
        frozenset((ids.get(str(link["a"]), f"?{link['a']}"), ids.get(str(link["b"]), f"?{link['b']}"))): link.get("basis")
        for link in prediction.get("relations", [])
        if link["relation"] == "contradicts"
    }


def touched(gold: Gold, prediction: dict[str, Any]) -> int:
    """How many spans of attributions, mentions and sentences overlap boilerplate."""
    read = [span for entry in prediction.get("attributions", []) for role in ("source", "cue", "content") for span in entry.get(role) or ()]
    read += [span for entity in prediction.get("entities", []) for span in entity["mentions"]]
    read += prediction.get("sentences", [])
    return sum(any(begin < stop and start < end for start, stop in gold.boilerplate) for begin, end in read)
