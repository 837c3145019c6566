"""What one article's reading got wrong, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from evals import entities
from evals.facts import LABELS, speaker_right
from evals.gold import Gold
from evals.matching import Matched, matched
from evals.relations import predicted_pairs
from kg.model import Span


def lines(gold: Gold, prediction: dict[str, Any]) -> Iterator[str]:
    """One line per miss: attributions missed and extra, wrong speakers and labels, entities, contradictions."""
    found = matched(gold, prediction)
    yield from _attributions(gold, found, prediction)
    if gold.names:
        yield from _facts(gold, found, prediction)
        yield from _entities(gold, prediction)
        yield from _contradictions(gold, found, prediction)


def _attributions(gold: Gold, found: Matched, prediction: dict[str, Any]) -> Iterator[str]:
    good = [(i, j) for i, j in found.pairs if found.same_source(i, j) and found.same_content(i, j)]
    entries = _by_id(prediction)
    near = {i: j for i, j in found.pairs if (i, j) not in good}
    for i, entry in enumerate(gold.attributions):
        if i not in dict(good):
            shown = _shown(gold.text, entry.source, entry.cue, entry.content)
            read = near.get(i)
            yield f"MISSED {entry.id} {shown}" + (
                f"  READ AS {_shown_entry(gold, entries[found.pred_ids[read]])}" if read is not None else ""
            )
    paired = {j for _, j in found.pairs}
    yield from (f"EXTRA {key} {_shown_entry(gold, entries[key])}" for j, key in enumerate(found.pred_ids) if j not in paired)


def _facts(gold: Gold, found: Matched, prediction: dict[str, Any]) -> Iterator[str]:
    entries = _by_id(prediction)
    names = {entity["id"]: str(entity["name"]) for entity in prediction.get("entities", [])}
    for i, j in found.pairs:
        wanted, entry = gold.attributions[i], entries[found.pred_ids[j]]
        if not found.same_content(i, j):
            continue
        if not speaker_right(wanted, entry, names):
            yield f"SPEAKER {wanted.id} {names.get(entry.get('speaker') or '')!r}, not {wanted.speaker!r}"
        for key in LABELS:
            if getattr(wanted, key) and entry.get(key) and entry[key] != getattr(wanted, key):
                yield f"{key.upper()} {wanted.id} {entry[key]!r}, not {getattr(wanted, key)!r}"
        for key in ("medium", "said_words", "said_from", "disputes", "relays"):
            if (getattr(wanted, key) or None) != (entry.get(key) or None) and not (getattr(wanted, key) and entry.get(key)):
                yield f"{key.upper()} {wanted.id} {entry.get(key)!r}, not {getattr(wanted, key)!r}"


def _entities(gold: Gold, prediction: dict[str, Any]) -> Iterator[str]:
    found = entities.pairs(gold, prediction)
    for entity in gold.entities:
        entry = next((entry for mine, entry in found if mine is entity), None)
        if entry is None:
            yield f"ENTITY missed: {entity.name} ({entity.type})"
        elif missing := entities.missing_aliases(gold, entity, entry):
            yield f"ENTITY {entity.name}: mentions missed: {missing}"
    used = [entry["id"] for _, entry in found]
    yield from (f"ENTITY extra: {e['name']} ({e['type']})" for e in prediction.get("entities", []) if e["id"] not in used)


def _contradictions(gold: Gold, found: Matched, prediction: dict[str, Any]) -> Iterator[str]:
    ids = {found.pred_ids[j]: gold.attributions[i].id for i, j in found.pairs if found.same_content(i, j)}
    predicted = predicted_pairs(prediction, ids)
    asked = {frozenset(pair) for pair in gold.contradictions}
    neither = {frozenset(pair) for pair in gold.also} | {frozenset((a.id, a.disputes)) for a in gold.attributions if a.disputes}
    yield from (f"CONTRADICTION missed: {' – '.join(pair)}" for pair in gold.contradictions if frozenset(pair) not in predicted)
    for pair in sorted(" – ".join(sorted(map(str, pair))) for pair in predicted.keys() - asked - neither):
        yield f"CONTRADICTION wrong: {pair}"


def _by_id(prediction: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {str(entry.get("id", number)): entry for number, entry in enumerate(prediction.get("attributions", []))}


def _shown_entry(gold: Gold, entry: dict[str, Any]) -> str:
    return _shown(gold.text, entry.get("source"), entry.get("cue"), entry.get("content"))


def _shown(text: str, *roles: Sequence[Span] | None) -> str:
    parts = (" … ".join(" ".join(text[begin:end].split()) for begin, end in spans or ()) for spans in roles)
    return " | ".join(part if len(part) < 90 else f"{part[:87]}..." for part in parts)
