"""The closed lists of the model, and the individual that stands for each value: `"denies"` is `kg:Denies`."""

from __future__ import annotations

from typing import Final, get_args

from pyoxigraph import NamedNode

from kg import model
from kg.rdf.terms import KG, SCHEMA


def _individuals(values: tuple[str, ...]) -> dict[str, NamedNode]:
    return {value: NamedNode(KG + value.capitalize()) for value in values}


LISTS: Final[dict[str, dict[str, NamedNode]]] = {
    "stance": _individuals(get_args(model.Stance)),
    "manner": _individuals(get_args(model.Manner)),
    "certainty": _individuals(get_args(model.Certainty)),
    "kind": _individuals(get_args(model.Kind)),
    "polarity": _individuals(get_args(model.Polarity)),
    "relation": _individuals(get_args(model.Relation)),
    "basis": _individuals(get_args(model.Basis)),
    "verdict": _individuals(("accepted", "rejected", "corrected", "retracted")),
    "type": {
        "Person": NamedNode(SCHEMA + "Person"),
        "Organization": NamedNode(SCHEMA + "Organization"),
        "Place": NamedNode(SCHEMA + "Place"),
        "Group": NamedNode(KG + "Group"),
    },
}
VALUES: Final = {name: {node: value for value, node in members.items()} for name, members in LISTS.items()}
"""The way back: list name → individual → value of the model."""
