"""Gold turned into the reading that would score 100."""

from __future__ import annotations

from typing import Any

from evals.gold import Gold, GoldAttribution
from evals.phrases import places


def prediction(gold: Gold) -> dict[str, Any]:
    """A contract object that says exactly what `gold` says."""
    ids = {entity.name: f"e{i}" for i, entity in enumerate(gold.entities)}
    return {
        "doc": gold.doc,
        "text": gold.text,
        "sentences": [],
        "entities": [
            {
                "id": ids[entity.name],
                "name": entity.name,
                "type": entity.type,
                "mentions": _mentions(gold, (entity.name, *entity.aliases)),
                "roles": [{"role": role, "of": ids.get(of or "")} for role, of in entity.roles],
            }
            for entity in gold.entities
        ],
        "attributions": [_attribution(entry, ids) for entry in gold.attributions],
        "relations": [
            {"a": a, "b": b, "relation": "contradicts", "basis": basis}
            for (a, b), basis in zip(gold.contradictions, gold.bases, strict=True)
        ],
        "errors": [],
    }


def _mentions(gold: Gold, names: tuple[str, ...]) -> list[list[int]]:
    found = [span for name in names for span in places(gold.text.lower(), name.lower())]
    return [[begin, end] for begin, end in found if not any(begin < stop and start < end for start, stop in gold.boilerplate)]


def _attribution(entry: GoldAttribution, ids: dict[str, str]) -> dict[str, Any]:
    keys = ("id", "manner", "stance", "polarity", "certainty", "kind", "medium", "said_words", "said_from", "said_to", "disputes", "relays")
    plain = {key: getattr(entry, key) for key in keys}
    spans = {role: [list(span) for span in getattr(entry, role)] for role in ("source", "cue", "content")}
    named = {role: ids.get(getattr(entry, role) or "") for role in ("speaker", "on_behalf_of")}
    return plain | spans | named
