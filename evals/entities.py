"""Entities: the name with its type, its other mentions, and its roles."""

from __future__ import annotations

from typing import Any

from evals.gold import Gold, GoldEntity
from evals.tally import Count, Score, hits
from evals.tokens import name

TYPES = ("Person", "Organization", "Place")


def score(gold: Gold, prediction: dict[str, Any]) -> Score:
    """Entities in all and per type (a group counts as an organization), their aliases and roles found, and whether all aliases are."""
    found = pairs(gold, prediction)
    predicted = prediction.get("entities", [])
    out = {"entities": hits(len(found), len(predicted), len(gold.entities))}
    for kind in TYPES:
        mine = [entity for entity, _ in found if _type(entity.type) == kind]
        sizes = sum(_type(e["type"]) == kind for e in predicted), sum(_type(e.type) == kind for e in gold.entities)
        out[f"entities, {kind}"] = hits(len(mine), *sizes)
    asked = sum(len(entity.aliases) for entity in gold.entities)
    aliases = sum(len(entity.aliases) - len(missing_aliases(gold, entity, entry)) for entity, entry in found)
    out["aliases"] = hits(aliases, asked, asked)
    whole = sum(not missing_aliases(gold, entity, entry) for entity, entry in found)
    out["entities with all aliases"] = hits(whole, len(gold.entities), len(gold.entities))
    return out | {"roles": _roles(gold, found, prediction)}


def pairs(gold: Gold, prediction: dict[str, Any]) -> list[tuple[GoldEntity, dict[str, Any]]]:
    """Each gold entity with the predicted one that has its name and type, when there is one; no predicted one is used twice."""
    left = {(name(entry["name"]), _type(entry["type"])): entry for entry in reversed(prediction.get("entities", []))}
    out = []
    for entity in gold.entities:
        entry = left.pop((name(entity.name), _type(entity.type)), None)
        if entry is not None:
            out.append((entity, entry))
    return out


def missing_aliases(gold: Gold, entity: GoldEntity, entry: dict[str, Any]) -> list[str]:
    """The aliases of `entity` that are not the text of one of the mentions of `entry`."""
    said = {name(gold.text[begin:end]) for begin, end in entry["mentions"]}
    return [alias for alias in entity.aliases if name(alias) not in said]


def _roles(gold: Gold, found: list[tuple[GoldEntity, dict[str, Any]]], prediction: dict[str, Any]) -> Count:
    names = {entry["id"]: entry["name"] for entry in prediction.get("entities", [])}
    right = 0
    for entity, entry in found:
        said = {(str(role["role"]).lower(), name(names.get(role["of"] or ""))) for role in entry.get("roles", [])}
        right += sum((role.lower(), name(of)) in said for role, of in entity.roles)
    predicted = sum(len(entry.get("roles", [])) for _, entry in found)
    return hits(right, predicted, sum(len(entity.roles) for entity in gold.entities))


def _type(kind: str) -> str:
    return "Organization" if kind == "Group" else kind
