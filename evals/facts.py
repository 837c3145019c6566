"""What is read about each attribution: who speaks, for whom, how, where and when; of the pairs whose contents match."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from evals.gold import Gold, GoldAttribution
from evals.matching import Matched
from evals.tally import Count, Score, hits, share
from evals.tokens import name, same_words

Entry = dict[str, Any]
LABELS = ("manner", "stance", "polarity", "certainty", "kind")


def score(gold: Gold, found: Matched, prediction: Entry) -> Score:
    """Speakers (of matched, of all gold), on_behalf_of, the five labels, medium, said time, disputes and relays."""
    pairs, both = _both(gold, found, prediction)
    out = _who(gold, both, prediction)
    for label in LABELS:
        known = [(getattr(a, label), entry.get(label)) for a, entry in both if getattr(a, label) and entry.get(label)]
        out[label] = share(sum(g == p for g, p in known), len(known))
    out["medium"] = _given(both, lambda a: a.medium, lambda p: p.get("medium"), same_words)
    out["said time"] = _given(both, _gold_time, lambda p: p.get("said_from") and f"{p['said_from']}/{p.get('said_to')}", _equal)
    ids = {gold.attributions[i].id: found.pred_ids[j] for i, j in pairs}
    return out | {edge: _edges(gold, _entries(prediction), ids, edge) for edge in ("disputes", "relays")}


def speakers(gold: Gold, found: Matched, prediction: Entry) -> Score:
    """Speakers (of matched, of all gold) and on_behalf_of."""
    return _who(gold, _both(gold, found, prediction)[1], prediction)


def _who(gold: Gold, both: list[tuple[GoldAttribution, Entry]], prediction: Entry) -> Score:
    names = {entity["id"]: str(entity["name"]) for entity in prediction.get("entities", [])}
    right = sum(speaker_right(a, entry, names) for a, entry in both)
    out = {"speaker, of matched": share(right, len(both)), "speaker, of all": share(right, len(gold.attributions))}
    out["on behalf of"] = _given(both, lambda a: a.on_behalf_of, lambda p: names.get(p.get("on_behalf_of") or ""), _same_name)
    return out


def _both(gold: Gold, found: Matched, prediction: Entry) -> tuple[list[tuple[int, int]], list[tuple[GoldAttribution, Entry]]]:
    """The pairs whose contents match, by index and themselves."""
    entries = _entries(prediction)
    pairs = [(i, j) for i, j in found.pairs if found.same_content(i, j)]
    return pairs, [(gold.attributions[i], entries[found.pred_ids[j]]) for i, j in pairs]


def _entries(prediction: Entry) -> dict[str, Entry]:
    return {str(entry.get("id", i)): entry for i, entry in enumerate(prediction.get("attributions", []))}


def speaker_right(gold: GoldAttribution, entry: Entry, names: dict[str, str]) -> bool:
    """Whether the predicted speaker has the gold name, or neither side has one."""
    return name(names.get(entry.get("speaker") or "")) == name(gold.speaker)


def _given(
    both: list[tuple[GoldAttribution, Entry]],
    of_gold: Callable[[GoldAttribution], str | None],
    of_pred: Callable[[Entry], str | None],
    same: Callable[[str | None, str | None], bool],
) -> Count:
    values = [(of_gold(a), of_pred(entry)) for a, entry in both]
    right = sum(bool(g and p and same(g, p)) for g, p in values)
    return hits(right, sum(bool(p) for _, p in values), sum(bool(g) for g, _ in values))


def _edges(gold: Gold, entries: dict[str, Entry], ids: dict[str, str], edge: str) -> Count:
    asked = [(a.id, getattr(a, edge)) for a in gold.attributions if getattr(a, edge)]
    predicted = {(key, str(entry[edge])) for key, entry in entries.items() if entry.get(edge)}
    right = sum((ids.get(a), ids.get(b)) in predicted for a, b in asked)
    return hits(right, len(predicted), len(asked))


def _gold_time(a: GoldAttribution) -> str | None:
    return a.said_from and f"{a.said_from}/{a.said_to}"


def _same_name(a: str | None, b: str | None) -> bool:
    return name(a) == name(b)


def _equal(a: str | None, b: str | None) -> bool:
    return a == b
